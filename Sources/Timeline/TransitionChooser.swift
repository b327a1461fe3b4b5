/// Deals transitions at random, as a hand deals cards: no style comes again before all have been, and neighbours
/// always differ, if there is more than one to deal. The deal depends on the photos and on the transitions they have, so the same timeline is always
/// dealt the same, and dealing again gives others.
public enum TransitionChooser {
    /// A transition for each segment but the first, as long as it was; a cut gets the style's usual length.
    ///
    /// - Parameter family: Only styles of this kind are dealt. A kind of a single style differs by directions.
    public static func transitions(
        for timeline: Timeline,
        in family: TransitionFamily? = nil
    ) -> [SegmentID: Transition] {
        let styles = TransitionStyle.allCases.filter { $0 != .cut && (family == nil || $0.family == family) }
        let seed = timeline.segments.map { $0.media + $0.transition.style.rawValue }.joined(separator: "/")
        var dice = Dice(seed)
        var deck: [TransitionStyle] = []
        var last: TransitionStyle?
        var dealt: [SegmentID: Transition] = [:]
        for segment in timeline.segments.dropFirst() {
            if deck.isEmpty { deck = shuffled(styles, notFirst: last, &dice) }
            guard let style = deck.popLast() else { break }
            last = style
            let direction = Direction.allCases[dice.roll(Direction.allCases.count)]
            dealt[segment.id] = segment.transition.restyled(as: style, direction: direction)
        }
        return dealt
    }

    /// The styles, to be taken from the end (Fisher and Yates).
    private static func shuffled(
        _ styles: [TransitionStyle],
        notFirst last: TransitionStyle?,
        _ dice: inout Dice
    ) -> [TransitionStyle] {
        var deck = styles
        for index in deck.indices.dropFirst().reversed() { deck.swapAt(index, dice.roll(index + 1)) }
        if deck.last == last { deck.swapAt(0, deck.count - 1) }
        return deck
    }
}

extension Transition {
    /// The same in another style: a length the person chose stays, a usual one becomes the new style's.
    public func restyled(as style: TransitionStyle, direction: Direction? = nil) -> Transition {
        let isUsual = duration == .zero || duration == self.style.usualDuration
        return Transition(
            style,
            duration: isUsual ? style.usualDuration : duration,
            direction: direction ?? self.direction,
            easing: easing
        )
    }
}
