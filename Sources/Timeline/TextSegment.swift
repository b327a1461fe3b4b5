/// A place for text in the frame, inside the safe area.
public enum TextPosition: String, Codable, Hashable, Sendable, CaseIterable {
    case topLeft = "top-left"
    case topCenter = "top-center"
    case topRight = "top-right"
    case centerLeft = "center-left"
    case center
    case centerRight = "center-right"
    case bottomLeft = "bottom-left"
    case bottomCenter = "bottom-center"
    case bottomRight = "bottom-right"
}

/// How text looks.
public struct TextStyle: Codable, Hashable, Sendable {
    public var position: TextPosition
    /// A CSS colour name in lowercase ("white") or #RRGGBB.
    public var color: String
    /// The height of a line, in parts of the frame's shorter side.
    public var size: Double
    public var fadeIn: Milliseconds
    public var fadeOut: Milliseconds

    public init(
        position: TextPosition = .center,
        color: String = "white",
        size: Double = 0.1,
        fadeIn: Milliseconds = Milliseconds(500),
        fadeOut: Milliseconds = Milliseconds(500)
    ) {
        self.position = position
        self.color = color
        self.size = size
        self.fadeIn = fadeIn
        self.fadeOut = fadeOut
    }
}

/// Words shown over the picture, as the person typed them.
public struct TextSegment: Codable, Hashable, Sendable, Identifiable {
    public var id: SegmentID
    public var text: String
    public var start: Milliseconds
    public var duration: Milliseconds
    public var style: TextStyle

    public init(
        id: SegmentID,
        text: String,
        start: Milliseconds = .zero,
        duration: Milliseconds = Milliseconds(3000),
        style: TextStyle = TextStyle()
    ) {
        self.id = id
        self.text = text
        self.start = start
        self.duration = duration
        self.style = style
    }
}
