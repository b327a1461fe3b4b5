/// The words of a line as a POSIX shell would split them, with the place each was at.
struct ShellWords {
    struct Word: Hashable {
        /// Without quotes and backslashes.
        var value: String
        /// Where it stands in the line, quotes and all.
        var range: Range<String.Index>
        /// The first character was neither quoted nor escaped: a `~` there is the home folder.
        var beginsBare: Bool
        /// A pattern's character stands in it unquoted.
        var isPattern = false
    }

    var words: [Word] = []
    /// Every quote was closed.
    var isComplete = true

    /// - Parameter inProse: Quotes count at the beginning of a word alone, so that "don't" is a word; one that is
    ///   not closed is an apostrophe.
    init(_ line: String, inProse: Bool = false) {
        var index = line.startIndex
        while index < line.endIndex {
            if line[index].isWhitespace {
                index = line.index(after: index)
                continue
            }
            let (word, complete) = Self.word(in: line, from: index, inProse: inProse)
            if !complete { isComplete = false }
            words.append(word)
            index = word.range.upperBound
        }
    }

    private static func word(in line: String, from start: String.Index, inProse: Bool) -> (Word, Bool) {
        var value = ""
        var quote: Character?
        var isPattern = false
        var index = start
        while index < line.endIndex {
            let character = line[index]
            let next = line.index(after: index)
            if let open = quote {
                if character == open {
                    quote = nil
                    if inProse {
                        index = next
                        break
                    }
                } else if character == "\\", open == "\"", next < line.endIndex, "\"\\$`".contains(line[next]) {
                    value.append(line[next])
                    index = line.index(after: next)
                    continue
                } else {
                    value.append(character)
                }
            } else if character.isWhitespace {
                break
            } else if character == "\\", next < line.endIndex {
                value.append(line[next])
                index = line.index(after: next)
                continue
            } else if character == "'" || character == "\"",
                !inProse || (index == start && line[next...].contains(character))
            {
                quote = character
            } else {
                if "*?[".contains(character) { isPattern = true }
                value.append(character)
            }
            index = next
        }
        let beginsBare = !"'\"\\".contains(line[start])
        return (Word(value: value, range: start..<index, beginsBare: beginsBare, isPattern: isPattern), quote == nil)
    }
}
