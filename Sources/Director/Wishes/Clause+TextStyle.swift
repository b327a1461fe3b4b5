import Timeline

/// How texts look.
extension Clause {
    /// Words that can only mean the look of texts: with them no text need be named.
    var saysTextStyle: Bool {
        says { concept in
            switch concept {
            case .font, .noun(.font), .noun(.outline), .noun(.lowerThird), .animation(.typewriter), .bold, .italic: true
            default: false
            }
        } || says(.noun(.box)) && !says(.noun(.transition))
    }

    /// A part that says only how the text spoken of before looks: "yellow", "at the bottom for 5 seconds".
    var isAboutStyle: Bool {
        let meaningful = leftovers.map { tokens[$0].concept }
        let hasVerb = meaningful.contains { if case .verb = $0 { true } else { false } }
        let fits = meaningful.allSatisfy { concept in
            switch concept {
            case .color, .place, .position, .degree(.bigger), .degree(.smaller), .degree(.huge), .degree(.tiny),
                .always,
                .verb(.make), .verb(.move), .verb(.show), .verb(.use), .verb(.add), .verb(.remove), .not,
                .noun(.position), .noun(.color), .noun(.size), .noun(.font), .noun(.outline), .noun(.box), .noun(.text),
                .noun(.background), .noun(.motion), .says, .verb(.set), .font, .bold, .italic, .animation, .fade,
                .fadeIn, .fadeOut, .exit, .noun(.lowerThird):
                return true
            case .degree(.gentler), .verb(.slower), .verb(.faster), .percent, .factor, .degree(.stronger):
                // They need something of a text beside them.
                return saysTextStyle || says { Clause.isFade($0) || Clause.isAnimation($0) }
            case .duration:
                // "For 5 seconds" goes on about the text, "30 seconds" about the video.
                let isFade = says { Clause.isFade($0) || Clause.isAnimation($0) }
                return (says(.link(.for)) || says(.link(.from)) || says(.verb(.show)) || isFade) && !says(.verb(.make))
                    && !says(.it)
            default:
                return false
            }
        }
        return !meaningful.isEmpty && fits && !(hasVerb && meaningful.count == 1)
    }

    private static func isAnimation(_ concept: Concept) -> Bool {
        if case .animation = concept { true } else { false }
    }

    mutating func takeStyle(into style: inout TextStyleWish) {
        takeFrames(into: &style)
        if let color = takeColor() { style.color = color }
        takeSize(into: &style)
        style.font = takeFirst { if case .font(let font) = $0 { font } else { nil } }
        style.isBold = takeFlag(.bold)
        style.isItalic = takeFlag(.italic)
        takeMovement(into: &style)
        style.position = takePosition()
    }

    private mutating func takeColor() -> String? {
        takeFirst { if case .color(let color) = $0 { color } else { nil } }
    }

    /// True if it is said, false if it is not wanted.
    private mutating func takeFlag(_ concept: Concept) -> Bool? {
        guard contains(concept) else { return nil }
        takeAll(concept)
        return !isRemoving
    }

    private mutating func takeSize(into style: inout TextStyleWish) {
        let steps: [(Degree, Double)] = [(.huge, 1.7), (.tiny, 1 / 1.7), (.bigger, 1.3), (.smaller, 1 / 1.3)]
        if let (_, factor) = steps.first(where: { take(.degree($0.0)) }) {
            style.size = contains(.degree(.much)) ? factor * factor : factor
        }
        if let factor = takeFirst({ if case .factor(let factor) = $0 { factor } else { nil } }) {
            style.size = (style.size ?? 1) < 1 && factor > 1 ? 1 / factor : factor
        } else if let percent = takeFirst({ if case .percent(let percent) = $0 { percent } else { nil } }) {
            // "30% bigger", "at 150%".
            let part = percent / 100
            style.size = style.size.map { $0 > 1 ? 1 + part : max(1 - part, 0.1) } ?? part
        }
    }

    /// Outline and box, each with the colour that stands beside it: "red with a black outline".
    private mutating func takeFrames(into style: inout TextStyleWish) {
        if let index = index(of: .noun(.outline)) {
            style.outline = takeFrame(index).map(TextStyleWish.Part.yes) ?? .no
            takeAll(.noun(.outline))
        }
        let background =
            says(anyOf: [.noun(.title), .noun(.caption), .noun(.text), .noun(.endTitle)]) || topic == .text
        if let index = index(of: .noun(.box)) ?? (background ? index(of: .noun(.background)) : nil) {
            style.box = takeFrame(index).map(TextStyleWish.Part.yes) ?? .no
            takeAll(.noun(.box), .noun(.background))
        }
    }

