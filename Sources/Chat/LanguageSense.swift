public import Timeline

/// Which language a person speaks.
public enum LanguageSense {
    /// The language of a message; nil when it has no words to tell it by. What is quoted, a title for instance, may be
    /// in any language.
    static func language(of message: String) -> Language? {
        let text = unquoted(message)
        if hasHan(text) { return .chinese }
        return text.contains { $0.isLetter } ? .english : nil
    }

    /// What stands in quotation marks; an apostrophe is none.
    static var quoted: Regex<Substring> { /"[^"]*"|“[^”]*”|‘[^’]*’|「[^」]*」|『[^』]*』|(?:^|\P{L})'[^']*'/ }

    /// The message without what is quoted in it.
    static func unquoted(_ message: String) -> String { message.replacing(quoted, with: "") }

    static func hasHan(_ text: some StringProtocol) -> Bool {
        text.unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3134F: true
            default: false
            }
        }
    }

    /// The language of the person's settings, by LC_ALL, LC_MESSAGES and LANG in this order.
    public static func language(environment: [String: String]) -> Language {
        let name = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        return name?.lowercased().hasPrefix("zh") == true ? .chinese : .english
    }
}
