/// A sentence that asks for a video of each file, and not for one of them all: "make a separate 4 second video of
/// each", "每张照片单独做成一个5秒的视频".
struct BatchWords: Hashable {
    /// What it asks, of one of the files.
    let single: String

    init?(_ line: String) {
        // What is quoted is content: a title may say anything.
        let plain = line.replacing(LanguageSense.quoted, with: "")
        if LanguageSense.hasHan(plain) {
            guard Self.asksInChinese(plain) else { return nil }
            single = Self.outsideQuotes(of: line, Self.singleInChinese)
        } else {
            guard Self.asksInEnglish(plain.lowercased()) else { return nil }
            single = Self.outsideQuotes(of: line, Self.singleInEnglish)
        }
    }

    private static func outsideQuotes(of line: String, _ change: (String) -> String) -> String {
        var text = ""
        var index = line.startIndex
        for quote in line.ranges(of: LanguageSense.quoted) {
            text += change(String(line[index..<quote.lowerBound])) + line[quote]
            index = quote.upperBound
        }
        return text + change(String(line[index...]))
    }

    // MARK: English

    private static func asksInEnglish(_ line: String) -> Bool {
        if line.contains(/\b(?:don['’]?t|do not|not|no|never|instead of|between)\b/) { return false }
        let namesAll = line.contains(/\b(?:each|every|per|all|these|those|them|both|photos|pictures|images|files)\b/)
        // "… as its own 5 s clip", "make separate videos from these photos"
        if namesAll, line.contains(own) || line.contains(apart) { return true }
        // "a video for each photo", "a 4 second video of each", "one clip per picture", "a 5 second video each"
        return line.contains(forEach) || line.contains(eachAfter)
    }

    private static var own: Regex<Substring> {
        /\b(?:its|their)\s+own\s+(?:[\w.-]+\s+){0,5}?(?:video|clip|movie|film|mp4|file)s?\b/
    }
    private static var apart: Regex<Substring> {
        /\b(?:separate|individual|standalone)\s+(?:[\w.-]+\s+){0,5}?(?:video|clip|movie|film|mp4)s?\b/
    }
    /// "Of every photo" is as well said of one video with all of them.
    private static var forEach: Regex<Substring> {
        /\b(?:a|one|1)\s+(?:[\w.-]+\s+){0,5}?(?:video|clip|movie|film|mp4)\s+(?:(?:for|from|out of|per)\s+(?:each|every|photo|picture|image|file)\b|of\s+each\b)/
    }
    private static var eachAfter: Regex<Substring> {
        /\b(?:a|one|1)\s+(?:[\w.-]+\s+){0,5}?(?:video|clip|movie|film|mp4)\s+each\b/
    }

    private static func singleInEnglish(_ line: String) -> String {
        var text = line
        func replace(_ pattern: Regex<Substring>, with word: String) {
            text = text.replacing(pattern.ignoresCase(), with: word)
        }
        replace(
            /\b(?:each|every)\s+(?:one\s+)?of\s+(?:these|those|the|my|them)(?:\s+(?:photos|pictures|pics|images|files|shots))?\b/,
            with: "this photo"
        )
        replace(
            /\b(?:for|of|from|out of|per)\s+(?:each|every)(?:\s+(?:one|photo|picture|pic|image|file|shot))?\b/,
            with: "of this photo"
        )
        replace(/\bper\s+(?:photo|picture|pic|image|file|shot)\b/, with: "of this photo")
        replace(/\b(?:each|every)\s+(?:one|photo|picture|pic|image|file|shot)\b/, with: "this photo")
        for thing in ["video", "clip", "movie", "film", "mp4"] { text = text.replacing("\(thing) each", with: thing) }
        replace(
            /\b(?:all\s+)?(?:of\s+)?(?:these|those|the|my)\s+(?:photos|pictures|pics|images|files|shots)\b/,
            with: "this photo"
        )
        replace(/\b(?:its|their)\s+own\b/, with: "a")
        replace(/\ba\s+(?:separate|individual|standalone)\b/, with: "a")
        replace(/\b(?:separate|individual|standalone)\b/, with: "a")
        replace(/\s*\b(?:separately|individually)\b/, with: "")
        replace(/\b(?:each|them|these|those)\b/, with: "this photo")
        // One word for the thing, so that every studio takes it for the same.
        replace(/\b(?:videos|clips?|movies?|films?)\b/, with: "video")
        return text
    }

    // MARK: Chinese

    private static func asksInChinese(_ line: String) -> Bool {
        if line.contains(/不要|不用|(?:^|[^分特各个])别|之间/) { return false }
        return line.contains(ofEachApart) || line.contains(ofEachOne) || line.contains(apartOfThese)
            || line.contains(oneToOne) || line.contains(forEachOne)
    }

    /// "每张照片单独做成一个5秒的视频"
    private static var ofEachApart: Regex<Substring> {
        /(?:每一?[张个幅份]|逐[张个]|各张).{0,6}?(?:单独|分别|独立|各自?)[^，。；]{0,4}?(?:做|制作|生成|变|转|剪|导出)[^，。；]{0,14}?(?:视频|短片|影片|片段|mp4|MP4)/
    }
    /// "把每张图都做成一段视频"
    private static var ofEachOne: Regex<Substring> {
        /每一?[张个幅份](?:照片|图片|相片|图)?都?(?:做成|制作成|生成|变成|转成|剪成)(?:一[个段条支])[^，。；]{0,12}?(?:视频|短片|影片)/
    }
    /// "这些照片分别做成视频"
    private static var apartOfThese: Regex<Substring> {
        /(?:这些|它们|照片|图片|相片).{0,4}?(?:分别|各自?|单独|逐[张个])(?:做成|制作成?|生成|变成|转成|剪成|导出)[^，。；]{0,14}?(?:视频|短片|影片|片段)/
    }
    /// "一张照片一个视频"
    private static var oneToOne: Regex<Substring> {
        /一张(?:照片|图片|相片|图)?(?:做成?|生成|对应)?一[个段条支][^，。；]{0,8}?(?:视频|短片|影片)/
    }
    /// "给每张照片各做一段视频"
    private static var forEachOne: Regex<Substring> {
        /[为给]每一?[张个幅份](?:照片|图片|相片|图)?(?:各|都|单独|分别)?(?:做|制作|生成)一[个段条支][^，。；]{0,12}?(?:视频|短片|影片)/
    }

    private static func singleInChinese(_ line: String) -> String {
        var text = line
        func replace(_ pattern: Regex<Substring>, with word: String) { text = text.replacing(pattern, with: word) }
        replace(/每一?[张个幅份](?:照片|图片|相片|图)?|逐[张个](?:照片|图片|相片|图)?/, with: "这张照片")
        replace(/一张(?:照片|图片|相片|图)?(?:做成?|生成|对应)?(?=一[个段条支])/, with: "把这张照片做成")
        replace(/这些(?:照片|图片|相片|图)|它们/, with: "这张照片")
        replace(/(?:各自|分别|单独地?|独立地?|各)(?=做|制|生|变|转|剪|导|把)/, with: "")
        replace(/都(?=做|制|生|变|转|剪|导)/, with: "")
        replace(/(?:单独|独立|各自)的/, with: "")
        return text
    }
}
