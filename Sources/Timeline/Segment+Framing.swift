extension Segment {
    /// Whether the picture fills a frame of this shape (what sticks out is cut off or panned over) or stands whole on
    /// its blurred copy. This is what ``Fit/auto`` means: a picture fills when at most three tenths of it are lost by
    /// that, or when it is a panorama, whose length a pan shows in passing.
    public func fills(_ aspect: Aspect) -> Bool {
        switch fit {
        case .fill: return true
        case .blur: return false
        case .auto:
            let ratio = max(size.ratio, 0.001)
            let isPanorama = max(ratio, 1 / ratio) >= 2 && (ratio > 1) == (ratio > aspect.ratio)
            return isPanorama || min(ratio / aspect.ratio, aspect.ratio / ratio) >= 0.7
        }
    }
}
