public import ArgumentParser
import Curette
import CuretteBatch
import CuretteData
public import CuretteIngest

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows what Curette sees of a page: its blocks, their roles and headings, mentions and tags.",
        discussion: """
            Each block is a line: its kind and its repaired text. Above the blocks that belong together stand their \
            role, the headings they stand under, and the words that introduce their list. Mentions stand in brackets \
            with their tag: c cosmetic, r reconstructive, u umbrella; at a terminal they are coloured as well.

            EXAMPLES
              curette show page.html
              curette show --color always page.html | less -R
              curl -s https://example.org/ | curette show
              curette show --role content page.html
                  without menus, footers and the like
            """
    )

    enum Color: String, ExpressibleByArgument, CaseIterable {
        case auto, always, never

        /// No colours in pipes and files, nor where NO_COLOR (https://no-color.org) or a dumb terminal forbids them.
        var isOn: Bool {
            switch self {
            case .auto: Terminal.showsColors
            case .always: true
            case .never: false
            }
        }
    }

    @OptionGroup var input: InputOptions
    @OptionGroup var tables: LexiconOptions

    @Option(help: ArgumentHelp("Colour mentions by their tags: auto, always or never.", valueName: "when"))
    var color: Color = .auto

    @Option(help: ArgumentHelp("Show the blocks of one role only.", valueName: "role"))
    var role: Role?

    func run() throws {
        guard !input.isNothing else { throw Run.nothingToRead(Self.self) }
        let pipeline = try Run.loading { () throws(DataFileError) in
            try Pipeline(tables: tables.tables(), elementDepth: input.maxDepth)
        }
        let view = PageView(isColored: color.isOn, role: role)
        let output = Output.standard()
        var errors = 0
        try Run.reporting { () throws(OutputError) in
            var failure: OutputError?
            var isFirst = true
            Inputs(input).read { input in
                do throws(IngestError) {
                    let shown = view.text(of: try pipeline.reading(of: input.payload()))
                    do throws(OutputError) {
                        try output.write(Array((isFirst ? shown : "\n" + shown).utf8))
                    } catch {
                        failure = error
                    }
                    isFirst = false
                } catch {
                    Run.unread(error)
                    errors += 1
                }
                return failure == nil
            }
            if let failure { throw failure }
        }
        if errors > 0 { throw Run.somethingUnread }
    }
}

extension Role: ExpressibleByArgument {}

extension Batch.Input {
    /// The page, or why there is none.
    func payload() throws(IngestError) -> Payload {
        switch self {
        case .page(let payload): return payload
        case .unread(let error, _): throw error
        }
    }
}
