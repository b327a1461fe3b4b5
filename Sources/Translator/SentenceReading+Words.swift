extension SentenceReading {
    /// The words that stay, put in order where something was taken out; nil if none do.
    func words(by reader: ClauseReader, in sentence: Range<Int>) -> String? {
        var words = ""
        var gap: Character?
        var isCut = false
        var index = 0
        let text = reader.text
        let tokens = reader.tokens
        while index < parts.count {
            guard parts[index].isKept else {
                isCut = true
                if let mark = lastMark(of: parts[index].clause, reader) { gap = stronger(gap, mark) }
                index += 1
                continue
            }
            var last = index
            while last + 1 < parts.count, parts[last + 1].isKept { last += 1 }
            var start = parts[index].clause.body.lowerBound
            let end = parts[last].clause
            let isLast = last + 1 == parts.count
            if isCut {
                while start < end.body.upperBound - 1, isConnective(tokens[start], atStart: words.isEmpty) {
                    start += 1
                }
            }
            let upper = isLast ? end.whole.upperBound : end.body.upperBound
            guard start < upper else {
                index = last + 1
                continue
            }
            let piece = String(text[tokens[start].range.lowerBound..<tokens[upper - 1].range.upperBound])
            if words.isEmpty {
                words = isCut ? piece.sentenceStart : piece
            } else {
                let isJoined = gap == nil && parts[index].clause.isJoined
                words += (isJoined ? (piece.first?.isHan == true ? "" : " ") : joint(gap, before: piece)) + piece
            }
            if !isLast { gap = lastMark(of: end, reader) }
            isCut = false
            index = last + 1
        }
        guard !words.isEmpty else { return nil }
        guard let lastPart = parts.last, !lastPart.isKept else { return words }
        guard words.last?.isPictograph == false else { return words }
        return words + terminator(sentence, reader)
    }

    private func lastMark(of clause: Clause, _ reader: ClauseReader) -> Character? {
        guard clause.body.upperBound < clause.whole.upperBound else { return nil }
        return reader.text[reader.tokens[clause.body.upperBound].range.lowerBound]
    }

    /// Of the marks on both sides of a gap, the one that parts more.
    private func stronger(_ a: Character?, _ b: Character) -> Character {
        guard let a else { return b }
        let order: [Character] = [",", "，", "-", "–", "—", ":", "：", ";", "；"]
        return (order.firstIndex(of: a) ?? -1) > (order.firstIndex(of: b) ?? -1) ? a : b
    }

    private func joint(_ mark: Character?, before next: String) -> String {
        guard let mark else { return next.first?.isHan == true ? "，" : ", " }
        switch mark {
        case "，", "；", "：": return String(mark)
        case "-", "–", "—": return " \(mark) "
        default: return "\(mark) "
        }
    }

    /// "and" and the like have nothing to join any more.
    private func isConnective(_ token: Token, atStart: Bool) -> Bool {
        if token.kind == .emphasis || token.means(.may) { return false }
        return atStart && token.means([.and, .or, .but]) && !token.means([.determiner])
            || !atStart && token.means([.or, .and]) && !token.means(.but)
    }

    /// The marks that ended the sentence.
    private func terminator(_ sentence: Range<Int>, _ reader: ClauseReader) -> String {
        let last = sentence.reversed().prefix { index in
            let token = reader.tokens[index]
            return token.kind == .mark && ".!?。！？…～~:：".contains(reader.text[token.range.lowerBound])
                || token.kind == .emoji || token.kind == .emphasis
        }.reversed()
        var marks = ""
        for index in last where reader.tokens[index].kind == .mark {
            let mark = reader.text[reader.tokens[index].range.lowerBound]
            switch mark {
            case ":": marks += "."
            case "：", "～": marks += "。"
            case "~": marks += reader.tokens[sentence].contains { $0.kind == .han } ? "。" : "."
            default: marks += String(reader.text[reader.tokens[index].range])
            }
        }
        return marks
    }
}
