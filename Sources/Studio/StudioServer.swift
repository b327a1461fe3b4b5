import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// The studio: the API from the server's side.
///
///     try await StudioServer(configuration: configuration).run()
public struct StudioServer: Sendable {
    /// Where a studio that runs can be reached.
    public enum Address: Hashable, Sendable {
        case unixSocket(String)
        case tcp(host: String, port: Int)
    }

    let configuration: StudioConfiguration
    let parts: StudioParts
    let now: @Sendable () -> Int
    /// A studio that was told to end no longer answers but may still be putting its work down: its successor waits.
    var lockPatience = patience + .seconds(2)
    /// Between two rounds of tidying.
    var tidyInterval = Duration.seconds(3600)

    /// How long requests may take to come to their end when the studio is told to end.
    private static let patience = Duration.seconds(10)

    /// - Throws: ``StudioStartError`` when the configuration contradicts itself.
    public init(configuration: StudioConfiguration) throws {
        try self.init(configuration: configuration, parts: StudioParts(configuration: configuration))
    }

    init(
        configuration: StudioConfiguration,
        parts: StudioParts,
        now: @escaping @Sendable () -> Int = Store.systemTime
    ) throws {
        if configuration.local, case .tcp = configuration.listen {
            throw StudioStartError(
                .configuration,
                "A studio without tokens listens on a Unix socket alone. Give a socket, or start it with accounts."
            )
        }
        self.configuration = configuration
        self.parts = parts
        self.now = now
    }

    /// Serves until a signal, a stop or idleness ends the studio.
    ///
    /// All files it makes are for their owner alone: it sets the process's file mode creation mask to 077.
    ///
    /// - Parameter onReady: Told once, when the studio can be reached.
    /// - Throws: ``StudioStartError`` when it cannot start; `alreadyRunning` when another has the socket or the folder.
    public func run(onReady: @escaping @Sendable (Address) -> Void = { _ in }) async throws {
        umask(0o077)
        DescriptorLimit.raise()
        let folder = DataFolder(path: configuration.dataFolder)
        try DataFolder.makePrivate(folder.path)
        // Held to the end of this function: by the socket's name, and by the data that no two studios may share.
        var locks = [
            try await FileLock.taken(
                path: folder.lock,
                busy: "Another studio is using the folder \(folder.path).",
                patience: lockPatience
            )
        ]
        if case .unixSocket(let path) = configuration.listen {
            try DataFolder.makePrivate((path as NSString).deletingLastPathComponent)
            locks.append(
                try await FileLock.taken(
                    path: path + ".lock",
                    busy: "Another studio is listening at \(path).",
                    patience: lockPatience
                )
            )
        }
        defer { withExtendedLifetime(locks) {} }

        let logger = StudioLog.logger(path: configuration.logPath)
        let studio = try makeCore(folder, logger)
        var housekeeping = studio.housekeeping
        housekeeping.interval = tidyInterval
        try await housekeeping.begin()
        let waiting = try studio.store.requeueExports()
        for export in waiting { await studio.queue.add(export) }
        logger.notice("Studio \(configuration.version) starts; \(waiting.count) exports taken up")
        try await serve(studio, housekeeping, onReady)
        logger.notice("Studio ends")
    }

    private func makeCore(_ folder: DataFolder, _ logger: Logger) throws -> StudioCore {
        try folder.create()
        do {
            return StudioCore(
                configuration: configuration,
                folder: folder,
                store: try Store(path: folder.store, now: now),
                parts: parts,
                logger: logger
            )
        } catch {
            throw StudioStartError(
                .store,
                "The studio's store \(folder.store) cannot be opened. Free some space if the disk is full; if the file "
                    + "is damaged, move it away and start again."
            )
        }
    }

    private func serve(
        _ studio: StudioCore,
        _ housekeeping: Housekeeping,
        _ onReady: @escaping @Sendable (Address) -> Void
    ) async throws {
        let listen = configuration.listen
        let logger = studio.logger
        let application = Application(
            router: studio.router(logger: logger),
            server: .http1(configuration: connectionConfiguration),
            configuration: ApplicationConfiguration(
                address: listen.bindAddress,
                backlog: 1024,
                availableConnectionsDelegate: MaximumAvailableConnections(connections(logger))
            ),
            onServerRunning: { channel in
                try? await channel.eventLoop.submit {
                    try channel.pipeline.syncOperations.addHandler(AcceptGuard(logger: logger), position: .first)
                }.get()
                onReady(listen.bound(to: channel))
            },
            logger: logger
        )
        var group = ServiceGroupConfiguration(
            services: [
                // Shut down from the last to the first: no new requests, then the work.
                .init(service: Workroom(studio: studio)),
                .init(service: housekeeping),
                .init(service: application),
                .init(
                    service: IdleWatch(activity: studio.activity, idleExit: configuration.idleExit),
                    successTerminationBehavior: .gracefullyShutdownGroup
                ),
            ],
            gracefulShutdownSignals: configuration.handlesSignals ? [.sigterm, .sigint] : [],
            logger: logger
        )
        group.maximumGracefulShutdownDuration = Self.patience
        defer {
            if case .unixSocket(let path) = listen { unlink(path) }
        }
        do {
            try await ServiceGroup(configuration: group).run()
        } catch let error as IOError {
            throw listen.failure(error)
        } catch  where error is SocketAddressError || error is SocketAddressError.UnknownHost {
            throw listen.noSuchAddress
        } catch is ServiceGroupError {
            throw StudioStartError(.address, "The studio cannot be reached any more and has ended. Start it again.")
        }
    }

    private var connectionConfiguration: HTTP1Channel.Configuration {
        HTTP1Channel.Configuration(
            // A connection on which nothing happens for so long is closed; a long render or stream is not nothing.
            idleTimeout: .seconds(Int64(configuration.limits.idleTime)),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: 16 * 1024,
                maxHeaderListSize: 32 * 1024,
                maxHeaderFieldCount: 100
            )
        )
    }

    /// As many as are wanted, if the system gives the descriptors for them.
    private func connections(_ logger: Logger) -> Int {
        let wanted = configuration.limits.connections
        let possible = DescriptorLimit.connections
        if possible < wanted {
            logger.warning("\(possible) connections at once instead of \(wanted): the limit of open files is too low")
        }
        return min(wanted, possible)
    }
}
