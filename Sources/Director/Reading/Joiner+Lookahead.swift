/// Looking ahead, and back, while photos are joined.
extension Joiner {
    func skipped(_ offset: Int, while condition: (Concept) -> Bool) -> Int {
        var offset = offset
        while let concept = peek(offset), condition(concept) { offset += 1 }
        return offset
    }

    func isPhotoWord(_ offset: Int) -> Bool {
        switch peek(offset) {
        case .noun(.photo), .noun(.clip), .one, .counter: true
        default: false
        }
    }

    /// The end of the words for photo that may follow what is said of one: "photo", "one", 那张照片, 的照片.
    func swallow(_ offset: Int) -> Int {
        var end = offset
        while let concept = peek(end) {
            if concept == .filler, isPhotoWord(end + 1) || peek(end + 1) == .same, isHan(end) {
                end += 2
            } else if isPhotoWord(end) || (concept == .same && isHan(end))
                || (concept == .number(1) && isSpelled(end, "one"))
            {
                end += 1
            } else if concept == .a, isSpelled(end, "个") {
                end += 1
            } else {
                break
            }
        }
        return end
    }

    func isHan(_ offset: Int) -> Bool {
        message.plain[input[next + offset].range].first?.isHan ?? false
    }

    func isSpelled(_ offset: Int, _ word: String) -> Bool {
        message.plain[input[next + offset].range].elementsEqual(word)
    }

    /// What follows is not what the number or the ordinal belongs to.
    func isEnd(_ offset: Int) -> Bool {
        switch peek(offset) {
        case .noun, .name, .word, .unit, .duration, .counter, .number, .text, .mood, .feeling, .transition: false
        default: true
        }
    }

    func hasVerb(_ verbs: [Verb]) -> Bool {
        for token in output.reversed() {
            if [.comma, .stop, .and].contains(token.concept) { return false }
            if case .verb(let verb) = token.concept, verbs.contains(verb) { return true }
        }
        return false
    }
}
