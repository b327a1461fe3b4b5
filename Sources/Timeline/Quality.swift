/// How much time and space an export may take.
public enum Quality: String, Codable, Hashable, Sendable, CaseIterable {
    /// 540 lines, for a quick look.
    case draft
    /// 1080 lines.
    case high
    /// 1080 lines, a slower and better encode.
    case best

    /// The size of an export's frames, in pixels.
    public func frameSize(for aspect: Aspect) -> PixelSize {
        let full =
            switch aspect {
            case .landscape: PixelSize(width: 1920, height: 1080)
            case .portrait: PixelSize(width: 1080, height: 1920)
            case .square: PixelSize(width: 1080, height: 1080)
            case .tall: PixelSize(width: 1080, height: 1350)
            }
        switch self {
        case .high, .best: return full
        // Halves, kept even: chroma planes have half the lines of luma.
        case .draft: return PixelSize(width: full.width / 4 * 2, height: (full.height / 2 + 1) / 2 * 2)
        }
    }
}
