import Timeline

/// The names of the media at hand, so that a message can speak of a photo by its file's name or a word of it.
struct NameIndex: Sendable {
    private struct Item {
        var id: MediaID
        /// Nil for what is known from the timeline alone.
        var kind: MediaKind?
        /// Lowercase, simplified, without the ending.
        var stem: [Character]
        var words: Set<String>
    }

    private struct Whole {
        var name: [Character]
        var items: [Int]
    }

    private var items: [Item] = []
    /// Names that can be spoken of as a whole, by their first character, the longest first.
    private var wholes: [Character: [Whole]] = [:]
    private var byWord: [String: [Int]] = [:]
    /// Chinese words of names and of subjects seen on them, by first character, the longest first.
    private var chinese: [Character: [(word: [Character], items: [Int])]] = [:]
    private var bySubjectWord: [String: [Int]] = [:]

    init(media: [MediaItem], timeline: Timeline) {
        var seen: Set<MediaID> = []
        var wholeNames: [String: [Int]] = [:]
        func add(_ id: MediaID, _ name: String, _ kind: MediaKind?) {
            guard seen.insert(id).inserted else { return }
            let index = items.count
            let plain = name.map(Message.plain)
            let stem = NameIndex.stem(of: plain)
            let words = Set(NameIndex.words(in: stem))
            items.append(Item(id: id, kind: kind, stem: stem, words: words))
            for whole in NameIndex.wholes(of: plain, stem: stem) { wholeNames[whole, default: []].append(index) }
            for word in words where Vocabulary.shared.english[word] == nil || word.count > 3 {
                byWord[word, default: []].append(index)
            }
        }
        for item in media { add(item.id, item.name, item.kind) }
        for segment in timeline.segments { add(segment.media, segment.name, nil) }
        for (name, items) in wholeNames {
            let characters = Array(name)
            wholes[characters[0], default: []].append(Whole(name: characters, items: items))
        }
        for key in wholes.keys { wholes[key]?.sort { $0.name.count > $1.name.count } }
        indexChinese()
    }

    private mutating func indexChinese() {
        var words: [String: [Int]] = [:]
        for (index, item) in items.enumerated() {
            for run in item.stem.split(whereSeparator: { !$0.isHan }) where run.count >= 2 {
                words[String(run), default: []].append(index)
            }
        }
        for row in Subjects.table {
            let matching = items.indices.filter { index in
                let item = items[index]
                return row.english.contains { item.words.contains($0) || item.words.contains($0 + "s") }
                    || row.chinese.contains { NameIndex.find(Array($0), in: item.stem) }
            }
            guard !matching.isEmpty else { continue }
            for word in row.chinese { words[word, default: []] += matching }
            for word in row.english { bySubjectWord[word, default: []] += matching }
        }
        for (word, items) in words {
            let characters = Array(word)
            chinese[characters[0], default: []].append((characters, NameIndex.unique(items)))
        }
        for key in chinese.keys { chinese[key]?.sort { $0.word.count > $1.word.count } }
    }

    /// The longest whole name that stands at `start`.
    func whole(in text: [Character], at start: Int) -> (length: Int, match: NameMatch)? {
        guard let candidates = wholes[text[start]] else { return nil }
        for candidate in candidates {
            let end = start + candidate.name.count
            guard end <= text.count, text[start..<end].elementsEqual(candidate.name) else { continue }
            let last = text[end - 1]
            let touches = end < text.count && !last.isHan && (text[end].isSpacedLetter || text[end].isNumber)
            guard !touches else { continue }
            return (candidate.name.count, match(candidate.items, said: String(candidate.name), isExact: true))
        }
        return nil
    }

    /// The longest Chinese word of a name or subject that stands at `start`.
    func chinese(in text: [Character], at start: Int) -> (length: Int, match: NameMatch)? {
        guard let candidates = chinese[text[start]] else { return nil }
        for candidate in candidates {
            let end = start + candidate.word.count
            if end <= text.count, text[start..<end].elementsEqual(candidate.word) {
                return (candidate.word.count, match(candidate.items, said: String(candidate.word)))
            }
        }
        return nil
    }

    /// The media whose names have this English word, or show what it says.
    func word(_ word: String) -> NameMatch? {
        for form in [word] + Vocabulary.stems(of: word) + [word + "s"] {
            let found = (byWord[form] ?? []) + (bySubjectWord[form] ?? [])
            if !found.isEmpty { return match(NameIndex.unique(found), said: word) }
        }
        return nil
    }

    /// The media whose names contain these Chinese characters.
    func fragment(_ characters: ArraySlice<Character>) -> NameMatch? {
        guard characters.count >= 2 else { return nil }
        let found = items.indices.filter { NameIndex.find(Array(characters), in: items[$0].stem) }
        return found.isEmpty ? nil : match(found, said: String(characters))
    }

    private func match(_ found: [Int], said: String, isExact: Bool = false) -> NameMatch {
        NameMatch(
            said: said,
            media: found.map { items[$0].id },
            isExact: isExact,
            isSong: found.allSatisfy { items[$0].kind == .song },
            isColorTable: found.allSatisfy { items[$0].kind == .colorTable }
        )
    }
}

extension NameIndex {
    private static func unique(_ indices: [Int]) -> [Int] {
        Set(indices).sorted()
    }

    static func stem(of name: [Character]) -> [Character] {
        guard let dot = name.lastIndex(of: "."), dot > 0, name.count - dot <= 6 else { return name }
        return Array(name[..<dot])
    }

    private static func words(in stem: [Character]) -> [String] {
        stem.split { !$0.isSpacedLetter }.filter { $0.count >= 2 }.map { String($0) }
    }

    /// The ways in which a name is said as a whole: with its ending, without, and with "4" for "04".
    private static func wholes(of name: [Character], stem: [Character]) -> Set<String> {
        var wholes: Set<String> = []
        if stem.count < name.count { wholes.insert(String(name)) }
        let speakable =
            stem.contains { !$0.isNumber && $0 != "." } && stem.count >= (stem.contains(where: \.isHan) ? 2 : 3)
        guard speakable else { return wholes }
        let spaced = stem.map { $0 == "_" || $0 == "-" ? " " : $0 }
        for form in [stem, spaced, withoutLeadingZeros(stem), withoutLeadingZeros(spaced)] {
            let text = String(form)
            let isVocabulary = Vocabulary.shared.english[text] != nil || Vocabulary.shared.chinese[text] != nil
            // "Last days" is a name; "last" alone is not, even if a file is called so.
            if !isVocabulary, form.first != " " { wholes.insert(text) }
        }
        return wholes
    }

    private static func withoutLeadingZeros(_ stem: [Character]) -> [Character] {
        var result: [Character] = []
        for (index, character) in stem.enumerated() {
            let startsNumber = index == 0 || !stem[index - 1].isNumber
            let goesOn = index + 1 < stem.count && stem[index + 1].isNumber
            let afterZeros = index > 0 && stem[index - 1] == "0" && (result.last.map { !$0.isNumber } ?? true)
            if character == "0", goesOn, startsNumber || afterZeros { continue }
            result.append(character)
        }
        return result
    }

    private static func find(_ word: [Character], in text: [Character]) -> Bool {
        guard !word.isEmpty, word.count <= text.count else { return false }
        return (0...(text.count - word.count)).contains { text[$0..<($0 + word.count)].elementsEqual(word) }
    }
}
