import TestKit

/// Bytes that were something sensible before.
struct Mutator {
    private var random: Random

    init(seed: Int) { random = Random(seed: UInt64(seed)) }

    /// What parsers and terminals stumble over, and what must never be shown.
    private static let morsels: [[UInt8]] =
        [
            "data: ", "data:", "\n\n", "\r", "\r\n", ": ping\n\n", "{\"error\"", "{\"error\": \"", "[DONE]", "null",
            "{}",
            "\"", "\\", "\\u0000", "\\u001b[2J", "\\ud83d", "\u{1B}]0;x\u{7}", "\u{9B}31m", "\u{85}", "\u{2028}",
            "\u{7F}", "\u{0}", "\u{202E}", "1e999", "-0", "99999999999999999999", "true", "\"partial\":true,",
            "\"thought\":true,", "nmv_usr_TOPSECRET", "clm_TOPSECRET", "Bearer TOPSECRET", "\u{FEFF}", "\"code\":1001,",
            "I encountered a temporary issue.", "<html>", "é", "🌅",
        ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xE2, 0x80], Array(repeating: 0x5B, count: 500)]

    mutating func mutate(_ bytes: [UInt8], of others: [[UInt8]]) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<random.number(1...6) {
            let at = random.number(0...bytes.count)
            let end = min(bytes.count, at + random.number(0...40))
            switch random.number(0...6) {
            case 0: if at < bytes.count { bytes[at] = UInt8(truncatingIfNeeded: random.next()) }
            case 1: bytes.insert(contentsOf: random.pick(Self.morsels), at: at)
            case 2: bytes.removeSubrange(at..<end)
            case 3: bytes.insert(contentsOf: bytes[at..<end], at: random.number(0...bytes.count))
            case 4: bytes.removeSubrange(at...)
            case 5:
                let other = random.pick(others)
                let start = random.number(0...other.count)
                bytes.insert(contentsOf: other[start..<min(other.count, start + random.number(0...300))], at: at)
            default: bytes.insert(contentsOf: random.pick(Self.morsels), at: at)
            }
        }
        return bytes
    }

    /// Places to cut `count` bytes at.
    mutating func cuts(_ count: Int) -> [Int] {
        (0..<random.number(0...6)).map { _ in random.number(0...count) }.sorted()
    }

    mutating func pick<Value>(_ values: [Value]) -> Value { random.pick(values) }
}
