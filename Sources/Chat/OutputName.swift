import Foundation
import Timeline

/// What an export is called.
enum OutputName {
    /// A name from the video's title, or from the day.
    ///
    /// - Parameters:
    ///   - day: As `2026-07-31`.
    ///   - shape: To tell several of one video apart: `Summer-9x16`.
    static func base(title: String?, day: String, shape: Aspect? = nil) -> String {
        var name = ""
        for scalar in (title ?? "").unicodeScalars {
            let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
            if isControl || "/\\:*?\"<>|".unicodeScalars.contains(scalar) {
                name += " "
            } else {
                name.unicodeScalars.append(scalar)
            }
        }
        name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        // A dot at the beginning hides a file; a name has 255 bytes at most, and a number may follow.
        name = String(name.drop { $0 == "." || $0 == " " })
        while name.utf8.count > 120 { name.removeLast() }
        name = name.trimmingCharacters(in: .whitespaces)
        return (name.isEmpty ? "kinora-\(day)" : name) + (shape.map { "-" + mark(of: $0) } ?? "")
    }

    /// A shape in a name, where a colon has no place: `9x16`.
    static func mark(of shape: Aspect) -> String { shape.rawValue.replacing(":", with: "x") }

    /// The first of `name.mp4`, `name-2.mp4` … that is not there.
    static func free(_ base: String, in folder: String, exists: (String) -> Bool) -> String {
        let first = folder + "/" + base + ".mp4"
        guard exists(first) else { return first }
        var number = 2
        while exists("\(folder)/\(base)-\(number).mp4") { number += 1 }
        return "\(folder)/\(base)-\(number).mp4"
    }

    /// The day of a moment, as people here count it.
    ///
    /// - Parameter since1970: In seconds.
    static func day(since1970 seconds: Double = Date().timeIntervalSince1970) -> String {
        let date = Date(timeIntervalSince1970: seconds)
        let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: date)
        func padded(_ number: Int?, _ width: Int) -> String {
            let digits = String(number ?? 0)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(parts.year, 4))-\(padded(parts.month, 2))-\(padded(parts.day, 2))"
    }
}
