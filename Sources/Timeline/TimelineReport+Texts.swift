extension TimelineReport {
    /// Titles that came or went are told one by one up to this many.
    package static let mostTitles = 4

    mutating func compareTexts() {
        let before = Dictionary(old.texts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let kept = Set(new.texts.map(\.id))
        tellRemovedTitles(old.texts.filter { !kept.contains($0.id) }.map(\.text))
        tellAddedTitles(
            new.texts.filter { before[$0.id] == nil }.map { ($0.text, phrases.details(of: $0)) }
        )
        for text in new.texts {
            guard let earlier = before[text.id] else { continue }
            let changes = self.changes(from: earlier, to: text)
            guard !changes.isEmpty else { continue }
            // Named as it was before, so that the person knows which one is meant.
            let name = phrases.quoted(earlier.text)
            say("Title \(name): \(phrases.clauses(changes))", "标题\(name)：\(phrases.clauses(changes))")
        }
    }

    package mutating func tellRemovedTitles(_ titles: [String]) {
        let names = titles.map(phrases.quoted)
        guard names.count > TimelineReport.mostTitles else {
            for name in names { say("Title removed: \(name)", "已移除标题：\(name)") }
            return
        }
        let list = phrases.list(names, atMost: TimelineReport.mostTitles)
        say("\(names.count) titles removed: \(list)", "已移除 \(names.count) 个标题：\(list)")
    }

    /// - Parameter details: colour, place and time of each.
    package mutating func tellAddedTitles(_ titles: [(text: String, details: [String])]) {
        let names = titles.map { phrases.quoted($0.text) }
        guard names.count > TimelineReport.mostTitles else {
            for (name, title) in zip(names, titles) {
                let details = phrases.inBrackets(title.details)
                say("Title added: \(name)\(details)", "已添加标题：\(name)\(details)")
            }
            return
        }
        let list = phrases.list(names, atMost: TimelineReport.mostTitles)
        say("\(names.count) titles added: \(list)", "已添加 \(names.count) 个标题：\(list)")
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
    /// "white", "top-center", "3s"; with both times when the text does not begin with the video.
    fileprivate func details(of text: TextSegment) -> [String] {
        let time =
            text.start == .zero
            ? choose(text.duration.secondsText() + "s", text.duration.secondsText() + " 秒")
            : span(text.start, text.start + text.duration)
        return [colorName(text.style.color, in: language).plain(), text.style.position.name(in: language), time]
    }
}
