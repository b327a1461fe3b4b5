import StudioAPI

/// One thing a stream said.
enum SSEFrame: Hashable, Sendable {
    case event(StreamEvent)
    /// A failure of the agent's server, in its words.
    case error(String)
    /// A sign of life: a comment, empty data, or something nobody can read.
    case heartbeat
}

/// Takes the bytes of an event stream and tells the frames in them: a pure state machine, to which it is all the same
/// how the bytes are cut into pieces.
///
/// Lines end at the bytes LF, CR and CRLF and nowhere else: U+2028, U+2029 and U+0085 come raw inside the JSON. The
/// only sign of an end is ``finish()``.
struct SSEReader {
    /// A frame longer than this is read past, not kept.
    static let frameLimit = 16 << 20

    /// An error's text needs no more.
    private static let errorLimit = 64 << 10

    private var line: [UInt8] = []
    private var data: [UInt8] = []
    private var hasData = false
    private var isFirstLine = true
    private var endedWithCR = false
    private var isTooLong = false
    /// An error that is no JSON: its text goes on over lines without `data:` and over blank ones.
    private var brokenError: [UInt8]?

    private var isError: Bool { data.starts(with: "{\"error\"".utf8) }

    /// The frames that are complete with these bytes.
    mutating func read(_ bytes: some Sequence<UInt8>) -> [SSEFrame] {
        var frames: [SSEFrame] = []
        let done: Void? = bytes.withContiguousStorageIfAvailable { read($0, &frames) }
        if done == nil { Array(bytes).withUnsafeBufferPointer { read($0, &frames) } }
        return frames
    }

    /// The stream ended within a frame: what it says is not all there was. Known after ``finish()``.
    private(set) var endedWithinFrame = false

    /// The frames that were still open when the stream ended.
    mutating func finish() -> [SSEFrame] {
        var frames: [SSEFrame] = []
        let isPartOfField = !line.isEmpty && "data:".utf8.starts(with: line)
        if !line.isEmpty { endLine(&frames) }
        endedWithinFrame = isPartOfField || (data.first == UInt8(ascii: "{") && !isError && RawJSON(data) == nil)
        endFrame(&frames)
        endBrokenError(&frames)
        return frames
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ frames: inout [SSEFrame]) {
        var rest = bytes[...]
        if endedWithCR, rest.first == 0x0A { rest = rest.dropFirst() }
        if !bytes.isEmpty { endedWithCR = false }
        while let end = rest.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
            keep(rest[..<end])
            endLine(&frames)
            var next = end + 1
            if rest[end] == 0x0D {
                if next == rest.endIndex {
                    endedWithCR = true
                } else if rest[next] == 0x0A {
                    next += 1
                }
            }
            rest = rest[next...]
        }
        keep(rest)
    }

    private mutating func keep(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
        guard line.count + data.count + bytes.count <= Self.frameLimit else {
            isTooLong = true
            line.removeAll()
            return
        }
        if !isTooLong { line.append(contentsOf: bytes) }
    }

    private mutating func endLine(_ frames: inout [SSEFrame]) {
        defer {
            line.removeAll(keepingCapacity: line.capacity < 1 << 16)
            isFirstLine = false
        }
        if isFirstLine, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
        if line.starts(with: "data:".utf8) {
            endBrokenError(&frames)
            var content = line[5...]
            if content.first == 0x20 { content = content.dropFirst() }
            if hasData { data.append(0x0A) }
            data.append(contentsOf: content)
            hasData = true
        } else if brokenError != nil {
            extendBrokenError()
        } else if !line.isEmpty, hasData, isError {
            // The error ends here, or this is more of one that was written with its line breaks as they are.
            endFrame(&frames)
            if brokenError != nil { extendBrokenError() }
        } else if line.isEmpty {
            endFrame(&frames)
        } else if line.first == UInt8(ascii: ":") {
            frames.append(.heartbeat)
        }
        // Any other line names an event, an id or a retry, or is junk.
    }

    private mutating func extendBrokenError() {
        let room = Self.errorLimit - (brokenError?.count ?? 0)
        if room > 0 { brokenError?.append(contentsOf: [0x0A] + line.prefix(room)) }
    }

    private mutating func endFrame(_ frames: inout [SSEFrame]) {
        defer {
            data.removeAll(keepingCapacity: data.capacity < 1 << 16)
            hasData = false
            isTooLong = false
        }
        if isTooLong {
            frames.append(.heartbeat)
        } else if hasData {
            interpret(&frames)
        }
    }

    private mutating func interpret(_ frames: inout [SSEFrame]) {
        if isError {
            if let failure = ServerFailure(data) {
                frames.append(.error(failure.text))
            } else {
                // Not over yet: what follows up to the next data belongs to it.
                brokenError = Array(data.prefix(Self.errorLimit))
            }
        } else if let event = Self.event(data) {
            frames.append(event.isHeartbeat ? .heartbeat : .event(event))
        } else {
            // Frames without the blank line between them.
            let lines = data.split(separator: 0x0A)
            let events = lines.count > 1 ? lines.compactMap { Self.event(Array($0)) } : []
            frames += events.isEmpty ? [.heartbeat] : events.map { .event($0) }
        }
    }

    private static func event(_ json: [UInt8]) -> StreamEvent? {
        JSONValue(body: json).flatMap { StreamEvent($0) }
    }

    private mutating func endBrokenError(_ frames: inout [SSEFrame]) {
        guard let bytes = brokenError else { return }
        brokenError = nil
        var text = String(decoding: bytes, as: UTF8.self).trimmed
        // What is around the words in `{"error": "words"}`.
        if let colon = text.firstIndex(of: ":") { text = text[text.index(after: colon)...].trimmed }
        if text.hasSuffix("}") { text = text.dropLast().trimmed }
        if text.hasPrefix("\"") { text.removeFirst() }
        if text.hasSuffix("\"") { text.removeLast() }
        frames.append(.error(text))
    }
}

/// The object `{"error": …}` at the end of a stream that failed.
private struct ServerFailure {
    var text: String

    init?(_ json: [UInt8]) {
        guard let error = JSONValue(body: json)?["error"] else { return nil }
        text = error.text ?? error["message"]?.text ?? error["code"]?.text ?? ""
    }
}
