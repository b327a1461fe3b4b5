import ArgumentParser
import Studio

extension ServeLimits {
    struct Uploads: ParsableArguments {
        @Option(size: "The largest file that is taken, up to 200MB.")
        var uploadSize = ByteCount(defaults.uploadBytes)

        @Option(number: "Links in one upload.")
        var linksPerUpload = Number(defaults.linksPerUpload)

        @Option(time: "How long the fetching of one link may take.")
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
}
