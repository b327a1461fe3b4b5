internal import Foundation
internal import Timeline

/// What the camera sees of a picture from the first to the last frame it is shown, in pixels of the picture as seen
/// (after the EXIF turn), or of the canvas on which it stands when it does not fill the frame.
struct Framing: Codable, Hashable, Sendable {
    /// The picture lies in the middle of a canvas of this size, over its own blurred copy; nil when it fills the frame.
    var canvas: PixelSize?
    var start: SourceRect
    var end: SourceRect

    /// The part of the picture or canvas that is seen after a share of the move (0…1).
    ///
    /// The size runs geometrically, so that a zoom feels even, and the position is tied to the size, so that a zoom
    /// holds one point still. Both ends are eased, but never to a standstill: every frame differs from the one before.
    func rect(at share: Double) -> SourceRect {
        let eased = Self.ease(min(max(share, 0), 1))
        var part = eased
        let ratio = end.width / start.width
        if abs(ratio - 1) > 1e-6 {
            part = (pow(ratio, eased) - 1) / (ratio - 1)
        }
        func between(_ from: Double, _ to: Double) -> Double { from + (to - from) * part }
        return SourceRect(
            x: between(start.x, end.x),
            y: between(start.y, end.y),
            width: between(start.width, end.width),
            height: between(start.height, end.height)
        )
    }

    /// Half a smoothstep, half a straight line: the speed is 0.5 of the mean at the ends and 1.25 in the middle.
    static func ease(_ share: Double) -> Double {
        0.5 * share + 0.5 * share * share * (3 - 2 * share)
    }

    /// The same part of the picture from beginning to end.
    var isStill: Bool { start == end }
}
