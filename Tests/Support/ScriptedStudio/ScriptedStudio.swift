import Foundation
import Synchronization
public import TestKit

/// A hosted studio on loopback, which does what the script of a test says and remembers everything it was asked.
///
///     let studio = ScriptedStudio()
///     studio.when("add a title", .edits("add_title", titled), .noContent)
///     studio.next(.poll, .code(429), .usual)
public final class ScriptedStudio: Sendable {
    struct State: Sendable {
        var answers: [Call: [Answer]] = [:]
        var lasting: [Call: Answer] = [:]
        var turns: [(message: String, steps: [Step])] = []
        var draft: String?
        var media: [String] = []
        var credits = (available: 87, frozen: 0)
        var progress: [String] = []
        var tokens = 0
        var sessions = 0
        var submitted: [String] = []
        var surprises: [String] = []
        var events: [(call: Call, request: Peer.Request)] = []
        /// The draft that the state gave last.
        var draftGiven: String?
        /// The text of each message that was taken.
        var heard: [String] = []
    }

    let state = Mutex(State())
    private let peer: Peer

    /// `http://127.0.0.1:41234`.
    public var url: String { peer.url }

    public init() {
        // The peer's handler outlives this object with its threads: it keeps what it needs by itself.
        let box = Box()
        peer = Peer { request, connection in box.studio?.answer(request, connection) }
        box.keep(self)
    }

    deinit { peer.die() }

    private final class Box: Sendable {
        private struct Weak: Sendable { weak var studio: ScriptedStudio? }
        private let kept = Mutex(Weak())
        var studio: ScriptedStudio? { kept.withLock { $0.studio } }
        func keep(_ studio: ScriptedStudio) { kept.withLock { $0.studio = studio } }
    }

    // MARK: The script

    /// The next answers of a call, each given once; then it is answered as before.
    public func next(_ call: Call, _ answers: Answer...) {
        state.withLock { $0.answers[call, default: []] += answers }
    }

    /// What a call is answered from now on.
    public func always(_ call: Call, _ answer: Answer) {
        state.withLock { $0.lasting[call] = answer }
    }

    /// A call is answered as usual again.
    public func clear(_ call: Call) {
        state.withLock { state in
            state.answers[call] = nil
            state.lasting[call] = nil
        }
    }

    /// What the agent does when it is told `message`; the same message again wants a script again.
    public func when(_ message: String, _ steps: Step...) {
        state.withLock { $0.turns.append((message, steps)) }
    }

    /// What is on the timeline from now on.
    public func has(_ draft: HostedDraft) {
        state.withLock { $0.draft = draft.json }
    }

    public func has(credits available: Int, frozen: Int = 0) {
        state.withLock { $0.credits = (available, frozen) }
    }

    /// What the next polls of an export tell; afterwards it is completed.
    public func renders(_ statuses: String...) {
        state.withLock { $0.progress += statuses }
    }

    // MARK: What was asked

    public func requests(_ call: Call) -> [Peer.Request] {
        state.withLock { $0.events.filter { $0.call == call }.map(\.request) }
    }

    public func count(_ call: Call) -> Int { requests(call).count }

    /// A text in a request's body.
    public static func field(_ name: String, of request: Peer.Request) -> String? {
        object(request)?[name] as? String
    }

    /// The messages the agent has taken, in their order.
    public var heard: [String] { state.withLock { $0.heard } }

    /// The names of the files that came.
    public var media: [String] { state.withLock { $0.media } }

    /// Every token and id that no person should see.
    public var secrets: [String] {
        state.withLock { state in
            (0...state.tokens).map { "nmv_usr_scripted\($0)" } + (0...state.sessions).map { "sess-scripted-\($0)" }
        }
    }
}
