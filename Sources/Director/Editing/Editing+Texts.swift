import Timeline

/// Titles, captions, lower thirds and end cards: where they go, and what becomes of those that are there.
extension Editing {
    /// What is longer cannot be read in the time that a picture is shown.
    static let longestText = 300

    func texts(_ kind: TextKind?) -> [TextSegment] {
        timeline.texts.filter { kind == nil || $0.kind == kind }
    }

    mutating func write(_ wish: TextWish) throws(Refusal) {
        guard !timeline.segments.isEmpty else { throw emptyTimeline }
        var wish = wish
        if let font = wish.style.font { wish.style.font = try installed(font) }
        if let words = wish.text { wish.text = try checked(words, as: wish.kind ?? .title) }
        if wish.photos != nil, wish.kind == .caption || wish.kind == .lowerThird { return try writeOnPhotos(wish) }
        guard let words = wish.text else { return try restyle(wish) }
        let kind = wish.kind ?? .title
        if kind == .caption { return try replaceCaption(words, wish) }
        let new = try styled(newText(kind, words), wish)
        // A second one at the same time and place takes the place of the first, unless it is to be one more.
        let hidden = texts(kind).first { old in
            let overlaps = old.start < new.end && new.start < old.end
            return overlaps && (old.style.position == new.style.position || wish.style.position == nil)
        }
        let replaced = wish.isAnother ? nil : wish.isChange ? texts(kind).last : hidden
        if var old = replaced {
            rewrite(&old, words)
            try apply(.updateText(styled(old, wish)))
        } else {
            try apply(.insertText(new, index: timeline.texts.count))
        }
    }

    /// What is written, without what has no place in a frame; of a lower third the name and the role on lines of
    /// their own.
    private func checked(_ words: String, as kind: TextKind) throws(Refusal) -> String {
        let overrides = UInt32(0x202A)...0x202E
        let isolates = UInt32(0x2066)...0x2069
        let kept = words.unicodeScalars.filter { scalar in
            let isControl = scalar.properties.generalCategory == .control && scalar != "\n"
            return !isControl && !overrides.contains(scalar.value) && !isolates.contains(scalar.value)
        }
        let text = Lexer.trimmed(Array(String(String.UnicodeScalarView(kept)))[...])
        let hasInk = text.unicodeScalars.contains { scalar in
            !scalar.properties.isWhitespace && scalar.properties.generalCategory != .format
        }
        guard hasInk else { throw questionForWords(kind) }
        guard text.count <= Editing.longestText else {
            throw refuse(
                "That is too long to be read in a video: a text can have \(Editing.longestText) characters.",
                "太长了，视频里读不完：一段文字最多 \(Editing.longestText) 个字符。"
            )
        }
        guard kind == .lowerThird, !text.contains("\n") else { return text }
        let parts = text.split(maxSplits: 1) { ",，、|/;；،؛".contains($0) }
        guard parts.count == 2 else { return text }
        return parts.map { Lexer.trimmed(Array($0)[...]) }.joined(separator: "\n")
    }

    private func questionForWords(_ kind: TextKind) -> Refusal {
        switch kind {
        case .title: refuse("What shall it say? For example: title 'Summer 2024'", "标题写什么？例如：标题“夏天的回忆”")
        case .caption: captionQuestion
        case .lowerThird:
            refuse("Whose name? For example: lower third 'Anna Rossi, guide'", "写谁的名字？例如：人名条“王芳，导游”")
        case .endCard: refuse("What shall it say? For example: end card 'Thanks'", "片尾写什么？例如：片尾“谢谢观看”")
        }
    }

    var captionQuestion: Refusal {
        refuse(
            "What shall be written on which photo? For example: caption photo 1 'Hello'",
            "在哪张照片上写什么？例如：在第1张上写“你好”"
        )
    }

