import Timeline

/// Numbers in digits, shapes and times of the clock.
extension Lexer {
    private func digits(from start: Int) -> Int {
        var end = start
        while end < text.count, text[end].isASCII, text[end].isNumber { end += 1 }
        return end
    }

    mutating func readNumber() {
        var end = digits(from: position)
        if let (length, concept) = readRatio(after: end) {
            return append(concept, length: length)
        }
        if end + 1 < text.count, text[end] == ".", digits(from: end + 1) > end + 1 { end = digits(from: end + 1) }
        // More digits than any sensible number has would not be exact as a Double.
        let value = end - position <= 12 ? Double(String(text[position..<end])) : nil
        append(value.map(Concept.number) ?? .word, length: end - position)
    }

    /// 16:9, 9x16, or the time 1:30.
    private func readRatio(after end: Int) -> (length: Int, Concept)? {
        guard end < text.count, [":", "x", "/", "比", "×"].contains(text[end]), end - position <= 4 else { return nil }
        var start = end + 1
        while start < text.count, text[start] == " ", text[end] != ":" { start += 1 }
        let last = digits(from: start)
        guard last > start, last - start <= 4, let first = Int(String(text[position..<end])),
            let second = Int(String(text[start..<last]))
        else { return nil }
        let isKnown = [[16, 9], [9, 16], [1, 1], [4, 5], [3, 4], [4, 3], [2, 3], [3, 2], [5, 4], [21, 9]].contains([
            first, second,
        ])
        if isKnown { return (last - position, .ratio(first, second)) }
        if text[end] == ":", last - start == 2, second < 60 {
            return (last - position, .duration(.seconds(Double(first * 60 + second))))
        }
        if first >= 240, second >= 240 { return (last - position, Lexer.ratio(ofPixels: first, second)) }
        return nil
    }

    /// 1080x1920 is a way to say 9:16.
    private static func ratio(ofPixels width: Int, _ height: Int) -> Concept {
        var (larger, smaller) = (width, height)
        while smaller > 0 { (larger, smaller) = (smaller, larger % smaller) }
        return .ratio(width / larger, height / larger)
    }
}
