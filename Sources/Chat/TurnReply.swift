import Translator

/// The words of a turn on their way to the screen: text comes in, lines to show come out. What the words ask for is
/// gathered. What follows something that is to be looked up is held until it was.
struct TurnReply: Sendable {
    enum Piece: Hashable, Sendable {
        case line(String)
        case look(Translation.Shown)
    }

    private var lines = ReplyLines()
    private var translator: Translator?
    private let mode: ActionMode
    private var blanks = 0
    /// Something of it is to be seen: a line, or what is looked up in its place.
    private(set) var hasLines = false
    /// Some of it is in the agent's own words.
    private(set) var hasWords = false
    private(set) var held: [Piece] = []
    /// To be done at the end of the turn.
    private(set) var now: [NextStep] = []
    private(set) var offers: [NextStep] = []

    /// - Parameter wantsFile: The person has asked for the finished file.
    init(_ mode: ActionMode = .off, wantsFile: Bool = false) {
        self.mode = mode
        if mode != .off { translator = Translator(wantsFile: wantsFile) }
    }

    /// The lines that can be shown by what has come.
    mutating func take(_ piece: String) -> [String] {
        var shown: [String] = []
        for line in lines.take(piece) { shown += taken(line) }
        return shown
    }

    /// The same at the end of a text; the next text is a paragraph of its own.
    mutating func end() -> [String] {
        var shown: [String] = []
        for line in lines.end() { shown += taken(line) }
        if let rest = translator?.end() { shown += arranged(rest) }
        return shown
    }

    /// What comes next of the words that were held.
    @discardableResult
    mutating func popHeld() -> Piece? {
        held.isEmpty ? nil : held.removeFirst()
    }

    private mutating func taken(_ line: String) -> [String] {
        guard let translation = translator?.take(line) else { return shown(line) }
        return arranged(translation)
    }

    private mutating func arranged(_ translation: Translation) -> [String] {
        var shown: [String] = []
        for piece in translation.pieces {
            switch piece {
            case .text(let line):
                shown += self.shown(line)
            case .shown(let what) where mode == .ask:
                Self.add(.look(what), to: &offers)
            case .shown(let what):
                (hasLines, blanks) = (true, 0)
                // The same looked up twice in a row says nothing new.
                if held.last != .look(what) { held.append(.look(what)) }
            }
        }
        for step in translation.now {
            // What may cost credits is the person's to send.
            if mode == .auto, step == .export {
                Self.add(.export, to: &now)
            } else {
                Self.add(NextStep(step), to: &offers)
            }
        }
        for step in translation.offers { Self.add(NextStep(step), to: &offers) }
        return shown
    }

    /// A line, with one blank line before it where there were some; none at the beginning and the end.
    private mutating func shown(_ line: String) -> [String] {
        if line.allSatisfy(\.isWhitespace) {
            blanks += 1
            return []
        }
        let lines = hasLines && blanks > 0 ? ["", line] : [line]
        (blanks, hasLines, hasWords) = (0, true, true)
        if held.isEmpty { return lines }
        held += lines.map(Piece.line)
        return []
    }

    private static func add(_ step: NextStep, to steps: inout [NextStep]) {
        if !steps.contains(step) { steps.append(step) }
    }
}