    /// A text of a kind as it is without further words: a title at the start, an end card at the end.
    func newText(_ kind: TextKind, _ words: String) -> TextSegment {
        let names: [TextKind: String] = [
            .title: "title", .caption: "caption", .lowerThird: "lower", .endCard: "end",
        ]
        var text = TextSegment(
            id: "\(names[kind] ?? kind.rawValue)-\(freeNumber)",
            kind: kind,
            text: words,
            language: language(of: words),
            style: .usual(for: kind, isRightToLeft: words.readsFromRight)
        )
        if kind == .lowerThird { text.duration = Milliseconds(4000) }
        text.duration = min(text.duration, timeline.duration)
        if kind == .endCard { text.start = timeline.duration - text.duration }
        return text
    }

    func rewrite(_ text: inout TextSegment, _ words: String) {
        text.text = words
        text.language = language(of: words)
    }

    /// Chinese characters beside kana are Japanese, wherever in the message or the video's texts they stand; of the
    /// others traditional forms are drawn as in Taiwan, and the rest as on the mainland.
    private func language(of words: String) -> String? {
        guard words.contains(where: \.isHan) else { return nil }
        let others = timeline.texts.lazy.flatMap(\.text.unicodeScalars)
        if isJapanese || words.unicodeScalars.contains(where: \.isKana) || others.contains(where: \.isKana) {
            return "ja"
        }
        return words.contains { $0.isHan && Spelling.simplified[$0] != nil } ? "zh-hant" : "zh-hans"
    }

    /// Changes the look or the time of texts that are there: the last of the kind, or all.
    private mutating func restyle(_ wish: TextWish) throws(Refusal) {
        let found = texts(wish.kind)
        // A single text is what "the title" means, whatever it is.
        let meant = found.isEmpty && wish.kind == .title && timeline.texts.count == 1 ? timeline.texts : found
        let saysNothing = wish.style.isEmpty && wish.times.isEmpty
        if saysNothing { throw questionForWords(wish.kind ?? .title) }
        guard !meant.isEmpty else { throw noText(wish.kind) }
        for text in wish.isPlural ? meant : Array(meant.suffix(1)) { try apply(.updateText(styled(text, wish))) }
    }

    private func noText(_ kind: TextKind?) -> Refusal {
        switch kind {
        case .title: refuse("There is no title yet. Say: title 'Summer 2024'", "还没有标题。可以说：标题“夏天的回忆”")
        case .caption:
            refuse("There are no captions yet. Say: caption photo 1 'Hello'", "还没有字幕。可以说：在第1张上写“你好”")
        case .lowerThird:
            refuse("There is no lower third yet. Say: lower third 'Anna Rossi, guide'", "还没有人名条。可以说：人名条“王芳，导游”")
        case .endCard:
            refuse("There is no end card yet. Say: end card 'Thanks for watching'", "还没有片尾。可以说：片尾“谢谢观看”")
        case nil: refuse("There is no text yet. Say: title 'Summer 2024'", "还没有文字。可以说：标题“夏天的回忆”")
        }
    }

    mutating func removeTexts(_ kind: TextKind?, on photos: PhotoReference?, saying words: String?) throws(Refusal) {
        var gone = timeline.texts
        if let photos {
            let ids = Set(try segments(photos))
            gone = gone.filter { $0.anchor.map(ids.contains) ?? false }
        } else if kind != nil {
            let ofKind = texts(kind)
            gone = ofKind.isEmpty && gone.count == 1 ? gone : ofKind
        }
        if let words { gone = gone.filter { $0.text.lowercased() == words.lowercased() } }
        guard !gone.isEmpty else {
            if made != nil { return }
            throw refuse("There is no such text on the timeline.", "时间线上没有这样的文字。")
        }
        try apply(.batch(gone.map { .removeText($0.id) }))
    }
}

extension Unicode.Scalar {
    /// Hiragana or katakana; not the dot and the dash among them, which Chinese has as well.
    var isKana: Bool { (0x3041...0x3096).contains(value) || (0x30A1...0x30FA).contains(value) }
}
