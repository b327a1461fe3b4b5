extension JSONScanner {
    /// Reads a string. A lone surrogate, which no text can hold, and bytes that are no UTF-8 become U+FFFD.
    mutating func readString() throws(Failure) -> String {
        text(in: try skipString())
    }

    /// The text that the bytes between a string's quotes stand for; they must have been walked over before.
    func text(in place: Range<Int>) -> String {
        guard bytes[place].contains(UInt8(ascii: "\\")) else { return String(decoding: bytes[place], as: UTF8.self) }
        var text: [UInt8] = []
        text.reserveCapacity(place.count)
        var next = place.lowerBound
        while next < place.upperBound {
            guard bytes[next] == UInt8(ascii: "\\") else {
                text.append(bytes[next])
                next += 1
                continue
            }
            let letter = bytes[next + 1]
            next += 2
            switch letter {
            case UInt8(ascii: "b"): text.append(0x08)
            case UInt8(ascii: "f"): text.append(0x0C)
            case UInt8(ascii: "n"): text.append(0x0A)
            case UInt8(ascii: "r"): text.append(0x0D)
            case UInt8(ascii: "t"): text.append(0x09)
            case UInt8(ascii: "u"): text.append(contentsOf: String(scalar(at: &next, before: place.upperBound)).utf8)
            default: text.append(letter)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The scalar whose hex digits begin at `next`, with the other half of its pair where it has one.
    private func scalar(at next: inout Int, before end: Int) -> Character {
        let replacement: Character = "\u{FFFD}"
        guard let first = hex(at: next) else { return replacement }
        next += 4
        var value = UInt32(first)
        if (0xD800..<0xDC00).contains(first), next + 6 <= end, bytes[next] == UInt8(ascii: "\\"),
            bytes[next + 1] == UInt8(ascii: "u"), let second = hex(at: next + 2), (0xDC00..<0xE000).contains(second)
        {
            next += 6
            value = 0x10000 + (value - 0xD800) << 10 + (UInt32(second) - 0xDC00)
        }
        return Unicode.Scalar(value).map(Character.init) ?? replacement
    }
}
