import Foundation
import StudioAPI
import Synchronization

/// A real browser without a window, spoken to in its own protocol over two pipes: no port, no other program.
///
/// The protocol: https://chromedevtools.github.io/devtools-protocol/; a message is JSON with a zero byte at its end.
final class Browser: Sendable {
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    /// Something the browser told without being asked.
    struct Event: Sendable {
        var method: String
        var parameters: JSONValue
        /// The tab it is of.
        var session: String?
    }

    private struct State {
        var lastID = 0
        var waiting: [Int: CheckedContinuation<JSONValue, any Error>] = [:]
        var events: [Event] = []
        var isGone = false
    }

    private let state = Mutex(State())
    private let requests = Pipe()
    private let replies = Pipe()
    private let errors: String
    private let program: Mutex<Process>

    /// - Parameter folder: Where the browser keeps its own files.
    init(folder: String) throws {
        errors = folder + "/browser.log"
        // It reads from descriptor 3 and writes to 4; a shell puts our pipes there.
        let options = [
            "--headless=new", "--remote-debugging-pipe", "--user-data-dir=\(folder)/browser", "--no-sandbox",
            "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--disable-extensions",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--mute-audio",
            "--disable-dev-shm-usage", "--proxy-server=direct://",
        ]
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments =
            ["-c", "log=$1; shift; exec chromium \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>\"$log\"", "sh", errors]
            + options
        process.standardInput = requests
        process.standardOutput = replies
        try process.run()
        program = Mutex(process)
        Thread.detachNewThread { [self] in listen() }
    }

    /// Ends the browser and waits until it is gone.
    func close() async {
        _ = try? await call("Browser.close")
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { [self] in
                program.withLock { $0.waitUntilExit() }
                continuation.resume()
            }
        }
    }

    /// All that was told of a tab until now.
    func events(of session: String) -> [Event] {
        state.withLock { $0.events.filter { $0.session == session } }
    }

    /// Asks for something.
    ///
    /// - Parameter session: The tab that is meant; nil: the browser itself.
    @discardableResult
    func call(_ method: String, _ parameters: JSONValue = [:], session: String? = nil) async throws -> JSONValue {
        try await withCheckedThrowingContinuation { continuation in
            let id = state.withLock { state -> Int? in
                if state.isGone { return nil }
                state.lastID += 1
                state.waiting[state.lastID] = continuation
                return state.lastID
            }
            guard let id else { return continuation.resume(throwing: gone) }
            var message: [String: JSONValue] = ["id": .int(id), "method": .string(method), "params": parameters]
            if let session { message["sessionId"] = .string(session) }
            do {
                try requests.fileHandleForWriting.write(contentsOf: JSONEncoder().encode(message) + [0])
            } catch {
                // Its end is noticed by the thread that listens.
            }
        }
    }

    private var gone: Failure {
        let words = (try? String(contentsOfFile: errors, encoding: .utf8)) ?? ""
        return Failure(description: "chromium ended (is the package installed?): \(words.suffix(2000))")
    }

    private func listen() {
        var rest = Data()
        while true {
            let piece = replies.fileHandleForReading.availableData
            if piece.isEmpty { break }
            rest += piece
            while let end = rest.firstIndex(of: 0) {
                if let message = try? JSONDecoder().decode(JSONValue.self, from: rest[rest.startIndex..<end]) {
                    take(message)
                }
                rest = Data(rest[(end + 1)...])
            }
        }
        let waiting = state.withLock { state in
            state.isGone = true
            defer { state.waiting = [:] }
            return state.waiting.values.map { $0 }
        }
        for continuation in waiting { continuation.resume(throwing: gone) }
    }

    private func take(_ message: JSONValue) {
        guard let id = message["id"]?.int else {
            guard let method = message["method"]?.string else { return }
            let event = Event(
                method: method,
                parameters: message["params"] ?? [:],
                session: message["sessionId"]?.string
            )
            return state.withLock { $0.events.append(event) }
        }
        let continuation = state.withLock { $0.waiting.removeValue(forKey: id) }
        if let error = message["error"] {
            continuation?.resume(throwing: Failure(description: error["message"]?.string ?? "\(error)"))
        } else {
            continuation?.resume(returning: message["result"] ?? .null)
        }
    }
}
