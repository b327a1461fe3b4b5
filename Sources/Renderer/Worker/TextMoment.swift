internal import Media
internal import Timeline

/// How far a text has come, or gone, at one of its frames. Everything runs one way: nothing ever steps back.
struct TextMoment: Equatable {
    /// 0 to 1.
    var opacity = 1.0
    /// How far below its place it stands, in parts of the way that a rise takes; negative above.
    var drop = 0.0
    /// How many characters are there.
    var characters: Int
    /// How much of what goes with the text is there, whatever its letters do: 0 to 1.
    var presence = 1.0

    /// - Parameters:
    ///   - position: the frames of the text's time before this one.
    ///   - characters: how many the text has.
    init(_ block: TextBlock, at position: Int, characters: Int) {
        self.characters = characters
        let style = block.design.style
        let entrance = Self.share(of: position, in: Self.frames(style.fadeIn, style.entrance, in: block.length))
        let rest = block.length - 1 - position
        let exit = Self.share(of: rest, in: Self.frames(style.fadeOut, style.exit, in: block.length))
        apply(style.entrance, entrance, isExit: false)
        apply(style.exit, exit, isExit: true)
        presence = Self.smooth(min(entrance, exit))
    }

    private mutating func apply(_ animation: TextAnimation, _ share: Double, isExit: Bool) {
        guard share < 1 else { return }
        switch animation {
        case .none: return
        case .fade: opacity = min(opacity, Self.smooth(share))
        case .rise:
            opacity = min(opacity, Self.smooth(share))
            // Fast at first and ever slower; on its way out the other way round.
            let rest = (1 - share) * (1 - share) * (1 - share)
            drop += isExit ? -rest : rest
        case .typewriter:
            // The first letter is there at once, the last when the time is over.
            characters = min(characters, Int((share * Double(characters)).rounded(.up)))
        }
    }

    private static func frames(_ length: Milliseconds, _ animation: TextAnimation, in whole: Int) -> Int {
        animation == .none ? 0 : min(FrameClock.frames(in: length), whole / 2)
    }

    /// How much of an entrance is over in the middle of a frame: 0 to 1.
    private static func share(of frames: Int, in length: Int) -> Double {
        length > 0 ? min((Double(frames) + 0.5) / Double(length), 1) : 1
    }

    /// Starts and ends gently.
    private static func smooth(_ share: Double) -> Double { share * share * (3 - 2 * share) }
}
