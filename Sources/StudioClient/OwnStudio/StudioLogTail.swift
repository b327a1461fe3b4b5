/// What a studio has written to its log since it was started, for a person who wants to know why it did not.
struct StudioLogTail {
    private let path: String
    private let start: Int

    init(path: String) {
        self.path = path
        start = AtomicFile.read(path)?.count ?? 0
    }

    /// ": " and the last line, or advice where there is none.
    var reason: String {
        let bytes = AtomicFile.read(path)?.dropFirst(start).suffix(16 << 10) ?? []
        let lines = String(decoding: bytes, as: UTF8.self).withoutControls.split(separator: "\n")
        guard let line = lines.last(where: { !$0.isBlank })?.trimmed else {
            return " and left no word why. Try `kinora serve` to see it run."
        }
        return ": " + line.prefix(400)
    }
}
