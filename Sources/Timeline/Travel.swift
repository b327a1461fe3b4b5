/// How a frame travels along the side of a picture that sticks out. All lengths are in parts of that side.
public struct Travel: Hashable, Sendable {
    /// Where the frame may begin.
    public let starts: ClosedRange<Double>
    /// What the picture is of stays in the frame all the way. Otherwise the frame ends on it, or comes from it when it
    /// goes the other way.
    public let keepsSubject: Bool

    /// A shorter way than this part of the frame would hardly be seen as a pan.
    private static let leastWay = 0.15
    /// How far around a point its subject may reach at most, in parts of the frame.
    private static let reach = 0.1

    /// Along the whole side, whatever the picture is of.
    ///
    /// - Parameter shown: What the frame shows of the side, less than 1.
    init(passing shown: Double) {
        starts = 0...1 - shown
        keepsSubject = false
    }

    /// As far as the frame can go with what the picture is of inside; nil when that is hardly any way.
    init?(keeping motion: Motion, _ subject: Subject?, shown: Double, alongWidth: Bool) {
        func starts(keeping low: Double, _ high: Double) -> ClosedRange<Double>? {
            let (first, last) = (max(min(high, 1) - shown, 0), min(max(low, 0), 1 - shown))
            return last - first >= Self.leastWay * shown ? first...last : nil
        }
        let found: ClosedRange<Double>?
        if !motion.focusPinned, let subject, let face = subject.faces.first, let all = subject.faceBounds {
            let (low, length) = all.extent(alongWidth)
            let side = face.extent(alongWidth).length
            let air = alongWidth ? (Subject.air.beside, Subject.air.beside) : (Subject.air.above, Subject.air.below)
            found =
                starts(keeping: low - air.0 * side, low + length + air.1 * side)
                ?? starts(keeping: low, low + length)
        } else if let point = motion.focusPinned ? motion.focus : subject?.focus {
            let middle = alongWidth ? point.x : point.y
            let reach = min(Subject.reach, Self.reach * shown)
            found = starts(keeping: middle - reach, middle + reach)
        } else {
            found = 0...1 - shown
        }
        guard let found else { return nil }
        self.starts = found
        keepsSubject = true
    }
}

extension Motion {
    /// The point that stays in view.
    public var focus: UnitPoint { UnitPoint(x: focusX, y: focusY) }
}

extension UnitRect {
    /// Where it begins along one side of the picture, and how far it goes.
    fileprivate func extent(_ alongWidth: Bool) -> (start: Double, length: Double) {
        alongWidth ? (x, width) : (y, height)
    }
}
