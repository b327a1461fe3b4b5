import Timeline

/// Which photos somebody means, before it is looked up on a timeline.
struct PhotoReference: Hashable, Sendable {
    enum Pick: Hashable, Sendable {
        /// By number, from 1; from the end below 0.
        case position(Int)
        case range(Int, Int)
        case first(Int)
        case last(Int)
        /// A number of photos without saying which.
        case count(Int)
        case all
        case named(NameMatch)
        case shape(tall: Bool)
        /// Those spoken of before.
        case same
        /// Those that are not on the timeline yet.
        case new
        /// By what only an eye can tell.
        case judged
    }

    var picks: [Pick]
    /// Those of them that are not meant.
    var excluded: [Pick] = []
    /// Said in numbers alone, without a word for photo.
    var isBare = false

    init(_ picks: [Pick], excluding excluded: [Pick] = [], isBare: Bool = false) {
        self.picks = picks
        self.excluded = excluded
        self.isBare = isBare
    }

    static let all = PhotoReference([.all])

    var isAll: Bool { picks == [.all] && excluded.isEmpty }

    /// The names in it, for media that may not be on the timeline.
    var names: [NameMatch] {
        picks.compactMap { if case .named(let match) = $0 { match } else { nil } }
    }
}

/// The media whose names fit what was said.
struct NameMatch: Hashable, Sendable {
    var said: String
    /// In upload order.
    var media: [MediaID]
    /// The whole name of the file, or all of it but the ending.
    var isExact = false
    /// All of them are songs.
    var isSong = false
    /// All of them are tables of colours.
    var isColorTable = false
}
