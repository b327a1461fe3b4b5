import Foundation
import Media
import Timeline

/// Sounds as a whole, which is how tests look at them; the program has them piece by piece.
extension SoundReader {
    static func read(
        _ file: MediaFile,
        from start: Milliseconds = .zero,
        limit: Milliseconds
    ) throws -> DecodedSound {
        var whole = DecodedSound()
        try read(file, from: start, limit: limit) { piece in
            whole.left += piece.left
            whole.right += piece.right
        }
        return whole
    }
}

extension Fixtures {
    /// The same samples on both channels, encoded.
    func encode(_ samples: [Float]) throws -> EncodedSound {
        let descriptor = create("sound-\(UUID().uuidString)")
        defer { close(descriptor) }
        let encoder = try AACEncoder(writingTo: descriptor)
        try encoder.append(left: samples[...], right: samples[...])
        try encoder.finish()
        return try EncodedSound(descriptor: descriptor)
    }
}
