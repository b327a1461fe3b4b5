/// Words of the vocabulary by what is left of them when a letter is missing: a slip of the fingers is found without
/// looking through all words.
struct Slips: Sendable {
    /// Shorter words are too easily other words: "form" is no "from", and a "star" no "start".
    private static let shortest = 5

    private var known: Set<String> = []
    /// Nil where several words have the same rest.
    private var byRest: [String: String?] = [:]

    init(_ words: some Sequence<String>) {
        for word in words where word.count >= Slips.shortest && word.allSatisfy(\.isLetter) {
            known.insert(word)
            for rest in Slips.rests(of: word) { add(word, as: rest) }
        }
    }

    private mutating func add(_ word: String, as rest: String) {
        if let known = byRest[rest], known != word {
            byRest[rest] = .some(nil)
        } else {
            byRest[rest] = word
        }
    }

    /// The word that was meant: with one letter too few, one too many, or two neighbours in each other's place. Another
    /// letter makes another word too often.
    func meant(by typed: String) -> String? {
        guard typed.count >= Slips.shortest, typed.allSatisfy(\.isLetter) else { return nil }
        var found: Set<String> = []
        if let word = byRest[typed] ?? nil { found.insert(word) }
        let letters = Array(typed)
        // The first letter is hit as a rule.
        for index in letters.indices.dropFirst() {
            var other = letters
            other.remove(at: index)
            found.insert(String(other))
            guard index + 1 < letters.count else { continue }
            other = letters
            other.swapAt(index, index + 1)
            found.insert(String(other))
        }
        let words = found.filter { known.contains($0) }
        return words.count == 1 ? words.first : nil
    }

    private static func rests(of word: String) -> Set<String> {
        let letters = Array(word)
        return Set(
            letters.indices.dropFirst().map { index in
                var rest = letters
                rest.remove(at: index)
                return String(rest)
            }
        )
    }
}
