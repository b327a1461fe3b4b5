/// A word of a message, or several that mean one thing.
struct Token: Hashable, Sendable {
    var concept: Concept
    /// Where it stands, in characters of the message.
    var range: Range<Int>
    /// It is a number written as a word.
    var isSpelledOut = false
    /// It is written in Chinese.
    var isHan = false
    /// It is an English word that ends with an s.
    var isPlural = false
    /// It counts pieces of music: 首, 曲, "tune".
    var isMusical = false

    /// The word that it was read as, where there is none as it was typed.
    var meant: String?

    init(_ concept: Concept, _ range: Range<Int>, isSpelledOut: Bool = false) {
        self.concept = concept
        self.range = range
        self.isSpelledOut = isSpelledOut
    }
}
