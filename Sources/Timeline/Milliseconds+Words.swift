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

    /// "4 s"
    var words: String { secondsText() + " s" }
}
