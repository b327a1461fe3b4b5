import Synchronization

/// Where the transport's thread and the task that waits for an answer meet.
final class Exchange: Sendable {
    /// Unread bytes beyond which the server is held back.
    static let limit = 256 << 10

    private struct State {
        var head: HTTPHead?
        var unread: [UInt8] = []
        var isPaused = false
        var end: Result<Void, any Error>?
        var headWaiter: CheckedContinuation<HTTPHead, any Error>?
        var pieceWaiter: CheckedContinuation<[UInt8]?, any Error>?
    }

    private let state = Mutex(State())

    // MARK: The waiting task

    func head() async throws -> HTTPHead {
        try await withCheckedThrowingContinuation { waiter in
            let known: Result<HTTPHead, any Error>? = state.withLock { state in
                if let head = state.head { return .success(head) }
                if case .failure(let error) = state.end { return .failure(error) }
                state.headWaiter = waiter
                return nil
            }
            if let known { waiter.resume(with: known) }
        }
    }

    func nextPiece() async throws -> [UInt8]? {
        try await withCheckedThrowingContinuation { waiter in
            let known: Result<[UInt8]?, any Error>? = state.withLock { state in
                if !state.unread.isEmpty {
                    let piece = state.unread
                    state.unread = []
                    return .success(piece)
                }
                switch state.end {
                case .success: return .success(nil)
                case .failure(let error): return .failure(error)
                case nil:
                    state.pieceWaiter = waiter
                    return nil
                }
            }
            if let known { waiter.resume(with: known) }
        }
    }

    /// True once after the server was held back and everything was read.
    func shouldResume() -> Bool {
        state.withLock { state in
            guard state.isPaused, state.end == nil, state.unread.count < Self.limit else { return false }
            state.isPaused = false
            return true
        }
    }

    // MARK: The transport's thread

    func received(_ head: HTTPHead) {
        let waiter = state.withLock { state in
            state.head = head
            defer { state.headWaiter = nil }
            return state.headWaiter
        }
        waiter?.resume(returning: head)
    }

    /// - Returns: False when the bytes are to be kept and offered again later.
    func received(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let (taken, waiter) = state.withLock { state -> (Bool, CheckedContinuation<[UInt8]?, any Error>?) in
            guard state.unread.count < Self.limit else {
                state.isPaused = true
                return (false, nil)
            }
            if state.pieceWaiter == nil { state.unread.append(contentsOf: bytes) }
            defer { state.pieceWaiter = nil }
            return (true, state.pieceWaiter)
        }
        waiter?.resume(returning: Array(bytes))
        return taken
    }

    /// Ends the exchange; only the first end counts.
    func end(_ result: Result<Void, any Error>) {
        let (head, piece) = state.withLock { state -> (_, _) in
            guard state.end == nil else {
                return (
                    nil as CheckedContinuation<HTTPHead, any Error>?, nil as CheckedContinuation<[UInt8]?, any Error>?
                )
            }
            state.end = result
            defer {
                state.headWaiter = nil
                state.pieceWaiter = nil
            }
            return (state.headWaiter, state.pieceWaiter)
        }
        switch result {
        case .success:
            piece?.resume(returning: nil)
        case .failure(let error):
            head?.resume(throwing: error)
            piece?.resume(throwing: error)
        }
    }

    /// Ends the exchange for a task that no longer waits; what came unread is gone.
    func cancel() {
        state.withLock { $0.unread = [] }
        end(.failure(CancellationError()))
    }
}
