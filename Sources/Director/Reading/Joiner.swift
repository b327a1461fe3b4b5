import Timeline

/// Joins tokens that mean one thing together: "two" and "minutes" to a length, "the", "third" and "photo" to a photo.
struct Joiner {
    let message: Message
    var input: [Token]
    var output: [Token] = []
    var next = 0

    init(_ tokens: [Token], of message: Message) {
        self.message = message
        input = tokens
    }

    func peek(_ offset: Int = 0) -> Concept? {
        let index = next + offset
        return input.indices.contains(index) ? input[index].concept : nil
    }

    /// Replaces the next `count` tokens by one.
    mutating func join(_ count: Int, into concept: Concept) {
        let last = input[next + count - 1]
        output.append(Token(concept, input[next].range.lowerBound..<last.range.upperBound))
        next += count
    }

    mutating func pass() {
        output.append(input[next])
        next += 1
    }

    /// Starts over with what came out.
    mutating func rewind() {
        input = output
        output = []
        output.reserveCapacity(input.count)
        next = 0
    }
}

// MARK: Numbers with what they count

extension Joiner {
    static func quantities(in tokens: [Token], of message: Message) -> [Token] {
        var joiner = Joiner(tokens, of: message)
        while joiner.next < joiner.input.count { if !joiner.joinNumber() { joiner.pass() } }
        joiner.rewind()
        while joiner.next < joiner.input.count { if !joiner.joinQuantity() { joiner.pass() } }
        joiner.rewind()
        while joiner.next < joiner.input.count { if !joiner.joinStretch(), !joiner.joinLengths() { joiner.pass() } }
        return joiner.output
    }

    /// Twenty five; third, 3rd and 第三; 100 and percent.
    private mutating func joinNumber() -> Bool {
        switch (peek(), peek(1), peek(2)) {
        case (.number(let tens), .number(let ones), _)
        where input[next].isSpelledOut && input[next + 1].isSpelledOut && tens >= 20 && tens <= 90
            && tens.truncatingRemainder(dividingBy: 10) == 0 && ones < 10:
            join(2, into: .number(tens + ones))
        case (.ordinalSign, .number(let number), _):
            join(2, into: .ordinal(Joiner.whole(number)))
        case (.ordinalSign, .half, _), (.ordinalSign, _, _):
            join(1, into: .word)
        case (.number(let number), .ordinalEnding, _) where touches(1):
            join(2, into: .ordinal(Joiner.whole(number)))
        case (.number(let number), .percentSign, _):
            join(2, into: .percent(number))
        case (.percentSign, .number(let number), _):
            join(2, into: .percent(number))
        default:
            return false
        }
        return true
    }

