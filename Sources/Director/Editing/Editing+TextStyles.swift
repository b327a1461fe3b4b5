import Timeline

/// Styles and times of texts.
extension Editing {
    /// How large a line may become, in parts of the frame's shorter side.
    private static let sizes = 0.02...0.4
    /// How long a letter takes to be typed.
    private static let typing = 70

    func styled(_ text: TextSegment, _ wish: TextWish) throws(Refusal) -> TextSegment {
        var text = text
        for time in wish.times { move(&text, to: time) }
        let total = timeline.duration
        guard text.start >= .zero, text.start < total, text.duration >= Timeline.segmentLengths.lowerBound else {
            let words = total.length(in: phrases.language)
            throw refuse("The video is \(words) long: the text must be seen within it.", "视频长 \(words)，文字要在这段时间内。")
        }
        text.duration = min(text.duration, total - text.start)
        restyle(&text.style, wish.style)
        retime(&text, wish)
        return text
    }

    private func restyle(_ style: inout TextStyle, _ wish: TextStyleWish) {
        if let position = wish.position { style.position = position }
        if let color = wish.color { style.color = color }
        if let factor = wish.size {
            let size = style.size * factor
            style.size = min(max(size, Editing.sizes.lowerBound), Editing.sizes.upperBound)
        }
        if let font = wish.font { style.font = font == TextFont.sans.rawValue ? nil : font }
        if let isBold = wish.isBold { style.isBold = isBold }
        if let isItalic = wish.isItalic { style.isItalic = isItalic }
        switch wish.outline {
        case .no: style.outline = nil
        case .yes(let frame):
            // Black around light letters and white around dark ones, if no colour is said.
            var outline = style.outline ?? TextOutline(color: style.color == "black" ? "white" : "black")
            outline.color = frame.color ?? outline.color
            if let factor = frame.factor { outline.width = min((outline.width * factor * 1000).rounded() / 1000, 0.2) }
            style.outline = outline
        case nil: break
        }
        switch wish.box {
        case .no: style.box = nil
        case .yes(let frame):
            var box = style.box ?? TextBox(color: style.color == "black" ? "white" : "black")
            box.color = frame.color ?? box.color
            if let opacity = frame.opacity ?? frame.factor.map({ min(box.opacity * $0, 1) }) { box.opacity = opacity }
            style.box = box
            // Words in the colour of their own box are not seen.
            if box.color == style.color, wish.color == nil { style.color = box.color == "white" ? "black" : "white" }
        case nil: break
        }
    }

    /// How long it takes to come and to go, which for a typewriter depends on the words.
    private func retime(_ text: inout TextSegment, _ wish: TextWish) {
        if let movement = wish.style.movement {
            if movement.side != .exit {
                let animation = movement.animation ?? text.style.entrance
                text.style.entrance = animation
                text.style.fadeIn = length(animation, text, movement)
            }
            if movement.side != .entrance {
                let animation = movement.animation ?? text.style.exit
                text.style.exit = animation
                text.style.fadeOut = length(animation, text, movement)
            }
        } else if wish.text != nil, text.style.entrance == .typewriter {
            text.style.fadeIn = length(.typewriter, text, nil)
        }
    }

    private func length(
        _ animation: TextAnimation,
        _ text: TextSegment,
        _ movement: TextStyleWish.Movement?
    ) -> Milliseconds {
        if let length = movement?.length { return min(length, text.duration) }
        let usual =
            switch animation {
            case .typewriter: max(text.text.count, 4) * Editing.typing
            case .rise: 700
            case .fade, .none: 500
            }
        let length = Milliseconds(Int((Double(usual) * (movement?.pace ?? 1)).rounded()))
        return min(length, Milliseconds(text.duration.rawValue / 2))
    }

    private func move(_ text: inout TextSegment, to time: TextWish.Time) {
        switch time {
        case .start(let start): text.start = start
        case .duration(let duration):
            // An end card goes on to the end.
            if text.kind == .endCard { text.start = max(timeline.duration - duration, .zero) }
            text.duration = duration
        case .until(let end): text.duration = end - text.start
        case .longer(let change): text.duration = change.applied(to: text.duration)
        case .front: text.start = .zero
        case .end: text.start = max(timeline.duration - text.duration, .zero)
        case .always: (text.start, text.duration) = (.zero, timeline.duration)
        }
    }

    /// The font as it is stored: one of ``TextFont``'s names, or a family of this machine in its own spelling.
    func installed(_ name: String) throws(Refusal) -> String {
        let families = fonts()
        if let font = TextFont(rawValue: name) {
            let isThere =
                font != .handwritten || families.isEmpty || families.contains(where: TextFont.handwriting.contains)
            guard !isThere else { return name }
            throw refuse(
                "No handwritten font is installed; on Debian: apt-get install \(TextFont.handwritingPackage)",
                "没有安装手写字体；Debian 上可以：apt-get install \(TextFont.handwritingPackage)"
            )
        }
        if let family = families.first(where: { $0.lowercased() == name.lowercased() }) { return family }
        let isScript = { (family: String) in
            [
                "Noto Sans ", "Noto Serif ", "Noto Kufi", "Noto Naskh", "Noto Nastaliq", "Noto Rashi", "Noto Music",
                "Noto Color",
            ]
            .contains { family.hasPrefix($0) }
        }
        let main = families.filter { !isScript($0) }
        let list = phrases.list(Array(main.prefix(12)))
        let kinds = say("serif, sans, monospace or handwritten", "宋体、黑体、等宽或手写体")
        guard !main.isEmpty else {
            throw refuse(
                "There is no font \(phrases.quoted(name)). You can say \(kinds).",
                "没有字体\(phrases.quoted(name))。可以说\(kinds)。"
            )
        }
        throw refuse(
            "There is no font \(phrases.quoted(name)) here. There is \(list); or say \(kinds).",
            "这里没有字体\(phrases.quoted(name))。有 \(list)；也可以说\(kinds)。"
        )
    }
}
