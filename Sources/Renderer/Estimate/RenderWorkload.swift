internal import Media
internal import Timeline

/// What a render has to do, counted before it starts: chunks that lie in the cache count for nothing.
public struct RenderWorkload: Hashable, Sendable {
    /// What one chunk that has to be made consists of, in frames.
    struct Chunk: Hashable, Sendable {
        /// A photo under a moving camera.
        var moving = 0
        /// What there is to encode in these: as many frames of a quick move over a picture that fills the frame.
        var stir = 0.0
        /// The same picture as before.
        var still = 0
        /// Two pictures at once.
        var changing = 0
        /// Of a clip or an animation.
        var playing = 0
        /// Frames with words over them, counted once for each text.
        var titled = 0
        /// Photos that have to be decoded for it, in megapixels.
        var megapixels = 0.0

        var frames: Int { moving + still + changing + playing }
    }

    /// In the order in which they are made.
    var chunks: [Chunk]
    /// The length of the sound that has to be made, in seconds; 0 when there is one.
    var soundSeconds: Double
    /// All frames of the video: they are joined anew each time.
    var frames: Int
    let settings: VideoSettings
    /// Chunks made side by side.
    var encoders: Int

    /// The same for another shape of the video: the sound will be there by then.
    public var withoutSound: RenderWorkload {
        var copy = self
        copy.soundSeconds = 0
        return copy
    }

    /// - Parameter missing: The chunks of the plan that have to be made.
    init(_ plan: RenderPlan, missing: some Sequence<Int>, needsSound: Bool, encoders: Int) {
        settings = plan.settings
        frames = plan.frames
        soundSeconds = needsSound ? Double(plan.frames) / Double(plan.settings.framesPerSecond) : 0
        self.encoders = max(encoders, 1)
        // Chunks follow the timeline, so a decoded photo is at hand until its last one.
        var decoded: Set<MediaID> = []
        chunks = missing.map { Chunk(plan.chunks[$0].description, decoded: &decoded) }
    }
}

extension RenderWorkload.Chunk {
    /// - Parameter decoded: The photos that chunks before it have decoded.
    init(_ chunk: ChunkDescription, decoded: inout Set<MediaID>) {
        for scene in chunk.scenes {
            for layer in [scene.picture, scene.change?.incoming].compactMap(\.self)
            where !layer.isClip && decoded.insert(layer.media).inserted {
                megapixels += Double(layer.size.width) * Double(layer.size.height) / 1e6
            }
            if scene.change != nil {
                changing += scene.frames
            } else if scene.picture.isClip {
                playing += scene.frames
            } else if case .still(let framing, let length) = scene.picture.source, !framing.isStill {
                moving += scene.frames
                stir += Double(scene.frames) * framing.stir(over: length)
            } else {
                still += scene.frames
            }
        }
        for text in chunk.texts {
            titled += max(min(text.block.length - text.offset, chunk.frames) - max(-text.offset, 0), 0)
        }
    }
}

extension Framing {
    /// What a frame of the move gives the encoder to do, in parts of what one of a quick move does that fills the frame:
    /// less where it is slow, and where a part of the frame is blurred.
    fileprivate func stir(over length: Int) -> Double {
        let quick = min(60 / Double(max(length, 1)), 1)
        return (0.75 + 0.25 * quick) * (canvas == nil ? 1 : 0.85)
    }
}
