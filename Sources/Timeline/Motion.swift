/// How the camera moves over a still while it is shown.
public enum Move: String, Codable, Hashable, Sendable, CaseIterable {
    case none
    case zoomIn = "zoom-in"
    case zoomOut = "zoom-out"
    case panLeft = "pan-left"
    case panRight = "pan-right"
    case panUp = "pan-up"
    case panDown = "pan-down"

    public var isZoom: Bool { self == .zoomIn || self == .zoomOut }

    /// Toward the picture's right or bottom edge.
    public var isForward: Bool { self == .panRight || self == .panDown }

    /// A pan to the sides, or one up or down.
    public func isPan(alongWidth: Bool) -> Bool {
        switch self {
        case .panLeft, .panRight: alongWidth
        case .panUp, .panDown: !alongWidth
        case .none, .zoomIn, .zoomOut: false
        }
    }

    /// The same pan along the other side; what is no pan stays.
    var turned: Move {
        switch self {
        case .panLeft: .panUp
        case .panRight: .panDown
        case .panUp: .panLeft
        case .panDown: .panRight
        case .none, .zoomIn, .zoomOut: self
        }
    }
}

/// A move with its extent. It is chosen once and stored with the segment, so that every render is the same.
public struct Motion: Codable, Hashable, Sendable {
    public var move: Move
    /// The point that stays in view, in parts of the photo's width and height from its top left corner.
    public var focusX: Double
    public var focusY: Double
    /// How far the move goes: 0.15 means that the frame at the closest is 1.15 times enlarged, in a time of some
    /// seconds. In a very short one it goes less far, in a long one further.
    public var strength: Double
    /// The person asked for this very move; it is not chosen anew when neighbours change.
    public var pinned: Bool
    // Nil is no, which is how motions were stored before the person could say so.
    private var storedFocusPinned: Bool?
    private var storedStrengthPinned: Bool?

    /// The person said where to look: the photo's own subject no longer counts.
    public var focusPinned: Bool {
        get { storedFocusPinned ?? false }
        set { storedFocusPinned = newValue ? true : nil }
    }

    /// The person said how far the move goes.
    public var strengthPinned: Bool {
        get { storedStrengthPinned ?? false }
        set { storedStrengthPinned = newValue ? true : nil }
    }

    private enum CodingKeys: String, CodingKey {
        case move, focusX, focusY, strength, pinned
        case storedFocusPinned = "focusPinned"
        case storedStrengthPinned = "strengthPinned"
    }

    public init(
        _ move: Move,
        focusX: Double = 0.5,
        focusY: Double = 0.5,
        strength: Double = 0.12,
        pinned: Bool = false,
        focusPinned: Bool = false,
        strengthPinned: Bool = false
    ) {
        self.move = move
        self.focusX = focusX
        self.focusY = focusY
        self.strength = strength
        self.pinned = pinned
        self.focusPinned = focusPinned
        self.strengthPinned = strengthPinned
    }
}
