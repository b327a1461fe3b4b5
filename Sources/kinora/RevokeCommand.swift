import ArgumentParser
import Foundation
import Studio

struct RevokeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "Ends tokens of a studio for others before their time.",
        discussion: """
            The studio may be running. A revoked token goes on counting as given, so that who had it is not given \
            another at once; sessions stay.
            """
    )

    @Option(help: ArgumentHelp("The folder of the studio's data.", valueName: "dir"))
    var data: String

    @Option(help: "All tokens that were given to an address, or to the IPv6 /64 network it is in.")
    var address: String?

    @Flag(
        name: .customLong("stdin"),
        help: "The one token on standard input: on the command line others could read it."
    )
    var fromInput = false

    @Flag(help: "All tokens.")
    var all = false

    func validate() throws {
        guard [address != nil, fromInput, all].count(where: { $0 }) == 1 else {
            throw ValidationError("Give one of --address, --stdin and --all.")
        }
        if let address, !StudioConfiguration.isAddress(address) {
            throw ValidationError("--address takes an IPv4 or IPv6 address.")
        }
    }

    func run() async throws {
        do {
            let count = try await TokenRegister(dataFolder: URL(filePath: data).path).revoke(tokens())
            print(count == 1 ? "1 token was revoked." : "\(count) tokens were revoked.")
            if count == 0, fromInput { throw ExitCode.failure }
        } catch let error as StudioStartError {
            Standard.error("kinora: \(error.message)")
            throw ExitCode.failure
        }
    }

    private func tokens() throws -> TokenRegister.Tokens {
        if all { return .all }
        if let address { return .address(address) }
        guard let token = readLine()?.trimmingCharacters(in: .whitespaces), !token.isEmpty else {
            throw ValidationError("There is no token on standard input.")
        }
        return .one(token)
    }
}
