import Timeline

/// A small generator with a seed, so that a failing case comes again.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension Timeline {
    /// Any timeline a person could make, and some that nobody would.
    static func random(using random: inout SplitMix) -> Timeline {
        var timeline = Timeline()
        for index in 0..<Int.random(in: 1...12, using: &random) {
            let long = Bool.random(using: &random)
            timeline.segments.append(
                Segment(
                    id: "s\(index)",
                    media: "m\(index)",
                    kind: Int.random(in: 0..<5, using: &random) == 0 ? .clip : .photo,
                    name: "\(index).jpg",
                    size: PixelSize(
                        width: Int.random(in: 1...6000, using: &random),
                        height: Int.random(in: 1...6000, using: &random)
                    ),
                    duration: Milliseconds(Int.random(in: 1...(long ? 20_000 : 900), using: &random)),
                    fit: Fit.allCases.randomElement(using: &random) ?? .auto,
                    motion: Motion(
                        Move.allCases.randomElement(using: &random) ?? .none,
                        focusX: Double.random(in: 0...1, using: &random),
                        focusY: Double.random(in: 0...1, using: &random),
                        strength: Double.random(in: 0...0.5, using: &random)
                    ),
                    transition: Transition(
                        TransitionStyle.allCases.randomElement(using: &random) ?? .cut,
                        duration: Milliseconds(Int.random(in: 0...3000, using: &random))
                    )
                )
            )
        }
        for index in 0..<Int.random(in: 0...4, using: &random) {
            timeline.texts.append(
                TextSegment(
                    id: "t\(index)",
                    text: "Title \(index)",
                    start: Milliseconds(Int.random(in: 0...30_000, using: &random)),
                    duration: Milliseconds(Int.random(in: 1...8000, using: &random))
                )
            )
        }
        return timeline
    }
}
