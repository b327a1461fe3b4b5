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

    /// A third of the frame's width or height, from the left or from the top.
    public enum Third: Int, Hashable, Sendable { case first, middle, last }

    public var column: Third {
        switch self {
        case .topLeft, .centerLeft, .bottomLeft: .first
        case .topCenter, .center, .bottomCenter: .middle
        case .topRight, .centerRight, .bottomRight: .last
        }
    }

    public var row: Third {
        switch self {
        case .topLeft, .topCenter, .topRight: .first
        case .centerLeft, .center, .centerRight: .middle
        case .bottomLeft, .bottomCenter, .bottomRight: .last
        }
    }
}
