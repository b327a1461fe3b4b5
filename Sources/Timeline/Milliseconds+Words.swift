extension Milliseconds {
    /// Seconds without a unit and without needless zeros: "4", "2.5", "3.97".
    ///
    /// - Parameter places: decimals at most, 0…3; the rest is rounded.
    public func secondsText(places: Int = 2) -> String {
        let unit = [1000, 100, 10, 1][min(max(places, 0), 3)]
        let rounded = (rawValue.magnitude + UInt(unit / 2)) / UInt(unit) * UInt(unit)
        var text = String(rounded / 1000)
        let fraction = rounded % 1000
        if fraction > 0 {
            var digits = String(1000 + fraction).dropFirst()
            while digits.last == "0" { digits.removeLast() }
            text += "." + digits
        }
        return rawValue < 0 && rounded > 0 ? "-" + text : text
    }

    /// A length as a person says it: "4 s", "2.5 s", "1 min 26 s"; "4 秒", "1 分 26 秒".
    public func length(in language: Language) -> String {
        length(in: language, places: 2)
    }

    package func length(in language: Language, places: Int) -> String {
        let (minuteWord, secondWord) = language == .english ? ("min", "s") : ("分", "秒")
        // Rounded first, so that no second is ever the sixtieth.
        let unit = [1000, 100, 10, 1][min(max(places, 0), 3)]
        let rounded = (rawValue + unit / 2) / unit * unit
        guard rounded >= 60_000 else { return "\(secondsText(places: places)) \(secondWord)" }
        let minutes = "\(rounded / 60_000) \(minuteWord)"
        let rest = Milliseconds(rounded % 60_000)
        return rest == .zero ? minutes : "\(minutes) \(rest.secondsText(places: places)) \(secondWord)"
    }
}
