/// How a piece of text is meant, not how it looks: the screen knows what the terminal can do.
public enum Emphasis: Hashable, Sendable {
    case plain
    /// What the agent says.
    case reply
    /// What is there to be looked up, not read: the timeline summary, queued lines.
    case dim
    case accent
    case success
    case error

    var escape: String? {
        switch self {
        case .plain: nil
        case .reply: "\u{1B}[36m"
        case .dim: "\u{1B}[2m"
        case .accent: "\u{1B}[1m"
        case .success: "\u{1B}[32m"
        case .error: "\u{1B}[31m"
        }
    }
}

/// Text on its way to the screen. Its pieces are made harmless as they are rendered, so that the only escape
/// sequences a terminal ever sees are our own.
public struct StyledText: Hashable, Sendable {
    struct Piece: Hashable, Sendable {
        var text: String
        var style: Emphasis
    }

    var pieces: [Piece]

    public init(_ text: String, _ style: Emphasis = .plain) {
        pieces = [Piece(text: text, style: style)]
    }

    public static func + (left: StyledText, right: StyledText) -> StyledText {
        var sum = left
        sum.pieces += right.pieces
        return sum
    }

    /// The text without its styles.
    public var plain: String { pieces.map { ForeignText.cleaned($0.text) }.joined() }

    /// The lines as a terminal takes them; each begins and ends without a colour.
    public func lines(colour: Bool) -> [String] {
        var lines = [""]
        for piece in pieces {
            let parts = ForeignText.cleaned(piece.text).split(separator: "\n", omittingEmptySubsequences: false)
            for (index, part) in parts.enumerated() {
                if index > 0 { lines.append("") }
                if part.isEmpty { continue }
                if colour, let escape = piece.style.escape {
                    lines[lines.count - 1] += escape + part + "\u{1B}[0m"
                } else {
                    lines[lines.count - 1] += part
                }
            }
        }
        return lines
    }

    /// One line of at most `columns`, for a place that is redrawn.
    func line(columns: Int, colour: Bool) -> String {
        var left = columns
        var line = ""
        for piece in pieces {
            let text = DisplayWidth.truncated(ForeignText.cleanedLine(piece.text), to: left)
            left -= DisplayWidth.of(text)
            if colour, !text.isEmpty, let escape = piece.style.escape {
                line += escape + text + "\u{1B}[0m"
            } else {
                line += text
            }
        }
        return line
    }
}

extension StyledText: ExpressibleByStringInterpolation {
    public init(stringLiteral value: String) {
        self.init(value)
    }
}
