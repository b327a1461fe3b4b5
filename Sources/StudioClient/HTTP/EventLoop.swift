import CCurl
import Glibc
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

    /// Lets a studio that was held back go on.
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
                exchange.end(.failure(StudioError(.failed, "The request could not be made (\(error)).")))
            }
        case .resume(let exchange):
            transfers[ObjectIdentifier(exchange)]?.resume()
        case .cancel(let exchange):
            guard let transfer = transfers.removeValue(forKey: ObjectIdentifier(exchange)) else { return }
            multi.remove(transfer)
        }
    }
}

/// A `CURLM` handle.
private final class MultiHandle: Sendable {
    // Used on the loop's thread alone, but for curl_multi_wakeup, which libcurl allows on any. The handle lives as long
    // as the last reference, so no thread wakes one that is gone.
    private nonisolated(unsafe) let handle: UnsafeMutableRawPointer

    init() {
        guard let handle = curl_multi_init() else { fatalError("curl_multi_init: out of memory") }
        self.handle = handle
    }

    deinit { curl_multi_cleanup(handle) }

    func add(_ transfer: EasyHandle) throws(Curl.Failure) {
        try Curl.check("curl_multi_add_handle") { curl_multi_add_handle(handle, transfer.handle) }
    }

    func remove(_ transfer: EasyHandle) {
        curl_multi_remove_handle(handle, transfer.handle)
    }

    /// Moves every transfer on, and returns those that are through.
    func perform() -> [(UnsafeMutableRawPointer, CURLcode)] {
        var running: Int32 = 0
        curl_multi_perform(handle, &running)
        var ended: [(UnsafeMutableRawPointer, CURLcode)] = []
        var left: Int32 = 0
        while let message = curl_multi_info_read(handle, &left) {
            if message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle {
                ended.append((easy, kinora_curl_message_result(message)))
            }
        }
        return ended
    }

    /// Sleeps until a socket, a timer of libcurl's or a call to ``wake()`` has something to do.
    func wait() {
        curl_multi_poll(handle, nil, 0, 60_000, nil)
    }

    func wake() {
        curl_multi_wakeup(handle)
    }
}

/// Runs `body` on a thread of its own that no signal interrupts: they are for the threads that expect them, and a
/// SIGPIPE of a broken TLS connection is for nobody.
func startThread(_ body: @escaping @Sendable () -> Void) {
    final class Box {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    // A thread inherits the mask of the one that makes it.
    pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    var thread = pthread_t()
    let box = Unmanaged.passRetained(Box(body)).toOpaque()
    let code = pthread_create(
        &thread,
        nil,
        { argument in
            guard let argument else { return nil }
            Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().body()
            return nil
        },
        box
    )
    guard code == 0 else { fatalError("pthread_create: error \(code)") }
    pthread_detach(thread)
}
