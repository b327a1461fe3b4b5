import ArgumentParser
import Foundation
import Studio

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Runs a studio that others can use, in the foreground.",
        discussion: """
            It speaks the same API as the hosted service; a chat uses it with --studio http://HOST:PORT. \
            Ctrl-C ends it in good order; exports that were running go on at the next start. \
            "kinora revoke" ends tokens before their time.

            A size is written as 200MB or 5GiB, a time as 90s, 30m, 12h or 7d.
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

    @Option(
        help: ArgumentHelp(
            "The address of a proxy in front, whose X-Forwarded-For is believed; may be given several times.",
            valueName: "address"
        )
    )
    var trustedProxy: [String] = []

    @OptionGroup(title: "Accounts") var accounts: ServeLimits.Accounts
    @OptionGroup(title: "Uploads and links") var uploads: ServeLimits.Uploads
    @OptionGroup(title: "Exports, and how long things are kept") var keeping: ServeLimits.Keeping
    @OptionGroup(title: "Connections") var connections: ServeLimits.Connections

    func validate() throws {
        guard (0...65535).contains(port) else { throw ValidationError("--port must be between 0 and 65535.") }
        guard trustedProxy.allSatisfy(StudioConfiguration.isAddress) else {
            throw ValidationError("--trusted-proxy takes an IPv4 or IPv6 address.")
        }
        if let publicURL, !StudioConfiguration.isPublicURL(publicURL) {
            throw ValidationError("--public-url takes an address such as https://studio.example.")
        }
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
        configuration.trustedProxies = Set(trustedProxy)
        configuration.linkRule = try uploads.linkRule
        accounts.apply(to: &configuration.limits)
        uploads.apply(to: &configuration.limits)
        keeping.apply(to: &configuration.limits)
        connections.apply(to: &configuration.limits)
        try await StudioRun.run(configuration) { address in
            guard case .tcp(let host, let port) = address else { return }
            // IPv6 addresses stand in brackets in a URL.
            print("Serving at http://\(host.contains(":") ? "[\(host)]" : host):\(port) (Ctrl-C ends it).")
            fflush(nil)
        }
    }
}
