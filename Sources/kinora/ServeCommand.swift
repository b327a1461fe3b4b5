import ArgumentParser
import Foundation
import Studio

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Runs a studio that others can use, in the foreground.",
        discussion: """
            It speaks the same API as the hosted service; a chat uses it with --studio http://HOST:PORT.
            Ctrl-C ends it in good order; exports that were running go on at the next start.
            """
    )

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on; 0 takes a free one and says which.")
    var port = 8080

    @Option(help: ArgumentHelp("The folder for sessions, media and videos.", valueName: "dir"))
    var data: String

    @Option(name: .customLong("public-url"), help: ArgumentHelp("The address others reach it under.", valueName: "url"))
    var publicURL: String?

    func validate() throws {
        guard (0...65535).contains(port) else { throw ValidationError("--port must be between 0 and 65535.") }
    }

    func run() async throws {
        var configuration = StudioConfiguration(
            listen: .tcp(host: host, port: port),
            dataFolder: URL(filePath: data).path,
            local: false,
            version: BuildInfo.version,
            build: BuildInfo.build,
            worker: .own
        )
        configuration.publicURL = publicURL
        try await StudioRun.run(configuration) { address in
            guard case .tcp(let host, let port) = address else { return }
            // IPv6 addresses stand in brackets in a URL.
            print("Serving at http://\(host.contains(":") ? "[\(host)]" : host):\(port) (Ctrl-C ends it).")
            fflush(nil)
        }
    }
}
