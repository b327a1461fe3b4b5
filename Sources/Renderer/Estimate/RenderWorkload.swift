internal import Media
internal import Timeline

/// What a render has to do, counted before it starts: chunks that lie in the cache count for nothing.
public struct RenderWorkload: Hashable, Sendable {
    /// What one chunk that has to be made consists of, in frames.
    struct Chunk: Hashable, Sendable {
        /// A photo under a moving camera.
        var moving = 0
        /// What there is to encode in these, and in those of clips: as many frames of a quick move over a picture of
        /// middling detail that fills the frame.
        var stir = 0.0
        /// The same picture as before.
        var still = 0
        /// Two pictures at once.
        var changing = 0
        /// What there is to encode in these: as many frames of pictures of middling detail.
        var blend = 0.0
        /// Of a clip or an animation.
        var playing = 0
        /// What is decoded and made smaller for the frames of clips and animations, in megapixels.
        var played = 0.0
        /// Frames of clips and animations that lie on their own blurred copy, which is another for each.
        var blurred = 0
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
    /// Nothing is to be heard in it.
    let isSilent: Bool
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

    /// - Parameters:
    ///   - missing: The chunks of the plan that have to be made.
    ///   - sound: The one of the plan, when it has to be made.
    ///   - bytes: The size of a medium's file; nil when it cannot be told.
    init(
        _ plan: RenderPlan,
        missing: some Sequence<Int>,
        sound: SoundDescription?,
        encoders: Int,
        bytes: @escaping (MediaID) -> Int?
    ) {
        settings = plan.settings
        frames = plan.frames
        soundSeconds = sound == nil ? 0 : Double(plan.frames) / Double(plan.settings.framesPerSecond)
        isSilent = sound?.isSilent ?? true
        self.encoders = max(encoders, 1)
        var photos = PhotoCosts(bytes: bytes)
        chunks = missing.map { Chunk(plan.chunks[$0].description, photos: &photos) }
    }
}

extension RenderWorkload.Chunk {
    init(_ chunk: ChunkDescription, photos: inout PhotoCosts) {
        for scene in chunk.scenes {
            let layers = [scene.picture, scene.change?.incoming].compactMap(\.self)
            for layer in layers {
                if layer.isClip {
                    played += Double(scene.frames) * layer.pixels / 1e6
                    if layer.isOnBlur { blurred += scene.frames }
                } else {
                    megapixels += photos.decoding(layer)
                }
            }
            if scene.change != nil {
                changing += scene.frames
                let detail = layers.reduce(0) { $0 + photos.detail(of: $1) } / Double(layers.count)
                blend += Double(scene.frames) * detail
            } else if scene.picture.isClip {
                playing += scene.frames
                stir += Double(scene.frames) * scene.picture.liveliness(in: chunk.settings.size)
            } else if case .still(let framing, let length) = scene.picture.source, !framing.isStill {
                moving += scene.frames
                stir += Double(scene.frames) * framing.stir(over: length) * photos.detail(of: scene.picture)
            } else {
                still += scene.frames
            }
        }
        for text in chunk.texts {
            titled += max(min(text.block.length - text.offset, chunk.frames) - max(-text.offset, 0), 0)
        }
    }
}

extension PictureLayer {
    /// An animation shows most of its pictures for several frames, and small ones are soft. The grain of a clip is most
    /// to encode where it is seen as it is: made smaller it is evened out, made larger it is soft.
    fileprivate func liveliness(in frame: PixelSize) -> Double {
        if case .animation = source { return 0.75 }
        let across = Double(frame.width) / Double(size.width)
        let down = Double(frame.height) / Double(size.height)
        let scale = isOnBlur ? min(across, down) : max(across, down)
        return (0.7..<1.4).contains(scale) ? 1.2 : 1
    }

    fileprivate var isOnBlur: Bool {
        switch source {
        case .still(let framing, _): framing.canvas != nil
        case .clip(_, let part), .animation(_, let part): part == nil
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
