import Foundation

/// The process's character set: what the widths of characters and the line editor depend on.
enum TextLocale {
    /// Whether text is UTF-8. Sets the locale at the first use: the C library starts in the C locale, in which every
    /// character beyond ASCII has no width and libedit fails on a prompt that has one.
    static let isUTF8: Bool = {
        for name in ["", "C.UTF-8", "en_US.UTF-8"] where setlocale(LC_CTYPE, name) != nil {
            if let codeset = nl_langinfo(Int32(CODESET)), String(cString: codeset).uppercased() == "UTF-8" {
                return true
            }
        }
        return false
    }()
}
