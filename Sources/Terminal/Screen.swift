/// The one way by which anything gets to be seen: nothing else in the program writes to the terminal.
public protocol Screen: Sendable {
    /// Shows whole lines, which stay.
    func show(_ text: StyledText)
    /// Shows cards beside each other, which stay. More than have room in a row stand in several.
    func show(_ cards: [Card])
    /// How many cards have room beside each other now; nil where there can be no pictures.
    var cardsPerRow: Int? { get }
    /// Replaces the lines that are redrawn in place (bars, what is going on); none takes them away.
    func setLive(_ lines: [StyledText])
}

/// Lines above the prompt of a ``LineEditor``.
public final class EditorScreen: Screen {
    private let editor: LineEditor
    private let hasColour: Bool
    private let pictures: PictureForm?
    /// More would push the prompt out of sight on a small terminal.
    private static let mostLive = 8

    /// - Parameter pictures: How pictures are shown; nil: not at all.
    public init(_ editor: LineEditor, hasColour: Bool, pictures: PictureForm? = nil) {
        self.editor = editor
        self.hasColour = hasColour
        self.pictures = pictures
    }

    public func show(_ text: StyledText) {
        editor.show(text.wrapped(columns: editor.columns).lines(colour: hasColour))
    }

    public var cardsPerRow: Int? { pictures.map { CardPainter($0, descriptor: editor.output).layout.perRow } }

    public func show(_ cards: [Card]) {
        guard let pictures else { return }
        editor.show(CardPainter(pictures, descriptor: editor.output).lines(cards))
    }

    public func setLive(_ lines: [StyledText]) {
        var shown = Array(lines.prefix(Self.mostLive))
        if lines.count > shown.count {
            shown[shown.count - 1] = StyledText("  … +\(lines.count - shown.count + 1)", .dim)
        }
        // The last column stays free: a character there may or may not wrap.
        let columns = editor.columns - 1
        editor.setLive(shown.map { $0.line(columns: columns, colour: hasColour) })
    }
}

/// Plain lines on standard output, progress on standard error.
public final class PlainScreen: Screen {
    private let output: DescriptorWriter
    private let progress: ProgressLine
    private let hasColour: Bool

    public init(output: Int32, hasColour: Bool, progress: ProgressLine) {
        self.output = DescriptorWriter(output)
        self.hasColour = hasColour
        self.progress = progress
    }

    public func show(_ text: StyledText) {
        progress.whileHidden {
            for line in text.lines(colour: hasColour) { output.write(line + "\n") }
        }
    }

    /// A pipe or a file takes no pictures.
    public var cardsPerRow: Int? { nil }
    public func show(_ cards: [Card]) {}

    public func setLive(_ lines: [StyledText]) {
        progress.update(lines)
    }
}
