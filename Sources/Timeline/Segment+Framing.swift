extension Segment {
    /// Whether the picture fills a frame of this shape (what sticks out is cut off or panned over) or stands whole on
    /// its blurred copy. This is what ``Fit/auto`` means everywhere: a picture fills when at most three tenths of it
    /// are lost by that, or when it is a panorama that a pan can show in passing.
    public func fills(_ aspect: Aspect) -> Bool {
        switch fit {
        case .fill: return true
        case .blur: return false
        case .auto:
            let excess = size.ratio / aspect.ratio
            let isPanorama = size.ratio >= 2 && (1...2.5).contains(excess)
            return isPanorama || min(excess, 1 / excess) >= 0.7
        }
    }
}
