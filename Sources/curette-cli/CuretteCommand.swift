import ArgumentParser
import CuretteReport

/// The command `curette`: what it says of itself, and which subcommands it has. Each stands in a file of its own.
@main
struct CuretteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "curette",
        abstract: "Reads clinic web pages as scraped, repairs their text, and reports every procedure they name.",
        discussion: """
            For each mention the report says whether the page presents it as cosmetic or reconstructive, and why. \
            Every statement points into the repaired text, and byte for byte into the page as received.

            EXAMPLES
              curette annotate page.html
                  one page; its report, a line of JSON, on standard output
              curette annotate --pretty page.html
                  the same, indented for reading
              curette annotate pages/ -o reports.jsonl --table
                  all pages of a folder into a file, and a table of what they hold
              curl -s https://example.org/ | curette annotate --url https://example.org/
                  a page from a pipe
              curette show page.html | less -R
                  what Curette sees: blocks, their roles and headings, mentions with their tags
              curette explain page.html
                  why each mention has its tag, and what would change it
              curette clean page.txt > repaired.txt
                  repair disguised letters, odd spaces and the like, and nothing else
              curette clean --explain page.txt
                  what it would repair, and why

            EXIT STATUS
              0  all pages were read          2   a table has a mistake, or an earlier run does not fit
              1  a page could not be read     64  the command was not understood
                                              74  the output could not be written
              130, 143  interrupted; the pages in hand were finished
            """,
        version: Report.Generator.version,
        subcommands: [
            AnnotateCommand.self, MergeCommand.self, ShowCommand.self, ExplainCommand.self, CleanCommand.self,
            EvaluateCommand.self, LexiconCommand.self, SchemaCommand.self,
        ]
    )
}