    /// Nil when it is not wanted.
    private mutating func takeFrame(_ noun: Int) -> TextStyleWish.Frame? {
        use(noun)
        guard !isRemoving else { return nil }
        var frame = TextStyleWish.Frame()
        for index in [noun - 1, noun + 1, noun - 2, noun + 2] where tokens.indices.contains(index) {
            guard !isUsed[index] else { continue }
            switch tokens[index].concept {
            case .color(let color) where frame.color == nil && !isOfWords(index, noun):
                frame.color = color
            case .degree(.bigger), .degree(.huge), .degree(.stronger), .bold:
                frame.factor = 1.8
            case .degree(.smaller), .degree(.tiny), .degree(.gentler):
                frame.factor = 0.55
            case .percent(let percent):
                frame.opacity = min(max(percent / 100, 0), 1)
            default:
                continue
            }
            use(index)
        }
        // "Outline the title in blue": the word is the verb.
        if frame.color == nil, meaningful(before: noun) == nil, says(.link(.in)) { frame.color = takeColor() }
        return frame
    }

    /// In "red letters, outline" and 红色标题加描边 the colour is that of the words: one stands between.
    private func isOfWords(_ color: Int, _ noun: Int) -> Bool {
        let between = tokens[min(color, noun)...max(color, noun)].map(\.concept)
        return between.contains { concept in
            switch concept {
            case .noun(.title), .noun(.caption), .noun(.text), .noun(.endTitle), .noun(.lowerThird), .text, .and,
                .verb(.add):
                true
            default: false
            }
        }
    }

    private mutating func takeMovement(into style: inout TextStyleWish) {
        let animation = takeFirst { if case .animation(let animation) = $0 { animation } else { nil } }
        let isIn = take(.fadeIn) || contains(.fade) && endsInIn
        let isOut = take(.fadeOut)
        let isFade = take(.fade) || isIn || isOut
        guard animation != nil || isFade else { return }
        let isExit = take(.exit) || isOut
        let isBoth = animation == TextAnimation.none || isIn && isOut || isFade && !isIn && !isOut && !isExit
        var movement = TextStyleWish.Movement(side: isBoth ? .both : isExit ? .exit : .entrance)
        movement.animation = isRemoving ? TextAnimation.none : animation ?? .fade
        if take(.degree(.gentler)) || take(.verb(.slower)) { movement.pace = 2.4 }
        if take(.verb(.faster)) { movement.pace = 0.5 }
        // "Fade in over 2 seconds", "a 2 second fade".
        if let index = index(where: { if case .duration = $0 { true } else { false } }),
            case .duration(let length) = tokens[index].concept,
            [.link(.on), .link(.in), .link(.for), nil].contains(meaningful(before: index))
                || [.fade, .fadeIn, .fadeOut].contains(meaningful(after: index)), !says(.verb(.show))
        {
            use(index)
            movement.length = length
        }
        takeAll(.fade, .noun(.motion), .link(.of))
        style.movement = movement
    }

    /// "Fade the title in", with nothing that it could be in.
    private var endsInIn: Bool {
        guard let index = index(of: .link(.in)) else { return false }
        switch meaningful(after: index) {
        case nil, .degree, .verb, .link: return true
        default: return false
        }
    }

    mutating func takePosition() -> TextPosition? {
        if let position = takeFirst({ if case .position(let position) = $0 { position } else { nil } }) {
            takeAll(.place(.corner))
            return position
        }
        let isTop = take(.place(.top))
        let isBottom = take(.place(.bottom)) || take(.noun(.lowerThird))
        let isLeft = take(.place(.left))
        let isRight = take(.place(.right))
        let isMiddle = take(.place(.middle))
        takeAll(.place(.corner))
        switch (isTop, isBottom, isLeft, isRight) {
        case (true, false, false, false): return .topCenter
        case (true, false, true, false): return .topLeft
        case (true, false, false, true): return .topRight
        case (false, true, false, false): return .bottomCenter
        case (false, true, true, false): return .bottomLeft
        case (false, true, false, true): return .bottomRight
        case (false, false, true, false): return .centerLeft
        case (false, false, false, true): return .centerRight
        default: return isMiddle ? .center : nil
        }
    }
}
