import ArgumentParser
import Studio

extension ServeLimits {
    struct Keeping: ParsableArguments {
        @Option(number: "Exports that run side by side; one uses all cores.")
        var parallelExports = Number(defaults.parallelExports)

        @Option(time: "How long a finished video is kept.")
        var exportLifetime = TimeLength(defaults.renderLifetime)

        @Option(size: "What finished videos may fill; the oldest go.")
        var exportStorage = ByteCount(defaults.renderBytes)

        @Option(size: "What the chunks of earlier exports may fill.")
        var cacheSize = ByteCount(defaults.chunkCacheBytes)

        @Option(size: "What small pictures of the media may fill.")
        var thumbnailStorage = ByteCount(defaults.thumbnailBytes)

        @Option(time: "How long a session is kept in which nothing happens, with its files.")
        var sessionLifetime = TimeLength(defaults.sessionLifetime ?? 30 * 24 * 3600)

        @Option(time: "How long the record of a message is kept.")
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
}
