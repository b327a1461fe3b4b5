/// The headers of a part, as far as form data needs them.
struct MultipartHeaders: Equatable {
    /// The name of the form's field.
    var field: String?
    /// The file's name, cleaned; nil when the part is no file.
    var fileName: String?

    /// - Parameter block: The header lines, without the empty line after them.
    init(block: [UInt8]) {
        for line in block.split(separator: 0x0a) {
            let text = String(decoding: line, as: UTF8.self)
            guard let colon = text.firstIndex(of: ":"),
                text[..<colon].lowercased() == "content-disposition"
            else { continue }
            let parameters = Self.parameters(of: text[text.index(after: colon)...])
            field = parameters["name"]
            fileName = parameters["filename"].map { FileName.cleaned(Self.unescaped($0)) }
        }
    }

    /// The parameters of a header value: `form-data; name="files"; filename="a \"b\".jpg"`.
    static func parameters(of value: Substring) -> [String: String] {
        var parameters: [String: String] = [:]
        var rest = value.drop { $0 != ";" }
        while rest.first == ";" {
            rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
            let name = rest.prefix { $0 != "=" && $0 != ";" }
            rest = rest.dropFirst(name.count)
            guard rest.first == "=" else { continue }
            rest = rest.dropFirst()
            var text = ""
            if rest.first == "\"" {
                rest = rest.dropFirst()
                while let character = rest.popFirst(), character != "\"" {
                    // Only these two are escaped: a plain backslash is part of a path.
                    if character == "\\", let next = rest.first, next == "\"" || next == "\\" {
                        text.append(next)
                        rest = rest.dropFirst()
                    } else {
                        text.append(character)
                    }
                }
                rest = rest.drop { $0 != ";" }
            } else {
                let token = rest.prefix { $0 != ";" }
                rest = rest.dropFirst(token.count)
                text = token.trimmingSpaces
            }
            // The first one counts.
            parameters[name.trimmingSpaces.lowercased()] = parameters[name.trimmingSpaces.lowercased()] ?? text
        }
        return parameters
    }

    /// What browsers and curl write for a quote and for line breaks within a name; nothing else is encoded.
    private static func unescaped(_ name: String) -> String {
        name.replacing("%22", with: "\"").replacing("%0D", with: "").replacing("%0A", with: "")
    }
}

extension Substring {
    var trimmingSpaces: String {
        let isSpace = { (character: Character) in character == " " || character == "\t" || character.isNewline }
        var text = drop(while: isSpace)
        while let last = text.last, isSpace(last) { text.removeLast() }
        return String(text)
    }
}
