/// Files on their way to the studio.
struct UploadLane: Sendable {
    private(set) var bars: [(path: String, fraction: Double)] = []
    /// What the person said along with the files.
    var words = ""
    /// Those whose refusal was told already.
    private(set) var told: Set<String> = []

    init() {}

    init(_ paths: [String], words: String) {
        bars = paths.map { ($0, 0) }
        self.words = words
    }

    mutating func went(_ path: String, _ fraction: Double) {
        // The same file may have been named twice.
        for index in bars.indices where bars[index].path == path { bars[index].fraction = fraction }
    }

    mutating func tell(_ path: String) { told.insert(path) }
}
