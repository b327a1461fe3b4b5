/// The kind of change from one segment to the next.
public enum TransitionStyle: String, Codable, Hashable, Sendable, CaseIterable {
    case cut
    case crossfade
    /// Out to black, then in from black.
    case fadeThroughBlack = "fade-through-black"
    /// The incoming picture pushes over the outgoing one, which stands still.
    case slide
    /// An edge moves across; the incoming picture shows behind it.
    case wipe
}

/// Where a slide or a wipe moves to.
public enum Direction: String, Codable, Hashable, Sendable, CaseIterable {
    case left, right, up, down
}

/// The change into a segment from the one before it. It is centred on the cut, half of it on either side,
/// so that it never changes the length of the timeline.
public struct Transition: Codable, Hashable, Sendable {
    public var style: TransitionStyle
    public var duration: Milliseconds
    public var direction: Direction

    public init(_ style: TransitionStyle, duration: Milliseconds = Milliseconds(1000), direction: Direction = .left) {
        self.style = style
        self.duration = style == .cut ? .zero : duration
        self.direction = direction
    }

    public static let cut = Transition(.cut, duration: .zero)
}
