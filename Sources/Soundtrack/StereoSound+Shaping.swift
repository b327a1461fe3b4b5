import Foundation

/// Shaping pieces of a longer sound, each knowing where it begins. A sound that is whole is its own only piece.
extension StereoSound {
    /// Lets the first `count` frames of the whole sound rise from silence, eased (half a cosine), in place.
    /// - Parameter start: Where this piece begins in the whole.
    mutating func fadeIn(frames count: Int, from start: Int) {
        for index in 0..<max(0, min(frames, count - start)) {
            weigh(index, by: StereoSound.rise(start + index, of: count))
        }
    }

    /// Lets the last `count` of `total` frames fall to silence, eased (half a cosine), in place. The very last frame is
    /// zero.
    /// - Parameter start: Where this piece begins in the whole.
    mutating func fadeOut(frames count: Int, of total: Int, from start: Int) {
        for index in max(0, min(total - count - start, frames))..<frames {
            weigh(index, by: StereoSound.rise(total - 1 - start - index, of: count))
        }
    }

    /// Lets the first `fadeIn` of `total` frames rise from silence and the last `fadeOut` fall to it along a quarter of
    /// a sine, in place: the squares of one that rises and one that falls add up to 1.
    /// - Parameter start: Where this piece begins in the whole.
    mutating func cross(fadeIn: Int, fadeOut: Int, of total: Int, from start: Int) {
        let (rising, falling) = (min(fadeIn, total), min(fadeOut, total))
        for index in 0..<max(0, min(frames, rising - start)) {
            weigh(index, by: StereoSound.quarterSine(start + index, of: rising))
        }
        for index in max(0, min(total - falling - start, frames))..<frames {
            weigh(index, by: StereoSound.quarterSine(total - 1 - start - index, of: falling))
        }
    }

    private mutating func weigh(_ index: Int, by weight: Float) {
        left[index] *= weight
        right[index] *= weight
    }

    /// From 0 toward 1 in `count` steps along half a cosine.
    private static func rise(_ step: Int, of count: Int) -> Float {
        Float(0.5 - 0.5 * cos(.pi * Double(step) / Double(count)))
    }

    private static func quarterSine(_ step: Int, of count: Int) -> Float {
        Float(sin(.pi / 2 * (Double(step) + 0.5) / Double(count)))
    }
}

/// Takes away what lies below hearing: some recorded instruments do not swing around zero, and an offset costs
/// headroom. A first-order high-pass at 8 Hz, which remembers from piece to piece.
struct OffsetFilter {
    private struct Channel {
        var input: Float = 0
        var output: Float = 0

        mutating func apply(to samples: inout [Float]) {
            for index in samples.indices {
                let sample = samples[index]
                output = sample - input + OffsetFilter.pole * output
                input = sample
                samples[index] = output
            }
        }
    }

    private static let pole = Float(exp(-2 * .pi * 8 / Double(StereoSound.sampleRate)))
    private var left = Channel()
    private var right = Channel()

    mutating func apply(to piece: inout StereoSound) {
        left.apply(to: &piece.left)
        right.apply(to: &piece.right)
    }
}
