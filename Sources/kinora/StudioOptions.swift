import ArgumentParser

/// Which studio a command talks to.
struct StudioOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The studio to use, by its address.", valueName: "url"))
    var studio: String?

    @Flag(help: "Use the hosted NemoVideo service.")
    var cloud = false

    @Flag(help: "Allow plain http to a studio that is not on this machine.")
    var insecure = false

    func validate() throws {
        if studio != nil, cloud { throw ValidationError("--studio and --cloud exclude each other; give one of them.") }
    }
}
