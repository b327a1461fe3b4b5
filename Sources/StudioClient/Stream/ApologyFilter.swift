/// Holds back "I encountered a temporary issue…" until it is known whether more follows: at the end of a turn that had
/// its replies it is noise, alone it is the reply.
struct ApologyFilter {
    private static let phrase = Array("i encountered a temporary issue".unicodeScalars)
    /// An apology is a sentence or two; what goes on longer is a reply.
    private static let limit = 240

    /// What is held back.
    private(set) var held = ""
    private var atSentenceStart = true

    /// - Returns: What of it can be shown now.
    mutating func pass(_ text: String) -> String {
        let scalars = Array((held + text).unicodeScalars)
        var startsSentence = held.isEmpty ? atSentenceStart : true
        held = ""
        for (index, scalar) in scalars.enumerated() {
            if startsSentence, Self.mayBegin(scalars[index...]) {
                let rest = scalars[index...]
                guard rest.count <= Self.limit else { break }
                held = String(String.UnicodeScalarView(rest))
                // The one before the apology decides for the text after it, too.
                atSentenceStart = true
                return String(String.UnicodeScalarView(scalars[..<index]))
            }
            if !scalar.properties.isWhitespace {
                startsSentence = ".!?:。！？：…✅\"”)）*_>-".unicodeScalars.contains(scalar)
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

    /// What is held is the whole phrase, not just a beginning that may become another word.
    var holdsApology: Bool {
        held.unicodeScalars.count >= Self.phrase.count
    }

    private static func mayBegin(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        zip(text, phrase).allSatisfy { scalar, wanted in
            scalar == wanted || (scalar.isASCII && scalar.properties.lowercaseMapping.unicodeScalars.first == wanted)
        }
    }
}
