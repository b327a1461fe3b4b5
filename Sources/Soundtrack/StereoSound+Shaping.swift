import Foundation

extension StereoSound {
    /// Lets the first `count` frames rise from silence, eased (half a cosine), in place.
    mutating func fadeIn(frames count: Int) {
        let count = min(count, frames)
        guard count > 0 else { return }
        let weights = StereoSound.rise(count)
        for index in 0..<count {
            left[index] *= weights[index]
            right[index] *= weights[index]
        }
    }

    /// Lets the last `count` frames fall to silence, eased (half a cosine), in place. The very last frame is zero.
    mutating func fadeOut(frames count: Int) {
        let count = min(count, frames)
        guard count > 0 else { return }
        let weights = StereoSound.rise(count)
        let last = frames - 1
        for index in 0..<count {
            left[last - index] *= weights[index]
            right[last - index] *= weights[index]
        }
    }

    /// Lets the first or the last `count` frames rise from silence or fall to it along a quarter of a sine, in place.
    mutating func fade(frames count: Int, fromEnd: Bool) {
        let count = min(count, frames)
        for step in 0..<max(count, 0) {
            let weight = Float(sin(.pi / 2 * (Double(step) + 0.5) / Double(count)))
            let index = fromEnd ? frames - 1 - step : step
            left[index] *= weight
            right[index] *= weight
        }
    }

    /// Takes away what lies below hearing, in place: some recorded instruments do not swing around zero, and an offset
    /// costs headroom. A first-order high-pass at 8 Hz.
    mutating func removeOffset() {
        let pole = Float(exp(-2 * .pi * 8 / Double(StereoSound.sampleRate)))
        left.highPass(pole)
        right.highPass(pole)
    }

    /// Cuts the sound, or extends it with silence, in place.
    mutating func resize(frames count: Int) {
        left.resize(count)
        right.resize(count)
    }

    /// From 0 toward 1 in `count` steps along half a cosine.
    static func rise(_ count: Int) -> [Float] {
        (0..<count).map { Float(0.5 - 0.5 * cos(.pi * Double($0) / Double(count))) }
    }
}

extension [Float] {
    fileprivate mutating func highPass(_ pole: Float) {
        var input: Float = 0
        var output: Float = 0
        for index in indices {
            let sample = self[index]
            output = sample - input + pole * output
            input = sample
            self[index] = output
        }
    }

    fileprivate mutating func resize(_ wanted: Int) {
        if wanted < count {
            removeLast(count - wanted)
        } else {
            append(contentsOf: repeatElement(0, count: wanted - count))
        }
    }
}
