import CEditLine
import Foundation

/// How many columns of a terminal text takes.
public enum DisplayWidth {
    /// The columns of one character: 0 for one that combines, 2 for a wide one.
    public static func of(_ scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x7F { return scalar.value < 0x20 ? 0 : 1 }
        _ = TextLocale.isUTF8
        return max(0, Int(wcwidth(wchar_t(scalar.value))))
    }

    /// The columns of what a person takes for one character. Where terminals differ (some join emoji, some show the
    /// parts), it is the most that any of them takes.
    static func of(_ character: Character) -> Int {
        let scalars = character.unicodeScalars
        let sum = scalars.reduce(0) { $0 + of($1) }
        return scalars.contains("\u{FE0F}") ? max(2, sum) : sum
    }

    /// Whether every terminal gives a character the same room.
    static func isCertain(_ character: Character) -> Bool {
        let scalars = character.unicodeScalars
        guard let first = scalars.first, scalars.count > 1 else { return true }
        // A letter with its accents is; what emoji are made of is not.
        return of(character) == of(first) && !scalars.contains { [0x200D, 0xFE0F].contains($0.value) }
    }

    /// The columns of a line without escape sequences.
    public static func of(_ text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + of($1) }
    }

    /// `text`, or as much of its beginning as fits into `columns` with an ellipsis behind it.
    public static func truncated(_ text: String, to columns: Int) -> String {
        guard of(text) > columns else { return text }
        guard columns > 0 else { return "" }
        var kept = ""
        var used = 0
        for character in text {
            let width = of(String(character))
            if used + width > columns - 1 { break }
            kept.append(character)
            used += width
        }
        return kept + (TextLocale.isUTF8 ? "…" : ".")
    }

    /// `text` with spaces behind it up to `columns`.
    public static func padded(_ text: String, to columns: Int) -> String {
        text + String(repeating: " ", count: max(0, columns - of(text)))
    }
}
