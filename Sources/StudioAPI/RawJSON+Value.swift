extension JSONValue {
    /// How deep values may be nested. The contract's own go ten deep; beyond this something is hostile or broken.
    public static let deepest = 200

    /// Reads a value leniently where that harms nothing: a whole number beyond 64 bits becomes a `double`, one beyond
    /// that infinity's neighbour, a lone surrogate U+FFFD. Of two members of one name the last counts.
    ///
    /// - Returns: nil when the value is nested deeper than ``deepest``.
    public init?(_ raw: RawJSON) {
        var scanner = JSONScanner(raw.bytes)
        guard let value = try? scanner.readValue(depth: 0) else { return nil }
        self = value
    }
}

extension JSONScanner {
    fileprivate mutating func readValue(depth: Int) throws(Failure) -> JSONValue {
        guard depth < JSONValue.deepest else { throw failure }
        switch peek() {
        case UInt8(ascii: "{"): return .object(try readObject(depth: depth))
        case UInt8(ascii: "["): return .array(try readArray(depth: depth))
        case UInt8(ascii: "\""): return .string(try readString())
        case UInt8(ascii: "t"):
            try skipWord("true")
            return .bool(true)
        case UInt8(ascii: "f"):
            try skipWord("false")
            return .bool(false)
        case UInt8(ascii: "n"):
            try skipWord("null")
            return .null
        default: return try readNumber()
        }
    }

    private mutating func readObject(depth: Int) throws(Failure) -> [String: JSONValue] {
        try expect("{")
        var members: [String: JSONValue] = [:]
        guard !take("}") else { return members }
        repeat {
            let key = try readString()
            try expect(":")
            members[key] = try readValue(depth: depth + 1)
        } while take(",")
        try expect("}")
        return members
    }

    private mutating func readArray(depth: Int) throws(Failure) -> [JSONValue] {
        try expect("[")
        var items: [JSONValue] = []
        guard !take("]") else { return items }
        repeat { items.append(try readValue(depth: depth + 1)) } while take(",")
        try expect("]")
        return items
    }

    private mutating func readNumber() throws(Failure) -> JSONValue {
        let text = String(decoding: bytes[try skipNumber()], as: UTF8.self)
        if let int = Int(text) { return .int(int) }
        guard let double = Double(text) else { throw failure }
        // JSON has no infinity: 1e999 stays a number that can be written again.
        let limit = Double.greatestFiniteMagnitude
        return .double(min(max(double, -limit), limit))
    }
}
