import Foundation
import Logging
import NIOCore

/// Keeps a studio listening when a connection cannot be taken: because the client has left already, or because the
/// process has no descriptor left. Without it the first such error would end the listening for good.
final class AcceptGuard: ChannelDuplexHandler {
    typealias InboundIn = any Channel
    typealias OutboundIn = Never

    /// How long nothing is taken when there is no room: the waiting connection would be reported again at once.
    static let pause = TimeAmount.milliseconds(100)

    private let logger: Logger
    private var isPaused = false
    private var isReadHeld = false

    init(logger: Logger) {
        self.logger = logger
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let code = (error as? IOError)?.errnoCode else { return context.fireErrorCaught(error) }
        switch code {
        case ECONNABORTED, EPROTO:
            break
        case EMFILE, ENFILE, ENOBUFS, ENOMEM:
            guard !isPaused else { return }
            logger.error("A connection has to wait: \(systemMessage(code))")
            isPaused = true
            let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
            context.eventLoop.scheduleTask(in: Self.pause) {
                let (guardian, context) = bound.value
                guardian.resume(context)
            }
        default:
            context.fireErrorCaught(error)
        }
    }

    func read(context: ChannelHandlerContext) {
        if isPaused {
            isReadHeld = true
        } else {
            context.read()
        }
    }

    private func resume(_ context: ChannelHandlerContext) {
        isPaused = false
        guard isReadHeld else { return }
        isReadHeld = false
        context.read()
    }
}
