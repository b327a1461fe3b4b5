internal import CSandbox
internal import Foundation
internal import Synchronization

/// Questions that were put to a worker and the thread that waits for their answers.
///
/// A value under a lock: the rules of who waits for what are in `State`, everything else only moves bytes.
final class WorkerConversation: Sendable {
    private struct Question {
        var continuation: CheckedContinuation<WorkerResult, any Error>
        var progress: @Sendable (Int) -> Void
        var lastSign: TimeInterval
        var reading: String?
    }

    private struct State {
        var child: ChildProcess?
        var channel: LineChannel?
        var questions: [Int: Question] = [:]
        /// Given up before they were asked.
        var abandoned: Set<Int> = []
        var lastID = 0
        /// The tasks that gave no sign of life, when the worker was given up for them.
        var hung: [Question]?
        var death: WorkerDeath?
    }

    private let state = Mutex(State())
    private let patience: TimeInterval

    init(patience: TimeInterval) {
        self.patience = patience
    }

    var processID: pid_t { state.withLock { $0.child?.id ?? 0 } }

    func nextID() -> Int {
        state.withLock {
            $0.lastID += 1
            return $0.lastID
        }
    }

    func ask(
        id: Int,
        _ task: WorkerTask,
        files: [OpenFile],
        progress: @escaping @Sendable (Int) -> Void,
        continuation: CheckedContinuation<WorkerResult, any Error>
    ) {
        let refusal: (any Error)? = state.withLock { state in
            if state.abandoned.remove(id) != nil { return CancellationError() }
            if let death = state.death { return death }
            state.questions[id] = Question(continuation: continuation, progress: progress, lastSign: now)
            return nil
        }
        if let refusal {
            continuation.resume(throwing: refusal)
            return
        }
        do {
            let channel = state.withLock { $0.channel }
            try withExtendedLifetime(files) {
                let request = WorkerRequest(id: id, files: files.count, task: task)
                try channel?.send(request, descriptors: files.map(\.descriptor))
            }
        } catch {
            // A worker that cannot be written to is about to be found dead, and its death is the answer.
            kill()
        }
    }

    /// Whoever asked does not wait any longer.
    func abandon(_ id: Int) {
        let question = state.withLock { state in
            let question = state.questions.removeValue(forKey: id)
            if question == nil { state.abandoned.insert(id) }
            return question
        }
        question?.continuation.resume(throwing: CancellationError())
    }

    func kill() {
        state.withLock { state in
            // The id is the worker's until it has been waited for, which takes it out of the state first.
            if let child = state.child { _ = Foundation.kill(child.id, SIGKILL) }
        }
    }

    // MARK: - The listening thread

    /// Starts the worker, listens until it is gone, and tells everybody.
    func run(_ launch: WorkerLaunch, started: CheckedContinuation<Void, any Error>) {
        let child: ChildProcess
        do {
            child = try ChildProcess(launch.executable, arguments: launch.arguments)
        } catch {
            started.resume(throwing: WorkerDeath(cause: .notStarted(error.reason), reading: []))
            return
        }
        let channel = LineChannel(socket: child.socket)
        state.withLock {
            $0.child = child
            $0.channel = channel
        }
        started.resume()

        listen(to: channel)

        // Also when the worker sent what makes no sense.
        kill()
        state.withLock { state in
            state.child = nil
            state.channel = nil
        }
        let signal = child.wait()
        let (death, questions) = state.withLock { state in
            let suspects = state.hung ?? Array(state.questions.values)
            let death = WorkerDeath(
                cause: state.hung == nil ? .ended(signal: signal) : .hung,
                reading: Set(suspects.compactMap(\.reading)).sorted()
            )
            state.death = death
            defer { state.questions = [:] }
            return (death, Array(state.questions.values))
        }
        for question in questions { question.continuation.resume(throwing: death) }
    }

    private func listen(to channel: LineChannel) {
        var reader = LineChannel.Reader(channel)
        while true {
            var waiting = pollfd(fd: channel.socket, events: Int16(POLLIN), revents: 0)
            let ready = poll(&waiting, 1, 1000)
            if ready == 0, hasHungQuestion() { return }
            guard ready != 0 else { continue }
            guard ready > 0 || errno == EINTR else { return }
            guard ready > 0 else { continue }
            do {
                guard let lines = try reader.receive() else { return }
                for line in lines { answer(try JSONDecoder().decode(WorkerReply.self, from: line)) }
            } catch {
                return
            }
        }
    }

    private func hasHungQuestion() -> Bool {
        state.withLock { state in
            let oldest = now - patience
            let silent = Array(state.questions.values.filter { $0.lastSign < oldest })
            guard !silent.isEmpty else { return false }
            state.hung = silent
            return true
        }
    }

    private func answer(_ reply: WorkerReply) {
        var ended: (Question, Result<WorkerResult, any Error>)?
        var progress: (@Sendable (Int) -> Void)?
        state.withLock { state in
            guard var question = state.questions[reply.id] else { return }
            question.lastSign = now
            switch reply.event {
            case .progress: progress = question.progress
            case .reading(let name): question.reading = name
            case .finishedReading: question.reading = nil
            case .done(let result): ended = (question, .success(result))
            case .failed(let failure): ended = (question, .failure(failure))
            }
            state.questions[reply.id] = ended == nil ? question : nil
        }
        if case .progress(let frames) = reply.event { progress?(frames) }
        if let (question, result) = ended { question.continuation.resume(with: result) }
    }

    private var now: TimeInterval { ProcessInfo.processInfo.systemUptime }
}
