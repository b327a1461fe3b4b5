import Foundation
public import Timeline

/// Two channels of samples at 48 kHz, equally long. Full scale is ±1.
public struct StereoSound: Hashable, Sendable {
    /// Frames per second.
    public static let sampleRate = 48_000
    /// Whole milliseconds are whole frames.
    static let framesPerMillisecond = sampleRate / 1000

    public var left: [Float]
    public var right: [Float]

    public init(left: [Float], right: [Float]) {
        precondition(left.count == right.count, "The channels of a sound are equally long.")
        self.left = left
        self.right = right
    }

    /// Silence.
    public init(frames: Int) {
        left = [Float](repeating: 0, count: max(frames, 0))
        right = left
    }

    /// Silence as long as a time on the timeline, to the frame.
    public init(length: Milliseconds) {
        self.init(frames: StereoSound.frames(in: length))
    }

    /// The length in frames.
    public var frames: Int { left.count }

    public var length: Milliseconds { .seconds(Double(frames) / Double(StereoSound.sampleRate)) }

    public static func frames(in length: Milliseconds) -> Int {
        length.rawValue * framesPerMillisecond
    }
}

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
    fileprivate mutating func resize(_ wanted: Int) {
        if wanted < count {
            removeLast(count - wanted)
        } else {
            append(contentsOf: repeatElement(0, count: wanted - count))
        }
    }
}
