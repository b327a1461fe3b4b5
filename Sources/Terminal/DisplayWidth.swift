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
