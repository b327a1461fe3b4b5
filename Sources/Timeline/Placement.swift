/// How a picture lies in the frame. This is the one rule for it: what chooses a motion and what draws it both ask here.
public enum Placement: Hashable, Sendable {
    /// It fills the frame; what sticks out is cut off.
    case filling
    /// It fills the frame, which travels along the side that sticks out.
    case travelled(Travel)
    /// It is seen whole, on its own enlarged and blurred copy.
    case onBlur

    /// At most this share of a picture may be cut off before it is put on its blurred copy instead.
    public static let largestCut = 0.3
    /// A picture whose long side is at least so many times its short side is a panorama.
    public static let panoramaRatio = 2.0
    /// Seen whole, a panorama that takes less than this part of the frame would be a mere strip.
    public static let strip = 0.3

    /// - Parameter ratio: The frame's width by its height.
    public init(of size: PixelSize, fit: Fit, motion: Motion, subject: Subject?, in ratio: Double) {
        let picture = size.shape
        let isWide = picture > ratio
        // What is seen of the side that sticks out.
        let shown = min(picture / ratio, ratio / picture)
        let holdsFaces = motion.focusPinned || (subject?.faceExtent(alongWidth: isWide) ?? 0) <= shown
        let isPanorama = max(picture, 1 / picture) >= Placement.panoramaRatio && (picture > 1) == isWide
        let isPanned = motion.move.isPan(alongWidth: isWide) && (motion.pinned || isPanorama)
        switch fit {
        case .fill:
            self = .filling
        case .blur:
            self = .onBlur
        case .auto where shown >= 1 - Placement.largestCut && holdsFaces:
            self = .filling
        case .auto where isPanned:
            let hasFaces = !motion.focusPinned && subject?.faces.isEmpty == false
            if let travel = Travel(keeping: motion, subject, shown: shown, alongWidth: isWide) {
                self = .travelled(travel)
            } else if hasFaces {
                // A face never leaves the frame. Whoever asked for this very pan gets as much of it as that allows.
                self = motion.pinned ? .filling : .onBlur
            } else {
                self = motion.pinned || shown < Placement.strip ? .travelled(Travel(passing: shown)) : .onBlur
            }
        case .auto:
            self = .onBlur
        }
    }

    public var isTravelled: Bool {
        if case .travelled = self { true } else { false }
    }
}

extension Segment {
    public func placement(in ratio: Double) -> Placement {
        Placement(of: size, fit: fit, motion: motion, subject: subject, in: ratio)
    }

    /// Whether the picture fills a frame of this shape or stands whole on its blurred copy.
    public func fills(_ aspect: Aspect) -> Bool {
        placement(in: aspect.ratio) != .onBlur
    }
}

extension Placement {
    /// The move as it is seen: a pan toward the sides that a picture seen whole touches would push it out of view, so
    /// it goes the other way across.
    public func shown(_ move: Move, over size: PixelSize, in ratio: Double) -> Move {
        self == .onBlur && move.isPan(alongWidth: size.shape > ratio) ? move.turned : move
    }
}

extension PixelSize {
    /// Width by height of a picture of at least one pixel.
    fileprivate var shape: Double { Double(max(width, 1)) / Double(max(height, 1)) }
}

extension Subject {
    /// What all faces together take of the picture's width or height.
    fileprivate func faceExtent(alongWidth: Bool) -> Double {
        faceBounds.map { alongWidth ? $0.width : $0.height } ?? 0
    }
}
