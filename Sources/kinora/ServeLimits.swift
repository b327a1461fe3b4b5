import ArgumentParser
import Studio

/// The limits of a studio for others, by what they limit. Their defaults are the studio's own.
struct ServeLimits {
    static let defaults = StudioLimits()

    struct Accounts: ParsableArguments {
        @Option(time: "How long a token is good for, and the time tokens are counted over.")
        var tokenLifetime = TimeLength(defaults.tokenLifetime)

        @Option(number: "Tokens of a client in that time.")
        var tokensPerClient = Number(defaults.tokensPerClient)

        @Option(number: "Tokens of an address (IPv6: of its /64 network) in that time.")
        var tokensPerAddress = Number(defaults.tokensPerAddress)

        @Option(help: ArgumentHelp("Credits of a new account; 0 or more.", valueName: "number"))
        var startingCredits = defaults.startingCredits

        @Option(help: ArgumentHelp("What an edit costs; 0 or more.", valueName: "number"))
        var creditsPerEdit = defaults.creditsPerEdit

        @Option(number: "Sessions of an account.")
        var sessionsPerAccount = Number(defaults.sessionsPerAccount)

        @Option(size: "What the files of an account may fill.")
        var storagePerAccount = ByteCount(defaults.bytesPerAccount)

        @Option(number: "Exports of an account that wait or run.")
        var exportsPerAccount = Number(defaults.exportsPerAccount)

        func validate() throws {
            let credits = 0...1_000_000_000
            guard credits.contains(startingCredits) else {
                throw ValidationError("--starting-credits must be between 0 and 1000000000.")
            }
            guard credits.contains(creditsPerEdit) else {
                throw ValidationError("--credits-per-edit must be between 0 and 1000000000.")
            }
        }

        func apply(to limits: inout StudioLimits) {
            limits.tokenLifetime = tokenLifetime.seconds
            limits.tokensPerClient = tokensPerClient.value
            limits.tokensPerAddress = tokensPerAddress.value
            limits.startingCredits = startingCredits
            limits.creditsPerEdit = creditsPerEdit
            limits.sessionsPerAccount = sessionsPerAccount.value
            limits.bytesPerAccount = storagePerAccount.bytes
            limits.exportsPerAccount = exportsPerAccount.value
        }
    }

    struct Connections: ParsableArguments {
        @Option(number: "Connections at once; further ones wait.")
        var connections = Number(defaults.connections)

        @Option(time: "How long a connection may stand still.")
        var idleTime = TimeLength(defaults.idleTime)

        @Option(time: "How long one request may take, an upload over a slow line among them.")
        var requestTime = TimeLength(defaults.requestTime)

        func apply(to limits: inout StudioLimits) {
            limits.connections = connections.value
            limits.idleTime = idleTime.seconds
            limits.requestTime = requestTime.seconds
        }
    }
}
