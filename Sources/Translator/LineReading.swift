/// A line with the talk of windows taken out of it.
struct LineReading: Sendable {
    let text: [Character]
    let line: Line
    /// What is shown of it: words and what is looked up, in order. Only for a line that was changed.
    private(set) var pieces: [Translation.Piece] = []
    private(set) var orders: [SentenceReading.Order] = []
    private(set) var isTouched = false
    /// Whether words of it stay.
    private(set) var hasWords = true
    /// It announces what comes below it: "To export:"
    private(set) var isAnnouncement = false
    /// A list below it says how a video is exported: its steps go together.
    private(set) var isProcedure = false

    init(_ text: [Character], _ line: Line, _ surroundings: SentenceReading.Surroundings) {
        self.text = text
        self.line = line
        let tokens = Lexer.tokens(of: text, from: line.prefix)
        readAnnouncement(tokens)
        let label = Self.label(tokens, text)
        read(Sentence.ranges(in: tokens, of: text), label, ClauseReader(text: text, tokens: tokens), surroundings)
    }

    /// A heading, a line that ends in a colon, a line in bold.
    private mutating func readAnnouncement(_ tokens: [Token]) {
        let words = tokens.filter { $0.kind != .emphasis && $0.kind != .emoji }
        guard let first = tokens.first, let last = words.last else { return }
        var isBold = first.kind == .emphasis && first.range.count >= 2 && tokens.last?.kind == .emphasis
        isBold = isBold && tokens.count { $0.kind == .emphasis } == 2
        let isColon = last.kind == .mark && ":：".contains(text[last.range.lowerBound])
        if case .heading = line.kind { isAnnouncement = true }
        let isTitle = words.count == 1 && first.kind == .quoted && text[first.range.lowerBound] == "【"
        isAnnouncement = isAnnouncement || isColon || isBold || isTitle
        isProcedure =
            isAnnouncement && words.contains { $0.means(.export) }
            && !words.contains { $0.means([.own, .ownPlan, .past]) }
    }

    /// How many tokens at the start are a label: "Tip:", "**导出**："
    private static func label(_ tokens: [Token], _ text: [Character]) -> Int {
        for (index, token) in tokens.prefix(10).enumerated() {
            if token.kind == .mark, ":：".contains(text[token.range.lowerBound]) {
                // Bold may end behind the colon.
                let end = index + 1 < tokens.count && tokens[index + 1].kind == .emphasis ? index + 2 : index + 1
                return end < tokens.count ? end : 0
            }
            if token.kind == .mark, !"/&()（）-、".contains(text[token.range.lowerBound]) { return 0 }
            if token.means([.own, .ownPlan, .talk, .point, .drag]) { return 0 }
        }
        return 0
    }

    private mutating func read(
        _ sentences: [Range<Int>],
        _ label: Int,
        _ reader: ClauseReader,
        _ surroundings: SentenceReading.Surroundings
    ) {
        var surroundings = surroundings
        var readings: [(range: Range<Int>, reading: SentenceReading)] = []
        for sentence in sentences {
            let range = max(sentence.lowerBound, label)..<max(sentence.upperBound, label)
            guard !range.isEmpty else { continue }
            var reading = SentenceReading(range, by: reader, surroundings)
            if label > 0, readings.isEmpty { reading.offerAll() }
            surroundings.followsWindow = reading.isGone
            readings.append((range, reading))
        }
        dropQuestions(&readings, reader)
        isTouched = readings.contains { $0.reading.isTouched }
        orders = readings.flatMap(\.reading.orders)
        guard isTouched else { return }
        compose(readings, label, reader)
    }

    /// "Ready to share it? Click Export": the question leads to the button only, and makes a choice of it.
    private func dropQuestions(
        _ readings: inout [(range: Range<Int>, reading: SentenceReading)],
        _ reader: ClauseReader
    ) {
        for index in readings.indices.dropLast() {
            guard readings[index + 1].reading.isGone, readings[index + 1].reading.hasWindow else { continue }
            guard isLeadingQuestion(readings[index].range, reader) else { continue }
            readings[index].reading.dropAll()
            readings[index + 1].reading.offerAll()
        }
    }

    private func isLeadingQuestion(_ sentence: Range<Int>, _ reader: ClauseReader) -> Bool {
        let words = reader.tokens[sentence]
        guard words.contains(where: { $0.kind == .mark && "?？".contains(text[$0.range.lowerBound]) }) else {
            return false
        }
        guard !words.contains(where: { $0.means([.own, .ownPlan]) }) else { return false }
        return words.prefix(4).contains { $0.means(.wish) }
    }

    private mutating func compose(
        _ readings: [(range: Range<Int>, reading: SentenceReading)],
        _ label: Int,
        _ reader: ClauseReader
    ) {
        var words = ""
        var space = ""
        // A label goes with the sentence it announces; in a list it stands for the item.
        let label = line.kind != .item && readings.first?.reading.isGone == true ? 0 : label
        let lead = String(text[..<(label > 0 ? reader.tokens[label - 1].range.upperBound : line.prefix)])
        var isFirst = true
        func start() -> String {
            defer { isFirst = false }
            return isFirst ? lead + (label > 0 ? spaceAfter(reader.tokens[label - 1].range.upperBound) : "") : ""
        }
        for (range, reading) in readings {
            for order in reading.orders where !order.isAfterWords { flush(&words, order) }
            if let kept = reading.isTouched ? reading.words(by: reader, in: range) : verbatim(range, reader) {
                words += (words.isEmpty ? start() : space) + kept
                space = spaceAfter(reader.tokens[range.upperBound - 1].range.upperBound)
            }
            for order in reading.orders where order.isAfterWords { flush(&words, order) }
        }
        flush(&words, nil)
        hasWords = !isFirst
    }

    /// Ends a stretch of words where something is looked up.
    private mutating func flush(_ words: inout String, _ order: SentenceReading.Order?) {
        if let order {
            guard case .show(let shown) = order.deed else { return }
            flush(&words, nil)
            pieces.append(.shown(shown))
        } else if !words.isEmpty {
            pieces.append(.text(Mending.balanced(words)))
            words = ""
        }
    }

    private func verbatim(_ range: Range<Int>, _ reader: ClauseReader) -> String? {
        guard let first = range.first, let last = range.last else { return nil }
        return String(text[reader.tokens[first].range.lowerBound..<reader.tokens[last].range.upperBound])
    }

    private func spaceAfter(_ index: Int) -> String {
        String(text[index...].prefix { $0.isWhitespace })
    }
}
