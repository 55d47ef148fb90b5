import ArgumentParser
import Curette
import CuretteBatch
import CuretteData
import CuretteIngest
import CuretteSegment

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Says why each mention has its tag: the sentence, each piece of evidence, and what it changes.",
        discussion: """
            Under each mention stand its sentence and a line a piece of evidence: its kind, the side it speaks for, its \
            weight (log-odds), the words of the page, and what would have been said without it. The weights of one side \
            less those of the other decide the tag; how far ahead it is, the confidence.

            EXAMPLES
              curette explain page.html
              curette explain --mention 12 page.html
                  only the twelfth: mentions are counted as reports list them, from 1
              curette explain --color always page.html | less -R
              curl -s https://example.org/ | curette explain
            """
    )

    @OptionGroup var input: InputOptions
    @OptionGroup var tables: LexiconOptions

    @Option(help: ArgumentHelp("Explain this mention only, counted from 1.", valueName: "n"))
    var mention: Int?

    @Option(help: ArgumentHelp("Colour tags: auto, always or never.", valueName: "when"))
    var color: ShowCommand.Color = .auto

    func validate() throws {
        if let mention, mention < 1 { throw ValidationError("--mention counts from 1.") }
    }

    func run() throws {
        guard !input.isNothing else { throw Run.nothingToRead(Self.self) }
        let (pipeline, sentences) = try Run.loading { () throws(DataFileError) in
            let source = try tables.tables()
            return (try Pipeline(tables: source), try Sentences(source))
        }
        let view = MentionView(lexicon: pipeline.lexicon, sentences: sentences, isColored: color.isOn)
        let output = Output.standard()
        var errors = 0
        var fewest: Int?
        try Run.reporting { () throws(OutputError) in
            var failure: OutputError?
            Inputs(input).read { input in
                do throws(IngestError) {
                    let reading = try pipeline.reading(of: input.payload())
                    fewest = min(fewest ?? .max, reading.verdicts.count)
                    do throws(OutputError) {
                        try output.write(Array(view.text(of: reading, only: mention).utf8))
                    } catch {
                        failure = error
                    }
                } catch {
                    Run.unread(error)
                    errors += 1
                }
                return failure == nil
            }
            if let failure { throw failure }
        }
        if let mention, let fewest, mention > fewest {
            throw ValidationError("There is no mention \(mention): the page has \(fewest).")
        }
        if errors > 0 { throw Run.somethingUnread }
    }
}
