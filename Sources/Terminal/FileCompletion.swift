/// Completes the file name in front of the cursor, in whatever way it is quoted.
struct FileCompletion {
    struct Entry: Hashable {
        var name: String
        var isFolder: Bool
    }

    /// What Tab does: characters in front of the cursor are replaced, and names are shown when there are several.
    struct Outcome: Hashable {
        var removed: Int
        var inserted: String
        var choices: [String]

        static let none = Outcome(removed: 0, inserted: "", choices: [])
    }

    /// What a folder holds, by its path as typed ("" is the current folder, "~" the home folder).
    var entries: (String) -> [Entry]
    /// What else may stand at the beginning of a line: "/help" …
    var commands: [String] = []

    func complete(_ text: String) -> Outcome {
        let word = Word(endOf: text)
        if word.isFirst, word.quote == nil, word.raw.hasPrefix("/") {
            let matches = commands.filter { $0.hasPrefix(word.raw) }
            if matches.count == 1 { return replace(word, with: matches[0] + " ", choices: []) }
            if matches.count > 1 { return replace(word, with: commonPrefix(matches), choices: matches) }
        }
        var folder = ""
        var partial = Substring(word.value)
        if let slash = word.value.lastIndex(of: "/") {
            folder = String(word.value[...slash])
            partial = word.value[word.value.index(after: slash)...]
        }
        let matches = entries(folder)
            .filter { $0.name.hasPrefix(partial) && (partial.hasPrefix(".") || !$0.name.hasPrefix(".")) }
            .sorted { $0.name < $1.name }
        switch matches.count {
        case 0:
            return .none
        case 1:
            let match = matches[0]
            let whole = word.quoted(folder + match.name)
            return replace(word, with: whole + (match.isFolder ? "/" : word.closing + " "), choices: [])
        default:
            return replace(
                word,
                with: word.quoted(folder + commonPrefix(matches.map(\.name))),
                choices: matches.map { $0.isFolder ? $0.name + "/" : $0.name }
            )
        }
    }

    /// Names are shown only when the word cannot be made any longer.
    private func replace(_ word: Word, with text: String, choices: [String]) -> Outcome {
        if !choices.isEmpty, text == word.raw { return Outcome(removed: 0, inserted: "", choices: choices) }
        return Outcome(removed: word.raw.unicodeScalars.count, inserted: text, choices: [])
    }

    private func commonPrefix(_ names: [String]) -> String {
        guard var prefix = names.first else { return "" }
        for name in names.dropFirst() {
            while !name.hasPrefix(prefix) { prefix.removeLast() }
        }
        return prefix
    }
}

extension FileCompletion {
    /// The word that ends where the cursor is.
    struct Word {
        /// As it was typed.
        var raw = ""
        /// Without its quotes and backslashes.
        var value = ""
        /// The quote that is still open.
        var quote: Character?
        var isFirst = true

        /// A quote opens a name only at the beginning of a word: "don't" has none.
        init(endOf text: String) {
            var escaped = false
            var inWord = false
            for character in text {
                if escaped {
                    escaped = false
                    raw.append(character)
                    value.append(character)
                } else if let open = quote {
                    raw.append(character)
                    if character == open {
                        quote = nil
                    } else if character == "\\", open == "\"" {
                        escaped = true
                    } else {
                        value.append(character)
                    }
                } else if character.isWhitespace {
                    if inWord { isFirst = false }
                    (raw, value, inWord) = ("", "", false)
                } else {
                    raw.append(character)
                    if character == "\\" {
                        escaped = true
                    } else if !inWord, character == "'" || character == "\"" {
                        quote = character
                    } else {
                        value.append(character)
                    }
                    inWord = true
                }
            }
        }

        var closing: String { quote.map(String.init) ?? "" }

        /// A path, written so that it means the same at this place.
        func quoted(_ path: String) -> String {
            switch quote {
            case "'":
                return "'" + path.map { $0 == "'" ? "'\\''" : String($0) }.joined()
            case "\"":
                return "\"" + path.map { "\"\\$`".contains($0) ? "\\\($0)" : String($0) }.joined()
            default:
                return path.map { " \t'\"\\()&;|<>*?[]{}$`!#".contains($0) ? "\\\($0)" : String($0) }.joined()
            }
        }
    }
}
