import ArgumentParser
import Studio

/// The limits of a studio for others, by what they limit. Their defaults are the studio's own.
struct ServeLimits {
    static let defaults = StudioLimits()

    struct Accounts: ParsableArguments {
        @Option(
            help: ArgumentHelp(
                "How long a token is good for, and the time tokens are counted over.",
                valueName: "time"
            ),
            transform: TimeLength.parse
        )
        var tokenLifetime = TimeLength(defaults.tokenLifetime)

        @Option(help: ArgumentHelp("Tokens of a client in that time.", valueName: "number"), transform: Number.parse)
        var tokensPerClient = Number(defaults.tokensPerClient)

        @Option(
            help: ArgumentHelp("Tokens of an address (IPv6: of its /64 network) in that time.", valueName: "number"),
            transform: Number.parse
        )
        var tokensPerAddress = Number(defaults.tokensPerAddress)

        @Option(help: ArgumentHelp("Credits of a new account; 0 or more.", valueName: "number"))
        var startingCredits = defaults.startingCredits

        @Option(help: ArgumentHelp("What an edit costs; 0 or more.", valueName: "number"))
        var creditsPerEdit = defaults.creditsPerEdit

        @Option(help: ArgumentHelp("Sessions of an account.", valueName: "number"), transform: Number.parse)
        var sessionsPerAccount = Number(defaults.sessionsPerAccount)

        @Option(
            help: ArgumentHelp("What the files of an account may fill.", valueName: "size"),
            transform: ByteCount.parse
        )
        var storagePerAccount = ByteCount(defaults.bytesPerAccount)

        @Option(
            help: ArgumentHelp("Exports of an account that wait or run.", valueName: "number"),
            transform: Number.parse
        )
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

    struct Uploads: ParsableArguments {
        @Option(
            help: ArgumentHelp("The largest file that is taken, up to 200MB.", valueName: "size"),
            transform: ByteCount.parse
        )
        var uploadSize = ByteCount(defaults.uploadBytes)

        @Option(help: ArgumentHelp("Links in one upload.", valueName: "number"), transform: Number.parse)
        var linksPerUpload = Number(defaults.linksPerUpload)

        @Option(
            help: ArgumentHelp("How long the fetching of one link may take.", valueName: "time"),
            transform: TimeLength.parse
        )
        var linkTime = TimeLength(defaults.linkTime)

        @Option(
            help: ArgumentHelp(
                """
                An address links may lead to beside those of the public Internet, or "private" for this machine and \
                the private networks around it; may be given several times.
                """,
                valueName: "address"
            )
        )
        var allowLinkAddress: [String] = []

        func validate() throws {
            guard uploadSize.bytes <= defaults.uploadBytes else {
                throw ValidationError(
                    "--upload-size must be at most 200MB: the readers of photos and clips take no more."
                )
            }
            _ = try linkRule
        }

        var linkRule: LinkRule {
            get throws {
                guard let rule = LinkRule(allowing: allowLinkAddress) else {
                    throw ValidationError("--allow-link-address takes an IPv4 or IPv6 address, or \"private\".")
                }
                return rule
            }
        }

        func apply(to limits: inout StudioLimits) {
            limits.uploadBytes = uploadSize.bytes
            limits.linksPerUpload = linksPerUpload.value
            limits.linkTime = linkTime.seconds
        }
    }

    struct Keeping: ParsableArguments {
        @Option(
            help: ArgumentHelp("Exports that run side by side; one uses all cores.", valueName: "number"),
            transform: Number.parse
        )
        var parallelExports = Number(defaults.parallelExports)

        @Option(
            help: ArgumentHelp("How long a finished video is kept.", valueName: "time"),
            transform: TimeLength.parse
        )
        var exportLifetime = TimeLength(defaults.renderLifetime)

        @Option(
            help: ArgumentHelp("What finished videos may fill; the oldest go.", valueName: "size"),
            transform: ByteCount.parse
        )
        var exportStorage = ByteCount(defaults.renderBytes)

        @Option(
            help: ArgumentHelp("What the chunks of earlier exports may fill.", valueName: "size"),
            transform: ByteCount.parse
        )
        var cacheSize = ByteCount(defaults.chunkCacheBytes)

        @Option(
            help: ArgumentHelp("What small pictures of the media may fill.", valueName: "size"),
            transform: ByteCount.parse
        )
        var thumbnailStorage = ByteCount(defaults.thumbnailBytes)

        @Option(
            help: ArgumentHelp(
                "How long a session is kept in which nothing happens, with its files.",
                valueName: "time"
            ),
            transform: TimeLength.parse
        )
        var sessionLifetime = TimeLength(defaults.sessionLifetime ?? 30 * 24 * 3600)

        @Option(
            help: ArgumentHelp("How long the record of a message is kept.", valueName: "time"),
            transform: TimeLength.parse
        )
        var turnLifetime = TimeLength(defaults.turnLifetime)

        func apply(to limits: inout StudioLimits) {
            limits.parallelExports = parallelExports.value
            limits.renderLifetime = exportLifetime.seconds
            limits.renderBytes = exportStorage.bytes
            limits.chunkCacheBytes = cacheSize.bytes
            limits.thumbnailBytes = thumbnailStorage.bytes
            limits.sessionLifetime = sessionLifetime.seconds
            limits.turnLifetime = turnLifetime.seconds
        }
    }

    struct Connections: ParsableArguments {
        @Option(
            help: ArgumentHelp("Connections at once; further ones wait.", valueName: "number"),
            transform: Number.parse
        )
        var connections = Number(defaults.connections)

        @Option(
            help: ArgumentHelp("How long a connection may stand still.", valueName: "time"),
            transform: TimeLength.parse
        )
        var idleTime = TimeLength(defaults.idleTime)

        @Option(
            help: ArgumentHelp(
                "How long one request may take, an upload over a slow line among them.",
                valueName: "time"
            ),
            transform: TimeLength.parse
        )
        var requestTime = TimeLength(defaults.requestTime)

        func apply(to limits: inout StudioLimits) {
            limits.connections = connections.value
            limits.idleTime = idleTime.seconds
            limits.requestTime = requestTime.seconds
        }
    }
}
