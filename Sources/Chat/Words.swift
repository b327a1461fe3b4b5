import StudioClient
import Synchronization

/// What the agent says in a turn, gathered as a whole.
final class Words: Sendable {
    private let state = Mutex((reply: TurnReply(), lines: [String]()))

    func take(_ item: TurnItem) {
        state.withLock { state in
            switch item {
            case .delta(let text): state.lines += state.reply.take(text)
            case .text(let text): state.lines += state.reply.take(text) + state.reply.end()
            case .textEnded: state.lines += state.reply.end()
            default: break
            }
        }
    }

    func clear() {
        state.withLock { $0 = (TurnReply(), []) }
    }

    var text: String {
        state.withLock { state in
            state.lines += state.reply.end()
            return state.lines.joined(separator: "\n")
        }
    }
}
