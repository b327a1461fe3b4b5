/// The order people expect of file names: IMG_2 before IMG_10.
enum NaturalOrder {
    static func precedes(_ left: String, _ right: String) -> Bool {
        var a = left.lowercased()[...]
        var b = right.lowercased()[...]
        while let x = a.first, let y = b.first {
            if x.isASCIIDigit, y.isASCIIDigit {
                let (m, n) = (number(&a), number(&b))
                if m.count != n.count { return m.count < n.count }
                if m != n { return m < n }
            } else if x != y {
                return x < y
            } else {
                a.removeFirst()
                b.removeFirst()
            }
        }
        return a.isEmpty != b.isEmpty ? a.isEmpty : left < right
    }

    /// The digits at the beginning without leading zeros: of as many digits, the greater text is the greater number.
    private static func number(_ text: inout Substring) -> Substring {
        let digits = text.prefix(while: \.isASCIIDigit)
        text = text[digits.endIndex...]
        return digits.drop { $0 == "0" }
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isWholeNumber }
}
