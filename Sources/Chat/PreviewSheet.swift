import StudioAPI
import StudioClient
import Timeline

/// A look at the timeline: what is on it, photo by photo, as far as it is shown at once.
struct PreviewSheet: Hashable, Sendable {
    /// A line of the sheet.
    struct Entry: Hashable, Sendable {
        var number: Int
        var name: String
        var startMS: Int
        var durationMS: Int
        /// What is written over it.
        var texts: [String]
        /// Where its picture is; nil where the studio makes none.
        var url: String?
    }

    /// So many are shown when nothing else was said.
    static let page = 20
    /// The most that are shown at once.
    private static let most = 60

    /// What is shown, in order.
    var entries: [Entry]
    /// How many there are in all.
    var total: Int
    var durationMS: Int
    /// "16:9"; nil where it is not known.
    var aspect: String?
    /// One alone, which is shown larger.
    var isLarge: Bool

    init(_ reply: PreviewReply, _ wish: PreviewWish) {
        let entries = reply.pictures.map { picture in
            Entry(
                number: picture.number,
                name: picture.name,
                startMS: picture.start,
                durationMS: picture.duration,
                texts: picture.texts,
                url: picture.url
            )
        }
        self.init(entries, durationMS: reply.duration, aspect: reply.aspect, wish)
    }

    /// Without pictures, from a timeline as a draft tells it.
    init(_ timeline: Timeline, _ wish: PreviewWish) {
        let entries = zip(timeline.segments, timeline.starts).enumerated().map { index, pair in
            let (segment, start) = pair
            let end = start + segment.duration
            return Entry(
                number: index + 1,
                name: segment.name,
                startMS: start.rawValue,
                durationMS: segment.duration.rawValue,
                texts: timeline.texts.filter { $0.start < end && $0.start + $0.duration > start }.map(\.text)
            )
        }
        self.init(
            entries,
            durationMS: timeline.duration.rawValue,
            aspect: timeline.aspect.rawValue,
            wish
        )
    }

    private init(_ all: [Entry], durationMS: Int, aspect: String, _ wish: PreviewWish) {
        total = all.count
        self.durationMS = durationMS
        self.aspect = aspect
        let wanted = wish.photos ?? 1...Self.page
        entries = Array(all.filter { wanted.contains($0.number) }.prefix(Self.most))
        isLarge = wish.isOne
    }

    /// The numbers after the last that is shown; nil when there are none.
    var rest: ClosedRange<Int>? {
        guard let last = entries.last?.number, last < total else { return nil }
        return last + 1...min(total, last + Self.page)
    }
}
