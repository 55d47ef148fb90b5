import ArgumentParser

@main
struct CuretteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "curette")
}
