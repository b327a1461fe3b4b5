/// How the camera moves over a still while it is shown.
public enum Move: String, Codable, Hashable, Sendable, CaseIterable {
    case none
    case zoomIn = "zoom-in"
    case zoomOut = "zoom-out"
    case panLeft = "pan-left"
    case panRight = "pan-right"
    case panUp = "pan-up"
    case panDown = "pan-down"
}

/// A move with its extent. It is chosen once and stored with the segment, so that every render is the same.
public struct Motion: Codable, Hashable, Sendable {
    public var move: Move
    /// The point that stays in view, in parts of the photo's width and height from its top left corner.
    public var focusX: Double
    public var focusY: Double
    /// How far the move goes: 0.15 means that the frame at the closest is 1.15 times enlarged.
    public var strength: Double
    /// The person asked for this very move; it is not chosen anew when neighbours change.
    public var pinned: Bool

    public init(
        _ move: Move,
        focusX: Double = 0.5,
        focusY: Double = 0.5,
        strength: Double = 0.12,
        pinned: Bool = false
    ) {
        self.move = move
        self.focusX = focusX
        self.focusY = focusY
        self.strength = strength
        self.pinned = pinned
    }
}
