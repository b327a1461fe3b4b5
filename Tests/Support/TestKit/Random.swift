/// SplitMix64: the same numbers at every run, so that a failure can be met again.
public struct Random: RandomNumberGenerator {
    private var state: UInt64

    public init(seed: UInt64) {
        state = seed
    }

    public mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    public mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
    public mutating func part() -> Double { Double.random(in: 0...1, using: &self) }
    public mutating func isTrue(oneIn: Int = 2) -> Bool { number(1...oneIn) == 1 }
    public mutating func pick<Choices: Collection>(_ choices: Choices) -> Choices.Element {
        choices.randomElement(using: &self)!
    }

    /// Text of all kinds of characters, those that JSON and terminals stumble over among them.
    public mutating func text() -> String {
        let parts = [
            "a", "Z", " ", "\"", "\\", "/", "'", "<b>", "&", "\n", "\r\n", "\t", "\0", "\u{7}", "\u{1B}[31m", "\u{7F}",
            "\u{85}", "\u{9B}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFD}", "é", "e\u{301}", "樱花", "שלום", "مرحبا",
            "\u{202E}", "🌅", "👨‍👩‍👧‍👦", "🇨🇳", "\u{10FFFF}", "\\u0041", "{", "}", "[", "]", ",", ":",
        ]
        return (0..<number(0...12)).map { _ in pick(parts) }.joined()
    }
}

/// Bytes that no shift or repetition leaves alike.
public func noise(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
    var random = Random(seed: seed)
    return (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
}
