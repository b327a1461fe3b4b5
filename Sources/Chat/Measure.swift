import Timeline

/// Sizes and lengths as a person reads them.
enum Measure {
    /// "820 KB", "12.4 MB": units of 1000, as file managers and platforms count.
    static func bytes(_ count: Int) -> String {
        let units = ["B", "KB", "MB", "GB", "TB"]
        var value = Double(count)
        var unit = 0
        while value >= 999.5, unit < units.count - 1 {
            value /= 1000
            unit += 1
        }
        return unit < 2 || value >= 99.95 ? "\(Int(value.rounded())) \(units[unit])" : "\(tenths(value)) \(units[unit])"
    }

    /// "0:20", "1:02:03".
    static func length(_ milliseconds: Int) -> String {
        let seconds = (milliseconds + 500) / 1000
        let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
        let tail = twoDigits(seconds % 60)
        return hours > 0 ? "\(hours):\(twoDigits(minutes)):\(tail)" : "\(minutes):\(tail)"
    }

    /// How long something will still take, rounded up so that it does not end on zero: "12 s", "3 min 20 s".
    static func wait(_ milliseconds: Int, in language: Language) -> String {
        let seconds = max(1, (milliseconds + 999) / 1000)
        if language == .chinese {
            return seconds < 60 ? "\(seconds) 秒" : "\(seconds / 60) 分 \(seconds % 60) 秒"
        }
        return seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
    }

    /// How long something will take, no more exactly than one can know: "7 s", "40 s", "2 min 10 s".
    static func about(_ milliseconds: Int, in language: Language) -> String {
        let step = milliseconds < 10_000 ? 1000 : milliseconds < 60_000 ? 5000 : 10_000
        return wait((milliseconds + step / 2) / step * step, in: language)
    }

    static func percent(_ fraction: Double) -> String {
        "\(Int((min(max(fraction, 0), 1) * 100).rounded(.down)))%"
    }

    private static func tenths(_ value: Double) -> String {
        let rounded = Int((value * 10).rounded())
        return "\(rounded / 10).\(rounded % 10)"
    }

    private static func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}
