import Synchronization

/// The one thread all transfers run on: it owns every libcurl handle, and others leave it notes and wake it.
final class EventLoop: Sendable {
    private enum Note: Sendable {
        case start(HTTPRequest, Exchange)
        case resume(Exchange)
        case cancel(Exchange)
    }

    private struct Inbox {
        var notes: [Note] = []
        var isStopped = false
    }

    private let inbox = Mutex(Inbox())
    private let multi: MultiHandle

    init() {
        Curl.prepare()
        let multi = MultiHandle()
        self.multi = multi
        startThread { self.run() }
    }

    func start(_ request: HTTPRequest, _ exchange: Exchange) { leave(.start(request, exchange)) }

    /// Lets a server that was held back go on.
    func resume(_ exchange: Exchange) { leave(.resume(exchange)) }

    func cancel(_ exchange: Exchange) {
        exchange.cancel()
        leave(.cancel(exchange))
    }

    /// Ends the thread, and every transfer that still runs.
    func stop() {
        inbox.withLock { $0.isStopped = true }
        multi.wake()
    }

    private func leave(_ note: Note) {
        inbox.withLock { $0.notes.append(note) }
        multi.wake()
    }

    private func run() {
        var transfers: [ObjectIdentifier: EasyHandle] = [:]
        while true {
            let (notes, isStopped) = inbox.withLock { inbox in
                defer { inbox.notes = [] }
                return (inbox.notes, inbox.isStopped)
            }
            for note in notes { follow(note, &transfers) }
            if isStopped { break }
            for (easy, result) in multi.perform() {
                guard let transfer = transfers.values.first(where: { $0.handle == easy }) else { continue }
                transfers[ObjectIdentifier(transfer.exchange)] = nil
                multi.remove(transfer)
                transfer.finish(result)
            }
            multi.wait()
        }
        for transfer in transfers.values {
            multi.remove(transfer)
            transfer.exchange.cancel()
        }
    }

    private func follow(_ note: Note, _ transfers: inout [ObjectIdentifier: EasyHandle]) {
        switch note {
        case .start(let request, let exchange):
            do {
                let transfer = try EasyHandle(request, exchange)
                try multi.add(transfer)
                transfers[ObjectIdentifier(exchange)] = transfer
            } catch {
                exchange.end(.failure(HTTPError(.failed, host: request.host, subject: "\(error)")))
            }
        case .resume(let exchange):
            transfers[ObjectIdentifier(exchange)]?.resume()
        case .cancel(let exchange):
            guard let transfer = transfers.removeValue(forKey: ObjectIdentifier(exchange)) else { return }
            multi.remove(transfer)
        }
    }
}
