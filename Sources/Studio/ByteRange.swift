/// What a Range header asks for. Only a single range is understood; others are as good as none (RFC 9110, 14.2).
enum ByteRange: Equatable {
    case from(Int)
    case span(ClosedRange<Int>)
    case last(Int)

    /// - Parameter header: "bytes=0-499", "bytes=500-" or "bytes=-500".
    init?(_ header: String) {
        guard header.hasPrefix("bytes=") else { return nil }
        let ends = header.dropFirst(6).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard ends.count == 2 else { return nil }
        let first = Self.number(ends[0])
        let last = Self.number(ends[1])
        switch (ends[0].isEmpty, ends[1].isEmpty) {
        case (true, false):
            guard let last else { return nil }
            self = .last(last)
        case (false, true):
            guard let first else { return nil }
            self = .from(first)
        case (false, false):
            guard let first, let last, first <= last else { return nil }
            self = .span(first...last)
        case (true, true):
            return nil
        }
    }

    private static func number(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
    }

    /// The bytes meant, of a file of this size; nil when it has none of them.
    func resolved(in size: Int) -> Range<Int>? {
        switch self {
        case .from(let first): first < size ? first..<size : nil
        case .span(let span): span.lowerBound < size ? span.lowerBound..<min(span.upperBound, size - 1) + 1 : nil
        case .last(let count): count > 0 && size > 0 ? max(size - count, 0)..<size : nil
        }
    }
}
