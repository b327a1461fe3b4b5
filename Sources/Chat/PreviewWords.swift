import Timeline

/// The words by which a person asks to have a look: "preview", "show me photo 7", 看看第三张.
enum PreviewWords {
    /// What a line asks to be shown; nil when it asks for something else.
    static func read(_ line: String) -> PreviewWish? {
        guard let tokens = Lexicon.tokens(of: arabic(line)) else { return nil }
        let words = tokens.filter { numbers(in: $0).isEmpty }
        // What is heard is no picture.
        if !Set(words).isDisjoint(with: ["song", "music", "音乐", "歌曲"]) { return nil }
        if asksForWhole(tokens) { return nil }
        let shapes = Lexicon.shapes(in: words)
        guard shapes.count <= 1 else { return nil }
        let roles = words.map { Lexicon.roles[$0] ?? [] }
        func all(among allowed: Set<Lexicon.Role>) -> Bool { roles.allSatisfy { !$0.isDisjoint(with: allowed) } }
        func one(_ role: Lexicon.Role) -> Bool { roles.contains { $0.contains(role) } }
        var known: Set<Lexicon.Role> = [.filler, .seeing, .video, .media, .counted, .amount, .all, .onTimeline]
        // "Show me how it looks vertical": a look in a shape that the video need not have.
        if !shapes.isEmpty { known.formUnion([.target, .shape, .question, .look]) }
        // "make a video and preview it" is a video to be made first.
        if one(.making), one(.video) || one(.media), !words.contains("of"), !words.contains("的") { return nil }
        let asksHow = !shapes.isEmpty && words.contains("how") && words.contains { $0 == "look" || $0 == "looks" }
        let asks =
            one(.preview)
            ? all(among: known.union([.preview, .making, .handOver, .question, .look, .exportVerb, .quality]))
            : (one(.seeing) || asksHow) && all(among: known.subtracting([.amount, .onTimeline]))
        return asks ? wish(tokens) : nil
    }

    /// "Show the whole photo", "show all of photo 2": how a photo is to stand in the frame.
    private static func asksForWhole(_ tokens: [String]) -> Bool {
        let pictures: Set<String> = ["photo", "picture", "image", "pic", "照片", "图片", "相片"]
        let wholes: Set<String> = ["whole", "entire", "full", "complete", "完整"]
        guard !pictures.isDisjoint(with: tokens) else { return false }
        return !wholes.isDisjoint(with: tokens) || zip(tokens, tokens.dropFirst()).contains { $0 == ("all", "of") }
    }

    /// What follows the command.
    static func wish(in text: String) -> PreviewWish {
        wish(Lexicon.tokens(of: arabic(text)) ?? [])
    }

    private static func wish(_ tokens: [String]) -> PreviewWish {
        let aspect = Lexicon.shapes(in: tokens).first
        let numbers = tokens.flatMap(numbers)
        guard let first = numbers.first, let last = numbers.dropFirst().first ?? numbers.first, first > 0, last > 0
        else {
            return PreviewWish(aspect: aspect)
        }
        return PreviewWish(photos: min(first, last)...max(first, last), aspect: aspect)
    }

    /// "7", "20-40"; a shape such as "9:16" is none.
    private static func numbers(in token: String) -> [Int] {
        let parts = token.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count <= 2, parts.allSatisfy({ $0 != nil }) else { return [] }
        return parts.compactMap { $0 }
    }

    /// Numbers in digits, with a plain hyphen between two and no sign before them.
    private static func arabic(_ line: String) -> String {
        let text = Lexicon.halfWidth(line).replacing(/[–—−~～]/, with: "-").replacing("#", with: " ")
        return text.replacing(/第?([一二两三四五六七八九十百]+)(?=\s*[张到至号-])|第([一二两三四五六七八九十百]+)/) { match in
            " \(value(of: match.output.1 ?? match.output.2 ?? "")) "
        }
    }

    /// 二十三: below a thousand, as one counts.
    private static func value(of numeral: Substring) -> Int {
        let digits: [Character: Int] = [
            "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
        ]
        var sum = 0
        var digit = 0
        for character in numeral {
            switch character {
            case "十", "百":
                sum += max(digit, 1) * (character == "十" ? 10 : 100)
                digit = 0
            default: digit = digits[character] ?? 0
            }
        }
        return sum + digit
    }
}
