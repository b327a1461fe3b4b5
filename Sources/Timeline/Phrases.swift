/// The turns of phrase that summaries and reports share, in one language.
package struct Phrases {
    package let language: Language

    package init(_ language: Language) {
        self.language = language
    }

    package func choose<Words>(_ english: Words, _ chinese: Words) -> Words {
        language == .english ? english : chinese
    }

    /// "0-10s"
    package func span(_ start: Milliseconds, _ end: Milliseconds) -> String {
        "\(start.secondsText())-\(end.secondsText())" + choose("s", "秒")
    }

    /// "3.5-4.5 s" for lengths between these two.
    package func range(_ shortest: Milliseconds, _ longest: Milliseconds) -> String {
        let texts = (shortest.length(in: language), longest.length(in: language))
        if texts.0 == texts.1 { return texts.1 }
        // With minutes in it, both need their units.
        return (longest.rawValue < 59_995 ? shortest.secondsText() : texts.0) + "-" + texts.1
    }

    /// " (0-10s, 35%)"
    package func inBrackets(_ parts: [String]) -> String {
        choose(" (" + parts.joined(separator: ", ") + ")", "（" + parts.joined(separator: "，") + "）")
    }

    package func quoted(_ text: String) -> String {
        choose("'\(text.plain())'", "“\(text.plain())”")
    }

    package func list(_ parts: [String]) -> String {
        parts.joined(separator: choose(", ", "、"))
    }

    /// Changes of one thing, one after another.
    package func clauses(_ parts: [String]) -> String {
        parts.joined(separator: choose(", ", "，"))
    }

    /// "a, b, … z" for what is too long to be told whole.
    package func list(_ parts: [String], atMost limit: Int) -> String {
        guard parts.count > limit, let last = parts.last else { return list(parts) }
        return list(Array(parts.prefix(limit - 1))) + choose(", … ", "、…") + last
    }

    /// "before -> after"
    package func change(_ before: String, _ after: String) -> String {
        before + choose(" -> ", " → ") + after
    }

    /// "4 s -> 6 s", with as many decimals as it takes to tell them apart.
    package func change(_ before: Milliseconds, _ after: Milliseconds) -> String {
        let texts = (before.length(in: language), after.length(in: language))
        guard texts.0 == texts.1 else { return change(texts.0, texts.1) }
        return change(before.length(in: language, places: 3), after.length(in: language, places: 3))
    }

    /// What ends a report when the length of the whole has changed.
    package func videoLength(_ length: Milliseconds) -> String {
        guard length > .zero else { return choose("The timeline is now empty.", "时间线现在是空的。") }
        let words = length.length(in: language)
        return choose("The video is now \(words) long.", "视频现在长 \(words)。")
    }

    /// "5 photos", "4 photos, 1 clip"
    package func count(of kinds: [MediaKind]) -> String {
        let counts = MediaKind.inOrder.compactMap { kind -> String? in
            let count = kinds.count { $0 == kind }
            return count == 0 ? nil : choose("\(count) \(noun(kind, many: count != 1))", "\(count) \(noun(kind))")
        }
        return list(counts)
    }

    /// "photo", "photos"; in Chinese with its counting word: "张照片".
    package func noun(_ kind: MediaKind, many: Bool = false) -> String {
        let (english, chinese) =
            switch kind {
            case .photo: ("photo", "张照片")
            case .animation: ("animation", "张动图")
            case .clip: ("clip", "段视频")
            case .song: ("song", "首歌")
            case .colorTable: ("color table", "个色表")
            }
        return choose(many ? english + "s" : english, chinese)
    }
}

extension MediaKind {
    fileprivate static let inOrder: [MediaKind] = [.photo, .animation, .clip, .song, .colorTable]
}
