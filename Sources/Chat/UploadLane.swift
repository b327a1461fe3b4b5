/// What was dropped, folders opened, and what was said along with it.
struct Drop: Hashable, Sendable {
    var paths: [String]
    var words = ""
    /// How many more were named that cannot be sent. They were told.
    var unusable = 0
}

/// Files on their way to the studio.
struct UploadLane: Sendable {
    private(set) var bars: [(path: String, fraction: Double)] = []
    /// What the person said along with the files.
    var words = ""
    /// How many more were named along with the files and could not be sent.
    private(set) var unusable = 0
    /// Those whose refusal was told already.
    private(set) var told: Set<String> = []

    init() {}

    init(_ drop: Drop) {
        bars = drop.paths.map { ($0, 0) }
        words = drop.words
        unusable = drop.unusable
    }

    mutating func went(_ path: String, _ fraction: Double) {
        // The same file may have been named twice.
        for index in bars.indices where bars[index].path == path { bars[index].fraction = fraction }
    }

    mutating func tell(_ path: String) { told.insert(path) }
}
