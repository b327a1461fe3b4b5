/// Chance that repeats: the same seed and purpose give the same choices on every machine and in every version of the
/// standard library. SplitMix64 (Steele, Lea and Flood, 2014).
struct SeededRandom {
    private var state: UInt64

    /// - Parameter purpose: Separates streams of one seed: one choice more here changes nothing elsewhere.
    init(_ seed: Int, _ purpose: String) {
        // FNV-1a over the purpose, then mixed with the seed.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in purpose.utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
        }
        state = hash ^ (UInt64(bitPattern: Int64(seed)) &* 0x9e37_79b9_7f4a_7c15)
        _ = next()
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// A whole number in 0..<`bound`.
    mutating func below(_ bound: Int) -> Int {
        Int(next() >> 11) % max(bound, 1)
    }

    mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.count)
    }

    /// True with the probability `likelihood`.
    mutating func chance(_ likelihood: Double) -> Bool {
        Double(next() >> 11) / 0x1p53 < likelihood
    }

    /// One of `choices`, which must not be empty.
    mutating func pick<Element>(_ choices: [Element]) -> Element {
        choices[below(choices.count)]
    }
}
