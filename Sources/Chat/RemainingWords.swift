/// A sentence after the paths in it were taken out: "turn /a.jpg and /b.jpg into a video" goes on to say
/// "turn these photos into a video".
struct RemainingWords {
    let text: String

    private static let connectors: Set<String> = [",", "、", "，", "and", "&", "+", "和", "与", "还有", "以及", "跟"]
    /// What follows these needs something in front of it.
    private static let dependents: Set<String> = ["as", "into", "to", "should", "is", "are", "作为", "做成", "变成", "当"]

    init(_ line: String, without found: [(range: Range<String.Index>, paths: [String])]) {
        // Neighbours with nothing but connectors between them are one thing.
        var groups: [(range: Range<String.Index>, paths: [String])] = []
        for item in found {
            if let last = groups.last,
                Self.isConnector(line[last.range.upperBound..<item.range.lowerBound])
            {
                groups[groups.count - 1].range = last.range.lowerBound..<item.range.upperBound
                groups[groups.count - 1].paths += item.paths
            } else {
                groups.append(item)
            }
        }
        let isChinese = LanguageSense.hasHan(line)
        var rest = ""
        var index = line.startIndex
        for group in groups {
            let before = line[index..<group.range.lowerBound]
            let after = line[group.range.upperBound...]
            rest += before
            let leads = rest.allSatisfy { $0.isWhitespace }
            let next = after.split(whereSeparator: \.isWhitespace).first.map { $0.lowercased() } ?? ""
            let isNeeded =
                Self.dependents.contains { isChinese ? next.hasPrefix($0) : next == $0 }
                || (Self.areColorTables(group.paths) && !next.isEmpty)
            if !leads || isNeeded { rest += Self.name(of: group.paths, inChinese: isChinese) }
            index = group.range.upperBound
        }
        rest += line[index...]
        let words = rest.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        text = String(words.drop { ",:;-–—，：；、".contains($0) || $0.isWhitespace })
    }

    private static func areColorTables(_ paths: [String]) -> Bool {
        paths.allSatisfy { MediaName.colorTables.contains(MediaName.type(of: $0)) }
    }

    private static func isConnector(_ text: Substring) -> Bool {
        let words = text.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
        return words.allSatisfy { connectors.contains($0) }
    }

    /// What takes the place of paths inside a sentence.
    private static func name(of paths: [String], inChinese: Bool) -> String {
        // There may be several, and a sentence is about one of them: "photo 2 with film.cube".
        if areColorTables(paths) { return paths.map(MediaName.last(of:)).joined(separator: " ") }
        let types = Set(paths.map(MediaName.type(of:)))
        // What has no ending is a folder, but for an address.
        let isOne = paths.count == 1 && (!types.contains("") || paths.contains(where: WebAddress.isOne))
        let (english, chinese) =
            if types.isSubset(of: MediaName.songs) {
                ("song", "首歌")
            } else if types.isSubset(of: MediaName.clips) {
                ("clip", "段视频")
            } else {
                ("photo", "张照片")
            }
        if inChinese { return isOne ? "这" + chinese : "这些" + chinese.dropFirst() }
        return isOne ? "this \(english)" : "these \(english)s"
    }
}