    /// A number and its unit; a minute; half a second; two and a half seconds; 1080p.
    private mutating func joinQuantity() -> Bool {
        switch (peek(), peek(1), peek(2), peek(3)) {
        case (.number(let number), .half, .unit(let unit), _):
            join(3, into: .duration(Joiner.length(number + 0.5, unit)))
        case (.number(let number), .unit(let unit), .half, _):
            join(3, into: .duration(Joiner.length(number + 0.5, unit)))
        case (.number(let number), .unit(let unit), .number(let seconds), _)
        where unit == 60_000 && seconds < 60 && !isUnit(3) && touches(1) && touches(2):
            join(3, into: .duration(Joiner.length(number, unit) + .seconds(seconds)))
        case (.number(let number), .unit(let unit), _, _):
            join(2, into: .duration(Joiner.length(number, unit)))
        case (.number(let number), .a, .unit(let unit), _) where unit >= 60_000:
            join(3, into: .duration(Joiner.length(number, unit)))
        case (.number(let number), .link(.of), .unit(let unit), _):
            join(3, into: .duration(Joiner.length(number, unit)))
        case (.number(let number), .dash, .unit(let unit), _):
            join(3, into: .duration(Joiner.length(number, unit)))
        case (.number(let number), .dash, .ordinal(2), _) where isSecond(2):
            join(3, into: .duration(.seconds(number)))
        case (.number(let number), .ordinal(2), _, _) where isSecond(1):
            join(2, into: .duration(.seconds(number)))
        case (.ordinal(let place), .unit(let unit), _, _) where place > 0 && !isSecond(0):
            join(2, into: .duration(Joiner.length(Double(place), unit)))
        case (.half, .a, .unit(let unit), _):
            join(3, into: .duration(Joiner.length(0.5, unit)))
        case (.half, .a, .ordinal(2), _) where isSecond(2):
            join(3, into: .duration(Milliseconds(500)))
        case (.half, .unit(let unit), _, _):
            join(2, into: .duration(Joiner.length(0.5, unit)))
        case (.half, .ordinal(2), _, _) where isSecond(1):
            join(2, into: .duration(Milliseconds(500)))
        case (.a, .unit(let unit), _, _):
            join(2, into: .duration(Joiner.length(1, unit)))
        case (.a, .ordinal(2), let after, _) where isSecond(1) && !isPhotoWord(after):
            join(2, into: .duration(.seconds(1)))
        case (.number(let number), .times, _, _):
            join(2, into: .factor(number))
        case (.number(let lines), .pixels, _, _):
            join(2, into: lines == 1080 || lines == 720 ? .filler : .lacking(.resolution))
        case (.number, .lacking(let hint), _, _) where touches(1):
            join(2, into: .lacking(hint))
        default:
            return false
        }
        return true
    }

    /// A minute and 30 seconds; 2-6 s; from 2 to 6 seconds.
    private mutating func joinLengths() -> Bool {
        switch (peek(), peek(1), peek(2)) {
        case (.duration(let minutes), .duration(let seconds), _) where Joiner.adds(minutes, seconds):
            join(2, into: .duration(minutes + seconds))
        case (.duration(let minutes), .and, .duration(let seconds)) where Joiner.adds(minutes, seconds):
            join(3, into: .duration(minutes + seconds))
        case (.number(let start), .dash, .duration), (.number(let start), .link(.to), .duration):
            // "Cut out 3 to 5 seconds"; but "set photo 3 to 5 seconds".
            let isStretch: Bool =
                switch output.last?.concept {
                case .link(.from), .link(.between), .only, .verb(.remove), .verb(.keep), .verb(.use): true
                default: false
                }
            guard peek(1) == .dash || isStretch else { return false }
            join(1, into: .duration(.seconds(start)))
        default:
            return false
        }
        return true
    }

    private static func adds(_ minutes: Milliseconds, _ seconds: Milliseconds) -> Bool {
        minutes.rawValue >= 60_000 && minutes.rawValue % 60_000 == 0 && seconds.rawValue < 60_000
    }

    private func isUnit(_ offset: Int) -> Bool {
        if case .unit = peek(offset) { true } else { false }
    }

    /// Whether the token follows the one before it without a space.
    private func touches(_ offset: Int) -> Bool {
        input[next + offset].range.lowerBound == input[next + offset - 1].range.upperBound
    }

    /// "Second" is a place in an order and a unit of time.
    private func isSecond(_ offset: Int) -> Bool {
        message.plain[input[next + offset].range].starts(with: "second") && input[next + offset].range.count <= 7
    }

    private func isPhotoWord(_ concept: Concept?) -> Bool {
        concept == .noun(.photo) || concept == .one || concept == .noun(.clip)
    }

    /// At most a day, so that sums cannot overflow; what is too long for a video is refused later.
    static func length(_ number: Double, _ unit: Double) -> Milliseconds {
        Milliseconds(Int(min(max((number * unit).rounded(), 0), 86_400_000)))
    }

    static func whole(_ number: Double) -> Int {
        Int(min(max(number.rounded(), 0), 1_000_000))
    }
}
