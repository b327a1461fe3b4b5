/// Texts and their looks in words.
extension TextKind {
    public func name(in language: Language) -> String {
        switch (self, language) {
        case (.title, .english): "title"
        case (.title, .chinese): "标题"
        case (.caption, .english): "caption"
        case (.caption, .chinese): "字幕"
        case (.lowerThird, .english): "lower third"
        case (.lowerThird, .chinese): "人名条"
        case (.endCard, .english): "end card"
        case (.endCard, .chinese): "片尾"
        }
    }
}

extension TextAnimation {
    public func name(in language: Language) -> String {
        switch (self, language) {
        case (.none, .english): "none"
        case (_, .english): rawValue
        case (.none, .chinese): "无"
        case (.fade, .chinese): "淡入淡出"
        case (.rise, .chinese): "上升"
        case (.typewriter, .chinese): "打字机"
        }
    }
}

extension TextStyle {
    /// "serif", "Comic Neue"; the usual one is "sans".
    func fontName(in language: Language) -> String {
        guard let kind = TextFont(rawValue: font ?? TextFont.sans.rawValue) else {
            return (font ?? "").plain(limit: 40)
        }
        return switch (kind, language) {
        case (_, .english): kind.rawValue
        case (.sans, .chinese): "黑体"
        case (.serif, .chinese): "宋体"
        case (.monospace, .chinese): "等宽"
        case (.handwritten, .chinese): "手写体"
        }
    }
}

extension Phrases {
    /// "black, 60%"
    func words(of box: TextBox?) -> String {
        guard let box else { return choose("none", "无") }
        return colorName(box.color, in: language).plain() + " " + percent(box.opacity)
    }

    func words(of outline: TextOutline?) -> String {
        guard let outline else { return choose("none", "无") }
        let width = outline.width == TextOutline.usualWidth ? "" : " " + percent(outline.width)
        return colorName(outline.color, in: language).plain() + width
    }

    /// "white", "top-center", "3s"; with both times when the text does not begin with the video, and with what is not
    /// usual for its kind.
    package func details(of text: TextSegment) -> [String] {
        let time =
            text.start == .zero
            ? choose(text.duration.secondsText() + "s", text.duration.secondsText() + " 秒")
            : span(text.start, text.end)
        let style = text.style
        let usual = TextStyle.usual(for: text.kind)
        var details = [colorName(style.color, in: language).plain(), style.position.name(in: language), time]
        if style.font != usual.font { details.append(style.fontName(in: language)) }
        if let outline = style.outline {
            details.append(choose("\(words(of: outline)) outline", "\(words(of: outline))描边"))
        }
        if let box = style.box {
            let color = colorName(box.color, in: language).plain()
            details.append(choose("\(color) box", "\(color)底框"))
        }
        if style.entrance != usual.entrance { details.append(style.entrance.name(in: language)) }
        return details
    }
}
