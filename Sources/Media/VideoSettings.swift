public import Timeline

/// How frames become H.264. Chunks that are to be joined must be made with equal settings.
public struct VideoSettings: Codable, Hashable, Sendable {
    /// How much time x264 takes to make a file smaller.
    public enum Preset: String, Codable, Hashable, Sendable {
        case ultrafast, veryfast, medium
    }

    /// Even in both directions.
    public var size: PixelSize
    public var framesPerSecond: Int
    public var preset: Preset
    /// x264's constant rate factor: lower is better and larger. 20 is hard to tell from the original.
    public var rateFactor: Int
    /// A keyframe at least every so many frames.
    public var keyframeInterval: Int

    public init(
        size: PixelSize,
        framesPerSecond: Int = 30,
        preset: Preset = .veryfast,
        rateFactor: Int = 20,
        keyframeInterval: Int = 60
    ) {
        self.size = size
        self.framesPerSecond = framesPerSecond
        self.preset = preset
        self.rateFactor = rateFactor
        self.keyframeInterval = keyframeInterval
    }
}
