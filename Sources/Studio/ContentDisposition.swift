/// How a browser is told what to do with a file (RFC 6266).
enum ContentDisposition {
    /// The file is to be saved under a title, which may hold anything a person wrote.
    ///
    /// - Parameter ending: With its dot.
    static func attachment(title: String, ending: String) -> String {
        let title = safe(title)
        let name = FileName.cleaned((title.isEmpty ? "video" : title) + ending)
        // For those who do not read the second form, and it comes first: some stop at the first they understand.
        let plain = String(name.unicodeScalars.map { $0.isASCII && $0 != "%" ? Character($0) : "_" })
        return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(encoded(name))"
    }

    /// Without what some file systems do not take, and what a path or a quoted string could be made with. A dot at the
    /// beginning would hide the file.
    private static func safe(_ title: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in title.unicodeScalars {
            scalars.append("/\\:*?\"<>|".unicodeScalars.contains(scalar) ? " " : scalar)
        }
        let words = String(scalars).split(separator: " ").joined(separator: " ")
        return String(words.drop { $0 == "." || $0 == " " })
    }

    /// RFC 8187: all but letters, digits and a few signs as %XX of their UTF-8.
    private static func encoded(_ name: String) -> String {
        var text = ""
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                text.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                text += "%" + [byte].hex.uppercased()
            }
        }
        return text
    }
}
