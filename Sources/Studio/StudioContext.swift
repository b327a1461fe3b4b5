import HTTPTypes
import Hummingbird
import NIOCore

/// What the studio knows of a request beside the request itself.
struct StudioContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    private let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }

    /// The address that the request came from; nil on a Unix socket.
    var remoteAddress: String? { channel.remoteAddress?.ipAddress }

    var stallGuard: StallGuard { StallGuard(channel: channel) }

    /// Ends the connection shortly after the reply, with the rest of the request unread. For the moment until then
    /// what arrives is read and dropped: a connection closed at once would take the reply with it.
    func closeSoon() {
        let channel = channel
        channel.eventLoop.scheduleTask(in: .seconds(2)) { channel.close(promise: nil) }
    }
}

extension RequestContext {
    /// A part of the path, such as the session.
    func parameter(_ name: String) throws -> String {
        try parameters.require(name)
    }
}
