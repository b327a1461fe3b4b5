/// What the director knows the words for. A table of entries per topic is in a file of its own.
struct Entry: Sendable {
    var concept: Concept
    /// Separated by commas; a phrase has spaces.
    var english: String
    /// Separated by spaces.
    var chinese: String

    init(_ concept: Concept, _ english: String, _ chinese: String = "") {
        self.concept = concept
        self.english = english
        self.chinese = chinese
    }
}

/// The tables, indexed for reading. Built once.
struct Vocabulary: Sendable {
    static let shared = Vocabulary()

    /// By phrase, its words joined by spaces.
    private(set) var english: [String: Concept] = [:]
    /// How many words the longest phrase that begins with a word has.
    private(set) var longestPhrase: [String: Int] = [:]
    private(set) var chinese: [String: Concept] = [:]
    private(set) var longestChinese: [Character: Int] = [:]
    let slips: Slips

    init() {
        let tables = [
            Entry.verbs, Entry.nouns, Entry.links, Entry.fillers, Entry.numbers, Entry.moods, Entry.transitions,
            Entry.camera, Entry.places, Entry.shapes, Entry.colors, Entry.texts, Entry.degrees, Entry.looks, Entry.talk,
            Entry.lacking, Entry.judgements, Entry.clips,
        ]
        for entry in tables.joined() {
            for phrase in entry.english.split(separator: ",") {
                let words = phrase.split(separator: " ")
                guard let first = words.first.map(String.init) else { continue }
                english[words.joined(separator: " ")] = entry.concept
                longestPhrase[first] = max(longestPhrase[first] ?? 0, words.count)
            }
            for word in entry.chinese.split(separator: " ") {
                guard let first = word.first else { continue }
                chinese[String(word)] = entry.concept
                longestChinese[first] = max(longestChinese[first] ?? 0, word.count)
            }
        }
        // What throws everything away is never read into a slip.
        slips = Slips(english.filter { $0.value != .verb(.startOver) }.keys)
    }

    /// The meaning of an English word in another form than the one in the tables: a plural, an -ing, an -ed.
    func inflected(_ word: String) -> Concept? {
        for stem in Vocabulary.stems(of: word) {
            if let concept = english[stem] { return concept }
        }
        return nil
    }

    static func stems(of word: String) -> [String] {
        var stems: [String] = []
        func strip(_ ending: String, adding replacement: String = "") {
            guard word.hasSuffix(ending), word.count - ending.count >= 3 else { return }
            stems.append(word.dropLast(ending.count) + replacement)
        }
        strip("'s")
        strip("s'")
        strip("s")
        strip("es")
        strip("ies", adding: "y")
        for ending in ["ing", "ed"] {
            strip(ending)
            strip(ending, adding: "e")
            // "swapped" is "swap" with its last letter twice.
            let stem = word.dropLast(ending.count)
            if word.hasSuffix(ending), stem.count > 3, let last = stem.last, stem.dropLast().last == last {
                stems.append(String(stem.dropLast()))
            }
        }
        return stems
    }
}
