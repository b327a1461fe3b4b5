/// Names of files as others gave them.
enum FileName {
    /// In bytes of UTF-8, as long as most file systems allow with room to spare.
    static let limit = 200

    /// The last part of the path, without control characters and what turns the reading direction, and not too long.
    static func cleaned(_ name: String) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
        let scalars = last.unicodeScalars.filter { scalar in
            switch scalar.value {
            case 0...0x1f, 0x7f...0x9f, 0x2028, 0x2029, 0x202a...0x202e, 0x2066...0x2069: false
            default: true
            }
        }
        let text = Substring(String(String.UnicodeScalarView(scalars))).trimmingSpaces
        let short = shortened(text)
        return short.isEmpty || short.allSatisfy({ $0 == "." }) ? "file" : short
    }

    /// Cut in the middle of the name, so that the ending stays.
    private static func shortened(_ name: String) -> String {
        guard name.utf8.count > limit else { return name }
        var ending = ""
        if let dot = name.lastIndex(of: "."), name[dot...].utf8.count <= 10 { ending = String(name[dot...]) }
        var stem = name.dropLast(ending.count)
        while stem.utf8.count + ending.utf8.count > limit { stem.removeLast() }
        return stem + ending
    }
}
