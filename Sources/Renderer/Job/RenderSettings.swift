internal import Media
public import Timeline

/// What an export looks like as a file.
public struct RenderSettings: Hashable, Sendable {
    public var quality: Quality
    /// Another shape than the timeline's own; nil keeps the timeline's.
    public var aspect: Aspect?

    public init(quality: Quality = .high, aspect: Aspect? = nil) {
        self.quality = quality
        self.aspect = aspect
    }
}

extension VideoSettings {
    /// How an export of a quality is encoded.
    init(size: PixelSize, quality: Quality) {
        let (preset, rateFactor): (Preset, Int) =
            switch quality {
            // At 23 a draft is larger than the finished video. At 28 it is less than half of it and looks as good.
            case .draft: (.ultrafast, 28)
            case .high: (.veryfast, 20)
            case .best: (.medium, 17)
            }
        self.init(
            size: size,
            framesPerSecond: FrameClock.framesPerSecond,
            preset: preset,
            rateFactor: rateFactor,
            keyframeInterval: 60
        )
    }
}
