import ArgumentParser

/// The tables that name procedures, for people: what is in them, and whether one's own are right.
struct LexiconCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lexicon",
        abstract: "Shows the concepts that reports can name, and checks tables of your own.",
        discussion: """
            EXAMPLES
              curette lexicon list | grep -i breast
              curette lexicon show rhinoplasty
              curette lexicon check my-tables/
              curette annotate --lexicon my-tables/ page.html
            """,
        subcommands: [LexiconListCommand.self, LexiconShowCommand.self, LexiconCheckCommand.self]
    )
}
