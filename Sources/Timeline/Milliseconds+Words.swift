extension Milliseconds {
    /// Seconds without a unit and without needless zeros: "4", "2.5", "3.97".
    ///
    /// - Parameter places: decimals at most, 0…3; the rest is rounded.
    public func secondsText(places: Int = 2) -> String {
        let rounded = magnitude(places: places)
        return (rawValue < 0 && rounded > 0 ? "-" : "") + Milliseconds.seconds(of: rounded)
    }

    /// A length as a person says it: "4 s", "2.5 s", "1 min 26 s"; "4 秒", "1 分 26 秒".
    public func length(in language: Language) -> String {
        length(in: language, places: 2)
    }

    package func length(in language: Language, places: Int) -> String {
        let (minuteWord, secondWord) = language == .english ? ("min", "s") : ("分", "秒")
        // Rounded first, so that no second is ever the sixtieth.
        let rounded = magnitude(places: places)
        guard rawValue >= 0, rounded >= 60_000 else { return "\(secondsText(places: places)) \(secondWord)" }
        let minutes = "\(rounded / 60_000) \(minuteWord)"
        let rest = rounded % 60_000
        return rest == 0 ? minutes : "\(minutes) \(Milliseconds.seconds(of: rest)) \(secondWord)"
    }

    /// The milliseconds without their sign, rounded to so many decimals of a second.
    private func magnitude(places: Int) -> UInt {
        let unit: UInt = [1000, 100, 10, 1][min(max(places, 0), 3)]
        return (rawValue.magnitude + unit / 2) / unit * unit
    }

    private static func seconds(of milliseconds: UInt) -> String {
        let fraction = milliseconds % 1000
        guard fraction > 0 else { return String(milliseconds / 1000) }
        var digits = String(1000 + fraction).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        return "\(milliseconds / 1000).\(digits)"
    }
}
