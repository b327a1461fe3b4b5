/// Where a transition moves to. A diagonal one moves to the corner that comes next clockwise: left is the top left,
/// up the top right, right the bottom right, down the bottom left.
public enum Direction: String, Codable, Hashable, Sendable, CaseIterable {
    case left, right, up, down

    public var isHorizontal: Bool { self == .left || self == .right }

    public var opposite: Direction {
        switch self {
        case .left: .right
        case .right: .left
        case .up: .down
        case .down: .up
        }
    }
}

/// How the speed of a change runs over its time.
public enum Easing: String, Codable, Hashable, Sendable, CaseIterable {
    case linear
    case easeIn = "ease-in"
    case easeOut = "ease-out"
    case easeInOut = "ease-in-out"

    /// How far the change has come after a share of its time, both 0…1. Exact at both ends.
    public func progress(at share: Double) -> Double {
        let share = min(max(share, 0), 1)
        return switch self {
        case .linear: share
        case .easeIn: share * share
        case .easeOut: share * (2 - share)
        case .easeInOut: share * share * (3 - 2 * share)
        }
    }

    /// The derivative of ``progress(at:)``: 1 is the mean speed.
    public func speed(at share: Double) -> Double {
        let share = min(max(share, 0), 1)
        return switch self {
        case .linear: 1
        case .easeIn: 2 * share
        case .easeOut: 2 * (1 - share)
        case .easeInOut: 6 * share * (1 - share)
        }
    }
}

/// The change into a segment from the one before it. It is centred on the cut, half of it on either side,
/// so that it never changes the length of the timeline.
public struct Transition: Codable, Hashable, Sendable {
    public var style: TransitionStyle
    public var duration: Milliseconds
    public var direction: Direction
    /// Nil is ``TransitionStyle/usualEasing``.
    public var easing: Easing?

    /// - Parameter duration: Nil is ``TransitionStyle/usualDuration``.
    public init(
        _ style: TransitionStyle,
        duration: Milliseconds? = nil,
        direction: Direction = .left,
        easing: Easing? = nil
    ) {
        self.style = style
        self.duration = style == .cut ? .zero : duration ?? style.usualDuration
        self.direction = direction
        self.easing = easing
    }

    public static let cut = Transition(.cut, duration: .zero)

    /// How its speed runs, said or usual.
    public var shownEasing: Easing { easing ?? style.usualEasing }
}
