extension TimelineReport {
    mutating func compareTexts() {
        let before = Dictionary(old.texts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let kept = Set(new.texts.map(\.id))
        for text in old.texts where !kept.contains(text.id) {
            say("Title removed: \(phrases.quoted(text.text))", "已移除标题：\(phrases.quoted(text.text))")
        }
        for text in new.texts {
            guard let earlier = before[text.id] else {
                let details = phrases.details(of: text)
                say(
                    "Title added: \(phrases.quoted(text.text))\(details)",
                    "已添加标题：\(phrases.quoted(text.text))\(details)"
                )
                continue
            }
            let changes = self.changes(from: earlier, to: text)
            guard !changes.isEmpty else { continue }
            // Named as it was before, so that the person knows which one is meant.
            let name = phrases.quoted(earlier.text)
            say("Title \(name): \(phrases.list(changes))", "标题\(name)：\(phrases.list(changes))")
        }
    }

    private func changes(from old: TextSegment, to new: TextSegment) -> [String] {
        var changes: [String] = []
        func add(_ english: String, _ chinese: String, _ before: String, _ after: String) {
            if before != after { changes.append(phrases.choose(english, chinese) + phrases.change(before, after)) }
        }
        add("", "", phrases.quoted(old.text), phrases.quoted(new.text))
        if old.text != new.text, changes.isEmpty {
            changes.append(phrases.choose("its text changed", "文字已改"))
        }
        let colors = (colorName(old.style.color, in: language), colorName(new.style.color, in: language))
        add("", "", colors.0.plain(), colors.1.plain())
        add("", "", old.style.position.name(in: language), new.style.position.name(in: language))
        add(
            "",
            "",
            phrases.span(old.start, old.start + old.duration),
            phrases.span(new.start, new.start + new.duration)
        )
        add("size ", "字号 ", phrases.percent(old.style.size), phrases.percent(new.style.size))
        for (english, chinese, before, after) in [
            ("fade-in ", "淡入 ", old.style.fadeIn, new.style.fadeIn),
            ("fade-out ", "淡出 ", old.style.fadeOut, new.style.fadeOut),
        ] where before != after {
            changes.append(phrases.choose(english, chinese) + phrases.change(before, after))
        }
        return changes
    }
}

extension Phrases {
    /// " (white, top-center, 3s)"; with both times when the text does not begin with the video.
    fileprivate func details(of text: TextSegment) -> String {
        let time =
            text.start == .zero
            ? choose(text.duration.secondsText() + "s", text.duration.secondsText() + " 秒")
            : span(text.start, text.start + text.duration)
        return inBrackets([
            colorName(text.style.color, in: language).plain(), text.style.position.name(in: language), time,
        ])
    }
}
