extension TimelineReport {
    /// Titles that came or went are told one by one up to this many.
    package static let mostTitles = 4

    mutating func compareTexts() {
        let before = Dictionary(old.texts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let kept = Set(new.texts.map(\.id))
        tellRemoved(old.texts.filter { !kept.contains($0.id) }.map { ($0.kind, $0.text) })
        tellAdded(new.texts.filter { before[$0.id] == nil }.map { ($0.kind, $0.text, phrases.details(of: $0)) })
        var alike: [(kind: TextKind, names: [String], changes: [String])] = []
        for text in new.texts {
            guard let earlier = before[text.id] else { continue }
            let changes = self.changes(from: earlier, to: text)
            guard !changes.isEmpty else { continue }
            // Named as it was before, so that the person knows which one is meant.
            let name = phrases.quoted(earlier.text)
            let index = alike.firstIndex { $0.kind == text.kind && $0.changes == changes }
            if let index { alike[index].names.append(name) } else { alike.append((text.kind, [name], changes)) }
        }
        for group in alike {
            let kind = group.kind.name(in: language)
            let changes = phrases.clauses(group.changes)
            if group.names.count == 1 {
                say("\(kind.sentenceStart) \(group.names[0]): \(changes)", "\(kind)\(group.names[0])：\(changes)")
            } else {
                let count = group.names.count
                say("\(count) \(kind)s: \(changes)", "\(count) 个\(kind)：\(changes)")
            }
        }
    }

    package mutating func tellRemovedTitles(_ titles: [String]) {
        tellRemoved(titles.map { (.title, $0) })
    }

    /// - Parameter details: colour, place and time of each.
    package mutating func tellAddedTitles(_ titles: [(text: String, details: [String])]) {
        tellAdded(titles.map { (.title, $0.text, $0.details) })
    }

    private mutating func tellRemoved(_ texts: [(kind: TextKind, text: String)]) {
        let names = texts.map { phrases.quoted($0.text) }
        guard names.count > TimelineReport.mostTitles else {
            for (text, name) in zip(texts, names) {
                let kind = text.kind.name(in: language)
                say("\(kind.sentenceStart) removed: \(name)", "已移除\(kind)：\(name)")
            }
            return
        }
        let list = phrases.list(names, atMost: TimelineReport.mostTitles)
        let kind = common(texts.map(\.kind))
        say("\(names.count) \(kind.plural) removed: \(list)", "已移除 \(names.count) 个\(kind.chinese)：\(list)")
    }

    private mutating func tellAdded(_ texts: [(kind: TextKind, text: String, details: [String])]) {
        let names = texts.map { phrases.quoted($0.text) }
        guard names.count > TimelineReport.mostTitles else {
            for (text, name) in zip(texts, names) {
                let kind = text.kind.name(in: language)
                let details = phrases.inBrackets(text.details)
                say("\(kind.sentenceStart) added: \(name)\(details)", "已添加\(kind)：\(name)\(details)")
            }
            return
        }
        let list = phrases.list(names, atMost: TimelineReport.mostTitles)
        let kind = common(texts.map(\.kind))
        say("\(names.count) \(kind.plural) added: \(list)", "已添加 \(names.count) 个\(kind.chinese)：\(list)")
    }

    /// "captions" if all are, else "texts".
    private func common(_ kinds: [TextKind]) -> (plural: String, chinese: String) {
        guard let first = kinds.first, kinds.allSatisfy({ $0 == first }) else { return ("texts", "文字") }
        return (first.name(in: .english) + "s", first.name(in: .chinese))
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
        add("font ", "字体 ", old.style.fontName(in: language), new.style.fontName(in: language))
        for (english, chinese, before, after) in [
            ("bold", "粗体", old.style.isBold, new.style.isBold),
            ("italic", "斜体", old.style.isItalic, new.style.isItalic),
        ] where before != after {
            changes.append(phrases.choose(after ? english : "not \(english)", after ? chinese : "不用\(chinese)"))
        }
        add("outline ", "描边 ", phrases.words(of: old.style.outline), phrases.words(of: new.style.outline))
        add("box ", "底框 ", phrases.words(of: old.style.box), phrases.words(of: new.style.box))
        add("comes in: ", "出现：", old.style.entrance.name(in: language), new.style.entrance.name(in: language))
        add("goes out: ", "消失：", old.style.exit.name(in: language), new.style.exit.name(in: language))
        for (english, chinese, before, after) in [
            ("fade-in ", "淡入 ", old.style.fadeIn, new.style.fadeIn),
            ("fade-out ", "淡出 ", old.style.fadeOut, new.style.fadeOut),
        ] where before != after {
            changes.append(phrases.choose(english, chinese) + phrases.change(before, after))
        }
        return changes
    }
}
