import ArgumentParser
import CuretteBatch
import CuretteReport

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Prints the JSON Schema of reports.",
        discussion: """
            JSON Schema 2020-12. Under one format version members are only ever added.

            EXAMPLE
              curette schema > curette-report.schema.json
            """
    )

    func run() throws {
        try Run.reporting { () throws(OutputError) in
            try Output.standard().write(Array(ReportSchema.json.utf8))
        }
    }
}
