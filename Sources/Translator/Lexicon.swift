/// The words that matter, and phrases that are shields: they have no meaning here, so that no word in them has any.
struct Lexicon: Sendable {
    static let shared = Lexicon()

    /// Phrases in small letters, their words a space apart.
    private var english: [String: Meaning] = [:]
    /// How many words the longest phrase has that begins with a word.
    private var englishReach: [String: Int] = [:]
    private var chinese: [String: Meaning] = [:]
    private var chineseReach: [Character: Int] = [:]

    private init() {
        for (meaning, phrases) in Self.englishWords {
            for phrase in phrases.split(separator: ",") { addEnglish(phrase, meaning) }
        }
        for (meaning, words) in Self.chineseWords {
            for word in words.split(whereSeparator: \.isWhitespace) { addChinese(String(word), meaning) }
        }
        for phrase in Self.englishShields.split(separator: ",") { addEnglish(phrase, []) }
        for word in Self.chineseShields.split(whereSeparator: \.isWhitespace) { addChinese(String(word), []) }
    }

    private mutating func addEnglish(_ phrase: Substring, _ meaning: Meaning) {
        let words = phrase.split(whereSeparator: \.isWhitespace)
        guard let first = words.first else { return }
        english[words.joined(separator: " "), default: []].formUnion(meaning)
        englishReach[String(first)] = max(englishReach[String(first)] ?? 0, words.count)
    }

    private mutating func addChinese(_ word: String, _ meaning: Meaning) {
        guard let first = word.first else { return }
        chinese[word, default: []].formUnion(meaning)
        chineseReach[first] = max(chineseReach[first] ?? 0, word.count)
    }

    /// How many words the longest phrase has that begins with this one; nil: none does.
    func reach(of word: String) -> Int? { englishReach[word] }

    func reach(of character: Character) -> Int? { chineseReach[character] }

    func english(_ phrase: String) -> Meaning? { english[phrase] }

    func chinese(_ word: String) -> Meaning? { chinese[word] }
}
