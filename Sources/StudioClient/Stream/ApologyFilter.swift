/// Holds back "I encountered a temporary issue…" until it is known whether more follows: at the end of a turn that had
/// its replies it is noise, alone it is the reply.
struct ApologyFilter {
    /// How an apology begins, in lowercase.
    private static let phrases: [[Unicode.Scalar]] = {
        let english = ["", "sorry, ", "sorry, but ", "i'm sorry, ", "i'm sorry, but ", "i apologize, but "]
        let chinese = ["", "抱歉，", "很抱歉，", "非常抱歉，", "对不起，"]
        let troubles = ["遇到了一个临时问题", "遇到了临时问题", "遇到了一个暂时性问题", "遇到了暂时性问题", "遇到了一些临时问题"]
        return
            (english.map { $0 + "i encountered a temporary issue" }
            + chinese.flatMap { sorry in troubles.flatMap { [sorry + $0, sorry + "我" + $0] } })
            .map { Array($0.unicodeScalars) }
    }()

    /// An apology is a sentence or two; what goes on longer is a reply.
    private static let limit = 240

    /// What a sentence may follow.
    private static let sentenceEnds = Set(".!?:。！？：…✅❌⚠\u{FE0F}\"”)）*_>-".unicodeScalars)

    /// What is held back.
    private(set) var held = ""
    private var atSentenceStart = true

    /// - Returns: What of it can be shown now.
    mutating func pass(_ text: String) -> String {
        let scalars = Array((held + text).unicodeScalars)
        var startsSentence = held.isEmpty ? atSentenceStart : true
        held = ""
        for (index, scalar) in scalars.enumerated() {
            if startsSentence, Self.phrases.contains(where: { Self.mayBegin(scalars[index...], $0) }) {
                let rest = scalars[index...]
                guard rest.count <= Self.limit else { break }
                held = String(String.UnicodeScalarView(rest))
                // The one before the apology decides for the text after it, too.
                atSentenceStart = true
                return String(String.UnicodeScalarView(scalars[..<index]))
            }
            switch scalar {
            case "0"..."9", "A"..."Z", "a"..."z": startsSentence = false
            default: if !scalar.properties.isWhitespace { startsSentence = Self.sentenceEnds.contains(scalar) }
            }
        }
        atSentenceStart = startsSentence
        return String(String.UnicodeScalarView(scalars))
    }

    /// - Returns: What of a text that is whole can be shown now.
    mutating func pass(whole text: String) -> String {
        let shown = pass(text)
        return holdsApology ? shown : shown + release()
    }

    /// Gives back what was held, for something follows it.
    mutating func release() -> String {
        defer { held = "" }
        atSentenceStart = true
        return held
    }

    /// What is held is a whole phrase, not just a beginning that may become another word.
    var holdsApology: Bool {
        let scalars = Array(held.unicodeScalars)
        return Self.phrases.contains { scalars.count >= $0.count && Self.mayBegin(scalars[...], $0) }
    }

    private static func mayBegin(_ text: ArraySlice<Unicode.Scalar>, _ phrase: [Unicode.Scalar]) -> Bool {
        zip(text, phrase).allSatisfy { scalar, wanted in
            scalar == wanted || (scalar == "’" && wanted == "'")
                || (scalar.isASCII && scalar.properties.lowercaseMapping.unicodeScalars.first == wanted)
        }
    }
}
