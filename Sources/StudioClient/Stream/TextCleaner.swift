/// Takes out of a text what a terminal would obey, over all the pieces the text comes in.
///
/// Control characters go, and so do the parameters of the sequences that ESC [ or U+009B begin. Line breaks of every
/// kind become LF; tabs stay.
struct TextCleaner {
    private enum Place {
        case text, escape, sequence
    }

    private var place = Place.text

    mutating func clean(_ text: String) -> String {
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
                if let kept = Self.kept(scalar) { clean.append(kept) }
            }
        }
        return String(clean)
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

extension String {
    /// Without anything a terminal would obey.
    var withoutControls: String {
        var cleaner = TextCleaner()
        return cleaner.clean(self)
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
