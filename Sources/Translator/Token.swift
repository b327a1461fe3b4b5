/// A word, a mark or a stretch that is never looked into.
struct Token: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case word
        case han
        case number
        /// Words in quotation marks, with the marks. Their meaning counts only where a button is named.
        case quoted
        /// Code, a path, a file's name.
        case literal
        /// Where a person can go: such a sentence tells more than which button to press.
        case address
        /// Asterisks or underscores.
        case emphasis
        case emoji
        case mark
    }

    var kind: Kind
    /// Where it is among the line's characters.
    var range: Range<Int>
    var meaning: Meaning = []
    /// A word with a capital letter, as names and labels have.
    var isCapital = false

    func means(_ any: Meaning) -> Bool { !meaning.isDisjoint(with: any) }

    /// Whether it can be what is written on a button.
    var isLabel: Bool { kind == .quoted || isCapital }
}
