import StudioAPI

/// Takes out of a text what a terminal would obey and what nobody should read, over all the pieces the text comes in.
///
/// Control characters go, and so do the parameters of the sequences that ESC [ or U+009B begin. Line breaks of every
/// kind become LF; tabs stay. A token becomes "…".
struct TextCleaner {
    private enum Place {
        case text, escape, sequence
    }

    private var place = Place.text
    private var tokens = TokenFilter()

    /// - Returns: What of it can be shown now; the beginning of what may be a token waits for more.
    mutating func clean(_ text: String) -> String {
        if place == .text, tokens.isIdle, Self.isPlain(text) { return text }
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch (place, scalar.value) {
            case (_, 0x1B):
                place = .escape
            case (_, 0x9B):
                place = .sequence
            case (.escape, 0x5B):
                place = .sequence
            case (.sequence, 0x20...0x3F):
                break
            case (.sequence, 0x40...0x7E):
                place = .text
            default:
                place = .text
                if let kept = Self.kept(scalar) { tokens.pass(kept, to: &clean) }
            }
        }
        return String(clean)
    }

    /// A text, as most are, in which there is nothing to take out: told by its bytes, without the ones that begin a
    /// C1 control or a line break of Unicode's, and without what a token could begin or hold.
    private static func isPlain(_ text: String) -> Bool {
        var last: UInt8 = 0
        for byte in text.utf8 {
            switch byte {
            case 0x09, 0x0A, 0x20...0x5E, 0x60...0x7E, 0x80...0xC1, 0xC3...0xE1, 0xE3...0xFF: last = byte
            default: return false
            }
        }
        return !"nmvcl".utf8.contains(last)
    }

    /// What still waits, when the text is over.
    mutating func end() -> String {
        var rest = String.UnicodeScalarView()
        tokens.end(to: &rest)
        place = .text
        return String(rest)
    }

    private static func kept(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x0A, 0x85, 0x2028, 0x2029: "\n"
        case 0x09: "\t"
        case ..<0x20, 0x7F...0x9F: nil
        default: scalar
        }
    }
}

/// Puts "…" in the place of tokens, which begin with `nmv_` or `clm_`.
private struct TokenFilter {
    private static let prefixes = ["nmv_", "clm_"].map { Array($0.unicodeScalars) }

    /// What may be the beginning of a prefix.
    private var held: [Unicode.Scalar] = []
    private var isInToken = false

    /// Nothing that came before has a part in what comes.
    var isIdle: Bool { held.isEmpty && !isInToken }

    mutating func pass(_ scalar: Unicode.Scalar, to text: inout String.UnicodeScalarView) {
        if isInToken, Self.isWord(scalar) { return }
        isInToken = false
        held.append(scalar)
        // What cannot become a prefix is text; what follows it still can.
        while !held.isEmpty, !Self.prefixes.contains(where: { $0.starts(with: held) }) {
            text.append(held.removeFirst())
        }
        if Self.prefixes.contains(held) {
            held = []
            text.append("…")
            isInToken = true
        }
    }

    mutating func end(to text: inout String.UnicodeScalarView) {
        text.append(contentsOf: held)
        held = []
        isInToken = false
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            || scalar == "_" || scalar == "-"
    }
}

extension String {
    /// Without anything a terminal would obey, and without tokens.
    var withoutControls: String {
        var cleaner = TextCleaner()
        return cleaner.clean(self) + cleaner.end()
    }
}

extension StringProtocol {
    /// There is nothing to see.
    var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }

    /// Without white space at either end.
    var trimmed: String {
        var rest = Substring(self)
        while let first = rest.unicodeScalars.first, first.properties.isWhitespace { rest.unicodeScalars.removeFirst() }
        while let last = rest.unicodeScalars.last, last.properties.isWhitespace { rest.unicodeScalars.removeLast() }
        return String(rest)
    }
}

extension JSONValue {
    /// With every text in it, names too, without anything a terminal would obey.
    var withoutControls: JSONValue {
        switch self {
        case .string(let text): .string(text.withoutControls)
        case .array(let items): .array(items.map(\.withoutControls))
        case .object(let members):
            .object(
                Dictionary(
                    members.map { ($0.key.withoutControls, $0.value.withoutControls) },
                    uniquingKeysWith: { first, _ in first }
                )
            )
        default: self
        }
    }
}
