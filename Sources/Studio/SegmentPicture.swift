import Timeline

/// The small picture that stands for a segment of a timeline.
struct SegmentPicture {
    let segment: Segment

    /// The most that it is wide and high, in pixels: sharp on the page's card at twice the density.
    private static let side = 480

    init(_ segment: Segment) {
        self.segment = segment
    }

    /// Its name in a link. It says nothing of the medium, and another picture never has it.
    var key: String {
        String(Identifier.digest(of: "\(segment.media) \(time.rawValue)").prefix(32))
    }

    /// From a clip's start.
    private var time: Milliseconds { segment.kind == .clip ? segment.sourceStart : .zero }

    func order(in folder: DataFolder) -> ThumbnailOrder {
        ThumbnailOrder(
            id: segment.media,
            path: folder.mediaPath(segment.media),
            name: segment.name,
            time: time,
            side: Self.side
        )
    }
}

extension Timeline {
    /// The picture of this key, if a segment has it.
    func picture(_ key: String) -> SegmentPicture? {
        segments.lazy.map(SegmentPicture.init).first { $0.key == key }
    }
}
