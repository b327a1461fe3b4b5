import Timeline

/// Stretches of a clip.
extension Joiner {
    /// "Seconds 3 to 8", "second 3 to second 8", "seconds 3-8": both numbers are times, what is between them stays.
    mutating func joinStretch() -> Bool {
        if lasts {
            join(1, into: .filler)
            return true
        }
        guard let unit = secondsUnit(0), case .number(let start) = peek(1),
            [.dash, .link(.to), .link(.until), .and].contains(peek(2))
        else {
            return joinPlaces()
        }
        let last = secondsUnit(3) == nil ? 3 : 4
        guard case .number(let end) = peek(last) else { return false }
        join(2, into: .duration(Joiner.length(start, unit)))
        pass()
        join(last - 2, into: .duration(Joiner.length(end, unit)))
        return true
    }

    /// "It should last 3 seconds" is no "the last 3 seconds".
    private var lasts: Bool {
        guard peek() == .ordinal(-1), isSpelled(0, "last"), case .duration = peek(1) else { return false }
        switch output.last?.concept {
        case .the, .only, .verb, .noun(.photo), nil: return false
        default: return true
        }
    }

    /// 第3到8秒, 第3到第8秒: the unit is said once.
    private mutating func joinPlaces() -> Bool {
        guard case .ordinal(let start) = peek(), start >= 0, isHan(0), case .duration = peek(2),
            [.dash, .link(.to), .link(.until)].contains(peek(1))
        else { return false }
        join(1, into: .duration(.seconds(Double(start))))
        return true
    }

    /// "Second" is read as a place in an order.
    private func secondsUnit(_ offset: Int) -> Double? {
        switch peek(offset) {
        case .unit(let unit) where unit >= 1000: unit
        case .ordinal(2) where message.plain[input[next + offset].range].starts(with: "second"): 1000
        default: nil
        }
    }
}
