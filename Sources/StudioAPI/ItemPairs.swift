import Timeline

/// Which segments of two drafts are the same: by their id, else by their name, in their order.
struct ItemPairs {
    typealias Item = DraftDigest.Item

    private let old: [Item]
    private let new: [Item]
    /// The place in `old` of each segment of `new` that was there before.
    private var origins: [Int?]
    private var isKept: [Bool]

    /// - Parameter replacedInPlace: when as many segments came as went, those at the same place took each other's place.
    ///   Otherwise only a single one that came is taken for the single one that went.
    init(_ old: [Item], _ new: [Item], replacedInPlace: Bool = false) {
        self.old = old
        self.new = new
        origins = [Int?](repeating: nil, count: new.count)
        isKept = [Bool](repeating: false, count: old.count)
        pair(by: \.id)
        pair(by: \.label)
        let gone = old.indices.filter { !isKept[$0] }
        let come = new.indices.filter { origins[$0] == nil }
        if replacedInPlace ? gone == come : gone.count == 1 && come.count == 1 {
            for (origin, place) in zip(gone, come) { keep(origin, at: place) }
        }
    }

    private mutating func keep(_ origin: Int, at place: Int) {
        origins[place] = origin
        isKept[origin] = true
    }

    private mutating func pair(by key: KeyPath<Item, String?>) {
        // The latest first, so that the earliest is taken from the end.
        var waiting: [String: [Int]] = [:]
        for index in old.indices.reversed() where !isKept[index] {
            if let name = old[index][keyPath: key] { waiting[name, default: []].append(index) }
        }
        for place in new.indices where origins[place] == nil {
            guard let name = new[place][keyPath: key], let origin = waiting[name]?.popLast() else { continue }
            keep(origin, at: place)
        }
    }

    var removed: [Item] { old.indices.filter { !isKept[$0] }.map { old[$0] } }
    var added: [Item] { new.indices.filter { origins[$0] == nil }.map { new[$0] } }

    /// What was there before and still is, with its place now.
    var kept: [(place: Int, old: Item, new: Item)] {
        new.indices.compactMap { place in origins[place].map { (place, old[$0], new[place]) } }
    }

    /// Both as timelines of pictures, in which the same ones have the same ids, for the timeline's own comparison.
    func timelines(in phrases: Phrases) -> (old: Timeline, new: Timeline) {
        func segment(_ item: Item, id: SegmentID) -> Segment {
            let name = item.name(in: phrases)
            return Segment(
                id: id,
                media: name,
                kind: item.mediaKind ?? .clip,
                name: name,
                size: PixelSize(width: 1, height: 1),
                duration: item.duration
            )
        }
        var ids = old.indices.map { "gone \($0)" }
        for (place, origin) in origins.enumerated() {
            if let origin { ids[origin] = "\(place)" }
        }
        return (
            Timeline(segments: zip(old, ids).map { segment($0, id: $1) }),
            Timeline(segments: new.enumerated().map { segment($1, id: "\($0)") })
        )
    }
}
