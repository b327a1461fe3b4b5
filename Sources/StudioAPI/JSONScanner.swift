/// Walks over JSON text byte by byte, by RFC 8259 and nothing beyond, without recursion: a value nested a million
/// times deep costs a million bytes, not the stack.
struct JSONScanner {
    /// What is not JSON, and where.
    struct Failure: Error, Hashable {
        var offset: Int
    }

    let bytes: [UInt8]
    private(set) var offset: Int

    init(_ bytes: [UInt8], at offset: Int = 0) {
        self.bytes = bytes
        self.offset = offset
    }

    var failure: Failure { Failure(offset: offset) }

    /// The next byte that is no white space, not taken; nil at the end.
    mutating func peek() -> UInt8? {
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): offset += 1
            default: return bytes[offset]
            }
        }
        return nil
    }

    /// Takes the byte if it comes next, after any white space.
    mutating func take(_ byte: Unicode.Scalar) -> Bool {
        guard peek() == UInt8(ascii: byte) else { return false }
        offset += 1
        return true
    }

    mutating func expect(_ byte: Unicode.Scalar) throws(Failure) {
        guard take(byte) else { throw failure }
    }

    /// Throws unless nothing but white space is left.
    mutating func expectEnd() throws(Failure) {
        guard peek() == nil else { throw failure }
    }

    /// Walks over a whole value and gives the place of its bytes, without the white space around it.
    mutating func skipValue() throws(Failure) -> Range<Int> {
        _ = peek()
        let start = offset
        var closers: [UInt8] = []
        while true {
            // At the beginning of a value.
            switch peek() {
            case UInt8(ascii: "{"):
                offset += 1
                if !take("}") {
                    closers.append(UInt8(ascii: "}"))
                    try skipKey()
                    continue
                }
            case UInt8(ascii: "["):
                offset += 1
                if !take("]") {
                    closers.append(UInt8(ascii: "]"))
                    continue
                }
            default:
                try skipScalar()
            }
            // Behind a value: what comes before the next one, if there is one.
            while let closer = closers.last {
                if take(",") {
                    if closer == UInt8(ascii: "}") { try skipKey() }
                    break
                }
                guard peek() == closer else { throw failure }
                offset += 1
                closers.removeLast()
            }
            if closers.isEmpty { return start..<offset }
        }
    }

    private mutating func skipKey() throws(Failure) {
        _ = try skipString()
        try expect(":")
    }

    private mutating func skipScalar() throws(Failure) {
        switch peek() {
        case UInt8(ascii: "\""): _ = try skipString()
        case UInt8(ascii: "t"): try skipWord("true")
        case UInt8(ascii: "f"): try skipWord("false")
        case UInt8(ascii: "n"): try skipWord("null")
        default: _ = try skipNumber()
        }
    }

    mutating func skipWord(_ word: StaticString) throws(Failure) {
        for index in 0..<word.utf8CodeUnitCount {
            guard offset < bytes.count, bytes[offset] == word.utf8Start[index] else { throw failure }
            offset += 1
        }
    }

    /// Walks over a number.
    mutating func skipNumber() throws(Failure) -> Range<Int> {
        _ = peek()
        let start = offset
        func byte() -> UInt8? { offset < bytes.count ? bytes[offset] : nil }
        func isDigit(_ byte: UInt8?) -> Bool {
            byte.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
        }
        if byte() == UInt8(ascii: "-") { offset += 1 }
        guard isDigit(byte()) else { throw failure }
        if byte() == UInt8(ascii: "0") {
            offset += 1
        } else {
            while isDigit(byte()) { offset += 1 }
        }
        if byte() == UInt8(ascii: ".") {
            offset += 1
            guard isDigit(byte()) else { throw failure }
            while isDigit(byte()) { offset += 1 }
        }
        if byte() == UInt8(ascii: "e") || byte() == UInt8(ascii: "E") {
            offset += 1
            if byte() == UInt8(ascii: "+") || byte() == UInt8(ascii: "-") { offset += 1 }
            guard isDigit(byte()) else { throw failure }
            while isDigit(byte()) { offset += 1 }
        }
        return start..<offset
    }

    /// Walks over a string and gives the place of what is between its quotes.
    mutating func skipString() throws(Failure) -> Range<Int> {
        try expect("\"")
        let start = offset
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "\""):
                offset += 1
                return start..<(offset - 1)
            case UInt8(ascii: "\\"):
                offset += 1
                try skipEscape()
            case 0x00..<0x20:
                throw failure
            default:
                offset += 1
            }
        }
        throw failure
    }

    private mutating func skipEscape() throws(Failure) {
        guard offset < bytes.count else { throw failure }
        switch bytes[offset] {
        case UInt8(ascii: "u"):
            guard offset + 4 < bytes.count, hex(at: offset + 1) != nil else { throw failure }
            offset += 5
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            offset += 1
        default:
            throw failure
        }
    }

    /// The value of the four hex digits at `place`.
    func hex(at place: Int) -> UInt16? {
        var value: UInt16 = 0
        for byte in bytes[place..<(place + 4)] {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt16(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt16(byte - UInt8(ascii: "a") + 10)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt16(byte - UInt8(ascii: "A") + 10)
            default: return nil
            }
        }
        return value
    }
}
