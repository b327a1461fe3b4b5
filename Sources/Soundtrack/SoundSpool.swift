import Foundation

/// A file for sounds that are on their way into a mix, one behind the other: pairs of 32-bit floats.
///
///     let music = try spool.store { add in try synthesizer.render(score, into: add) }
public final class SoundSpool {
    private let descriptor: Int32
    /// The frames of all sounds so far.
    private var end = 0

    /// - Parameter descriptor: An empty file, open for reading and writing. It stays the caller's, who closes it when
    ///   none of the sounds is read any more.
    public init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Keeps the sound that is given piece by piece.
    /// - Throws: ``SoundtrackError/Code/notWritten`` when the disk is full, and what `give` throws.
    public func store(_ give: (_ add: (StereoSound) throws -> Void) throws -> Void) throws -> SpooledSound {
        let start = end
        try give { piece in
            try write(piece)
            end += piece.frames
        }
        return SpooledSound(descriptor: descriptor, start: start, frames: end - start)
    }

    private func write(_ piece: StereoSound) throws(SoundtrackError) {
        let pairs = [Float](unsafeUninitializedCapacity: 2 * piece.frames) { pairs, count in
            for index in 0..<piece.frames {
                pairs.initializeElement(at: 2 * index, to: piece.left[index])
                pairs.initializeElement(at: 2 * index + 1, to: piece.right[index])
            }
            count = 2 * piece.frames
        }
        let isWritten = pairs.withUnsafeBytes { bytes in
            SpooledSound.transfer(bytes.count) { done in
                pwrite(
                    descriptor,
                    bytes.baseAddress.map { $0 + done },
                    bytes.count - done,
                    off_t(end * SpooledSound.frameBytes + done)
                )
            }
        }
        guard isWritten else {
            throw SoundtrackError(.notWritten, "The sound could not be written: the disk may be full.")
        }
    }
}

/// A sound in a ``SoundSpool``.
public struct SpooledSound: SoundSource {
    fileprivate static let frameBytes = 2 * MemoryLayout<Float>.stride

    fileprivate let descriptor: Int32
    /// In frames from the beginning of the file.
    fileprivate let start: Int
    public let frames: Int

    public func read(_ range: Range<Int>) throws(SoundtrackError) -> StereoSound {
        precondition(range.lowerBound >= 0 && range.upperBound <= frames, "A sound is read within its length.")
        var pairs = [Float](repeating: 0, count: 2 * range.count)
        let isRead = pairs.withUnsafeMutableBytes { bytes in
            SpooledSound.transfer(bytes.count) { done in
                pread(
                    descriptor,
                    bytes.baseAddress.map { $0 + done },
                    bytes.count - done,
                    off_t((start + range.lowerBound) * SpooledSound.frameBytes + done)
                )
            }
        }
        guard isRead else {
            throw SoundtrackError(.failed, "The sound of the video could not be read back. Try again.")
        }
        var sound = StereoSound(frames: range.count)
        for index in 0..<range.count {
            sound.left[index] = pairs[2 * index]
            sound.right[index] = pairs[2 * index + 1]
        }
        return sound
    }

    /// Calls until so many bytes have gone over.
    /// - Returns: Whether they all did.
    fileprivate static func transfer(_ bytes: Int, _ call: (_ done: Int) -> Int) -> Bool {
        var done = 0
        while done < bytes {
            let count = call(done)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            done += count
        }
        return true
    }
}
