/// How text looks, and how it comes and goes.
public struct TextStyle: Codable, Hashable, Sendable {
    public var position: TextPosition
    /// A CSS colour name in lowercase ("white") or #RRGGBB.
    public var color: String
    /// The height of a line, in parts of the frame's shorter side.
    public var size: Double
    /// A family of fonts that is installed, or one of ``TextFont``'s names; nil is that of the kind.
    public var font: String?
    public var isBold: Bool
    public var isItalic: Bool
    public var outline: TextOutline?
    public var box: TextBox?
    public var entrance: TextAnimation
    public var exit: TextAnimation
    /// How long the entrance takes; the exit. Each is cut to half of the text's time.
    public var fadeIn: Milliseconds
    public var fadeOut: Milliseconds

    public init(
        position: TextPosition = .center,
        color: String = "white",
        size: Double = 0.1,
        font: String? = nil,
        isBold: Bool = true,
        isItalic: Bool = false,
        outline: TextOutline? = nil,
        box: TextBox? = nil,
        entrance: TextAnimation = .fade,
        exit: TextAnimation = .fade,
        fadeIn: Milliseconds = Milliseconds(500),
        fadeOut: Milliseconds = Milliseconds(500)
    ) {
        self.position = position
        self.color = color
        self.size = size
        self.font = font
        self.isBold = isBold
        self.isItalic = isItalic
        self.outline = outline
        self.box = box
        self.entrance = entrance
        self.exit = exit
        self.fadeIn = fadeIn
        self.fadeOut = fadeOut
    }

    /// Reads also what was stored when a style was position, colour, size and fades.
    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        position = try members.decode(TextPosition.self, forKey: .position)
        color = try members.decode(String.self, forKey: .color)
        size = try members.decode(Double.self, forKey: .size)
        font = try members.decodeIfPresent(String.self, forKey: .font)
        isBold = try members.decodeIfPresent(Bool.self, forKey: .isBold) ?? true
        isItalic = try members.decodeIfPresent(Bool.self, forKey: .isItalic) ?? false
        outline = try members.decodeIfPresent(TextOutline.self, forKey: .outline)
        box = try members.decodeIfPresent(TextBox.self, forKey: .box)
        entrance = try members.decodeIfPresent(TextAnimation.self, forKey: .entrance) ?? .fade
        exit = try members.decodeIfPresent(TextAnimation.self, forKey: .exit) ?? .fade
        fadeIn = try members.decode(Milliseconds.self, forKey: .fadeIn)
        fadeOut = try members.decode(Milliseconds.self, forKey: .fadeOut)
    }

    /// How a text of a kind looks when nothing is said about it.
    ///
    /// - Parameter isRightToLeft: Where reading starts at the right, a lower third stands there.
    public static func usual(for kind: TextKind, isRightToLeft: Bool = false) -> TextStyle {
        switch kind {
        case .title: TextStyle(size: 0.13)
        case .caption: TextStyle(position: .bottomCenter, size: 0.068, isBold: false)
        case .lowerThird:
            TextStyle(
                position: isRightToLeft ? .bottomRight : .bottomLeft,
                size: 0.075,
                entrance: .rise,
                fadeIn: Milliseconds(600)
            )
        case .endCard: TextStyle(size: 0.11, fadeIn: Milliseconds(800), fadeOut: Milliseconds(300))
        }
    }
}

/// A line around each letter.
public struct TextOutline: Codable, Hashable, Sendable {
    /// As that of ``TextStyle/color``.
    public var color: String
    /// In parts of a line's height.
    public var width: Double

    public static let usualWidth = 0.05

    public init(color: String = "black", width: Double = TextOutline.usualWidth) {
        self.color = color
        self.width = width
    }
}

/// A plain box behind the words.
public struct TextBox: Codable, Hashable, Sendable {
    /// As that of ``TextStyle/color``.
    public var color: String
    /// 0 (not seen) to 1 (nothing is seen through it).
    public var opacity: Double

    public static let usualOpacity = 0.6

    public init(color: String = "black", opacity: Double = TextBox.usualOpacity) {
        self.color = color
        self.opacity = opacity
    }
}

/// How a text comes or goes.
public enum TextAnimation: String, Codable, Hashable, Sendable, CaseIterable {
    case none
    case fade
    /// Comes up from below while it fades in; goes up while it fades out.
    case rise
    /// Letter by letter.
    case typewriter
}

/// Kinds of fonts that a text can ask for without naming a family.
public enum TextFont: String, Hashable, Sendable, CaseIterable {
    case sans, serif, monospace, handwritten

    /// Families that look handwritten: one of them has to be installed for a text to be so.
    public static let handwriting = ["Dancing Script", "Kaushan Script", "Caveat", "Kalam", "Comic Neue", "Klee One"]
    /// The package of Debian's that brings the first of them.
    public static let handwritingPackage = "fonts-dancingscript"
}
