import Timeline

/// A message as it was understood.
struct Reading: Sendable {
    var wishes: [Wish] = []
    /// The parts that were not understood, in the person's own words.
    var unclear: [String] = []
    /// Words that were read as others, as typed and as read.
    var mended: [(typed: String, read: String)] = []
    /// There was nothing in it but politeness.
    var isBlank = true
}

/// Reads the clauses of a message one after the other; each may lean on the one before.
struct Reader {
    private let message: Message
    private let isFirst: Bool
    private var reading = Reading()
    private var verb: Verb?
    private var isNegated = false
    private var topic: Clause.Topic?
    private var text: Clause.EarlierText?
    private var photos: PhotoReference?
    /// Those that the clause before was about, and nothing else.
    private var latestPhotos: PhotoReference?
    private var isMaking = false

    private init(_ message: Message, isFirst: Bool) {
        self.message = message
        self.isFirst = isFirst
    }

    /// - Parameter isFirst: nothing is on the timeline yet, so that "a video for TikTok" can only mean a new one.
    static func read(
        _ message: Message,
        names: NameIndex,
        fonts: () -> [String],
        isFirst: Bool
    ) -> Reading {
        var tokens = Lexer.tokens(of: message, names: names)
        let slips = tokens.filter { $0.meant != nil }
        tokens = Joiner.quantities(in: tokens, of: message)
        tokens = Joiner.fonts(in: tokens, of: message, families: fonts)
        tokens = Joiner.writings(in: tokens, of: message)
        tokens = Joiner.photos(in: tokens, of: message)
        var reader = Reader(message, isFirst: isFirst)
        for (clause, separator) in Reader.clauses(of: tokens, in: message) {
            reader.read(clause, after: separator)
        }
        // What turned out to be words to be shown is shown as it was typed.
        let shown = tokens.filter { if case .text = $0.concept { true } else { false } }
        for slip in slips where !shown.contains(where: { $0.range.overlaps(slip.range) }) {
            reader.reading.mended.append((message.words(slip.range), slip.meant ?? ""))
        }
        return reader.reading
    }

    /// Splits at commas, full stops, "and", "then", "with". Chinese 和 joins nouns, so it does not split.
    private static func clauses(of tokens: [Token], in message: Message) -> [(Clause, separator: Concept)] {
        var clauses: [(Clause, separator: Concept)] = []
        var current: [Token] = []
        var separator = Concept.stop
        for (index, token) in tokens.enumerated() {
            let splits: Bool =
                switch token.concept {
                case .comma, .stop: true
                case .with: !isJoined(current, to: tokens.dropFirst(index + 1).first) && !isName(tokens[(index + 1)...])
                case .and, .or:
                    !message.plain[token.range].contains { $0.isHan || $0 == "、" }
                        && !isPair(current, with: tokens[(index + 1)...])
                default: false
                }
            if splits {
                if !current.isEmpty { clauses.append((Clause(current), separator)) }
                current = []
                separator = token.concept
            } else {
                current.append(token)
            }
        }
        if !current.isEmpty { clauses.append((Clause(current), separator)) }
        return clauses
    }

    /// "Swap photo 2 with photo 3", "fill the frame with photo 2": one thing is said.
    private static func isJoined(_ before: [Token], to after: Token?) -> Bool {
        if before.contains(where: { $0.concept == .verb(.swap) }) { return true }
        // "Photo 2 with teal.cube".
        if case .colorTable = after?.concept { return true }
        guard case .photos = after?.concept else { return false }
        return before.contains { if case .fit = $0.concept { true } else { false } }
    }

    /// "Swap first and last".
    private static func isPair(_ before: [Token], with after: ArraySlice<Token>) -> Bool {
        guard before.contains(where: { $0.concept == .verb(.swap) }) else { return false }
        switch after.first(where: { $0.concept != .the })?.concept {
        case .ordinal, .photos, .number: return true
        default: return false
        }
    }

    /// "With its name" says what to write, not what else to do.
    private static func isName(_ tokens: ArraySlice<Token>) -> Bool {
        let first = tokens.first { token in
            switch token.concept {
            case .the, .a, .it, .own, .filler, .noun(.media), .noun(.photo), .same: false
            default: true
            }
        }
        return first?.concept == .noun(.name)
    }

    private mutating func read(_ original: Clause, after separator: Concept) {
        var clause = original
        guard !clause.isEmpty || clause.contains(.verb(.make)) else { return }
        reading.isBlank = false
        if separator == .stop { verb = nil }
        if separator == .stop || separator == .with { isNegated = false }
        clause.inheritedVerb = verb
        clause.inheritsNegation = isNegated
        clause.topic = topic
        clause.earlierText = text
        clause.earlierPhotos = photos
        let goesOn = (separator == .and || separator == .comma) && clause.isElliptical
        clause.carriedPhotos = goesOn ? latestPhotos : nil
        clause.isFirst = isFirst && !reading.wishes.contains { if case .make = $0 { true } else { false } }
        clause.continuesMaking = isMaking && separator != .stop
        let wishes = clause.wishes()
        let leftovers = clause.leftovers
        if clause.isMaking {
            take(wishes)
            if let first = leftovers.first, let last = leftovers.last { nameUnclear(clause, first...last) }
        } else if wishes.isEmpty || !leftovers.isEmpty {
            nameUnclear(clause, 0...(clause.tokens.count - 1))
        } else {
            take(wishes)
        }
        remember(clause, wishes: leftovers.isEmpty ? wishes : [])
    }

    /// One message makes one video, however often it says so.
    private mutating func take(_ wishes: [Wish]) {
        for wish in wishes {
            let earlier = reading.wishes.firstIndex { if case .make = $0 { true } else { false } }
            if case .make(let more) = wish, let earlier, case .make(let make) = reading.wishes[earlier] {
                reading.wishes[earlier] = .make(make.merged(with: more))
            } else {
                reading.wishes.append(wish)
            }
        }
    }

    private mutating func nameUnclear(_ clause: Clause, _ range: ClosedRange<Int>) {
        let start = clause.tokens[range.lowerBound].range.lowerBound
        let words = Lexer.trimmed(message.original[start..<clause.tokens[range.upperBound].range.upperBound])
        if !reading.unclear.contains(words) { reading.unclear.append(words) }
    }

    private mutating func remember(_ clause: Clause, wishes: [Wish]) {
        isMaking = clause.isMaking || clause.continuesMaking
        for token in clause.tokens {
            if case .verb(let said) = token.concept {
                verb = said
                isNegated = false
            }
        }
        latestPhotos = nil
        if clause.says(.not) { isNegated = clause.isRemoving && !wishes.contains(.hint(.whatInstead)) }
        for wish in wishes {
            switch wish {
            case .text(let wish):
                topic = .text
                text = Clause.EarlierText(kind: wish.kind, photos: wish.photos, isPlural: wish.isPlural)
            case .removeText(let kind, let photos, _):
                topic = .text
                text = Clause.EarlierText(kind: kind, photos: photos)
            case .music, .volume, .mute: topic = .music
            case .trim(.photos(let reference), _), .clipSound(.photos(let reference), _):
                if !reference.isAll { photos = reference }
            case .transition: topic = .transition
            case .length(let reference?, _), .motion(let reference, _), .fit(let reference, _),
                .look(let reference, _):
                if !reference.isAll { (photos, latestPhotos) = (reference, reference) }
            case .hint, .copy:
                // "Photo 3 is sideways, remove it."
                if let reference = clause.photos, !reference.isAll { photos = reference }
            default: break
            }
        }
    }
}
