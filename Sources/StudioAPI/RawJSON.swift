/// A JSON value as the very bytes it came as. A draft of another studio goes back exactly as it was given: its unknown
/// keys, their order, its numbers and escapes.
public struct RawJSON: Hashable, Sendable {
    /// UTF-8 text of one JSON value, without white space around it.
    public let bytes: [UInt8]

    private init(unchecked bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The bytes, if they are one JSON value and nothing else but white space.
    public init?(_ bytes: [UInt8]) {
        var scanner = JSONScanner(bytes)
        guard let range = try? scanner.skipValue(), (try? scanner.expectEnd()) != nil else { return nil }
        self.init(unchecked: range.count == bytes.count ? bytes : Array(bytes[range]))
    }

    /// The value of `text` as a JSON string.
    public init(string text: String) {
        var bytes = [UInt8(ascii: "\"")]
        bytes.reserveCapacity(text.utf8.count + 2)
        let digits = Array("0123456789abcdef".utf8)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0x00..<0x20: bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
        self.init(unchecked: bytes)
    }

    /// An object of these members, in this order, each value byte for byte.
    ///
    ///     RawJSON(object: ["id": RawJSON(string: "render_1"), "draft": draft]).bytes  // {"id":"render_1","draft":…}
    public init(object members: KeyValuePairs<String, RawJSON>) {
        self.init(members: Array(members))
    }

    /// As ``init(object:)``, of members that were gathered one by one.
    init(members: [(key: String, value: RawJSON)]) {
        var bytes = [UInt8(ascii: "{")]
        bytes.reserveCapacity(members.reduce(2) { $0 + $1.key.utf8.count + $1.value.bytes.count + 4 })
        for (key, value) in members {
            if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
            bytes += RawJSON(string: key).bytes
            bytes.append(UInt8(ascii: ":"))
            bytes += value.bytes
        }
        bytes.append(UInt8(ascii: "}"))
        self.init(unchecked: bytes)
    }

    /// An array of these values, each byte for byte.
    public init(array values: [RawJSON]) {
        var bytes = [UInt8(ascii: "[")]
        for value in values {
            if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
            bytes += value.bytes
        }
        bytes.append(UInt8(ascii: "]"))
        self.init(unchecked: bytes)
    }

    /// `true` or `false`.
    init(_ value: Bool) {
        self.init(unchecked: Array((value ? "true" : "false").utf8))
    }

    public var isNull: Bool { bytes == Array("null".utf8) }

    /// The value at the end of `path`, one member's name per object, in a body of JSON. Of two members of one name
    /// the last counts.
    ///
    /// - Returns: nil when there is no such member, or when the body as a whole is not JSON: a body that was cut off
    ///   is not trusted for a part of it.
    public static func value(at path: [String], in body: [UInt8]) -> RawJSON? {
        range(at: path, in: body).map { RawJSON(unchecked: Array(body[$0])) }
    }

    /// As ``value(at:in:)``, in this value.
    public func value(at path: [String]) -> RawJSON? {
        RawJSON.value(at: path, in: bytes)
    }

    /// The value in the body's `data`, or else at its top: replies of this contract may put a field in either place.
    /// A `null` in `data` gives way to a value at the top.
    public static func field(_ path: [String], in body: [UInt8]) -> RawJSON? {
        let inner = value(at: ["data"] + path, in: body)
        if let inner, !inner.isNull { return inner }
        return value(at: path, in: body) ?? inner
    }

    /// Where in `body` the bytes of the value at the end of `path` are.
    public static func range(at path: [String], in body: [UInt8]) -> Range<Int>? {
        // The whole is checked first; what follows then walks over sound JSON only.
        var scanner = JSONScanner(body)
        guard var found = try? scanner.skipValue(), (try? scanner.expectEnd()) != nil else { return nil }
        for name in path {
            guard let member = try? member(name, of: found, in: body) else { return nil }
            found = member
        }
        return found
    }

    private static func member(
        _ name: String,
        of object: Range<Int>,
        in body: [UInt8]
    ) throws(JSONScanner.Failure) -> Range<Int>? {
        var scanner = JSONScanner(body, at: object.lowerBound)
        guard scanner.take("{"), !scanner.take("}") else { return nil }
        var found: Range<Int>?
        repeat {
            let key = try scanner.readString()
            try scanner.expect(":")
            let value = try scanner.skipValue()
            // Byte by byte: Swift's == also takes "é" in its two spellings for the same.
            if key.utf8.elementsEqual(name.utf8) { found = value }
        } while scanner.take(",")
        return found
    }
}
