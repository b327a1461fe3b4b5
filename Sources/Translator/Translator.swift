/// Turns talk of buttons, panels and dragging into what a chat can do. Lines go in as they come.
public struct Translator: Sendable {
    private let wantsFile: Bool

    /// - Parameter wantsFile: The person has asked for the file, so that an export is done and not only offered.
    public init(wantsFile: Bool) {
        self.wantsFile = wantsFile
    }

    /// The translation of a line, and of lines before it that waited for it.
    public mutating func take(_ line: String) -> Translation {
        Translation(pieces: [.text(line)])
    }

    /// What still waited, at the end of a text.
    public mutating func end() -> Translation {
        Translation()
    }
}
