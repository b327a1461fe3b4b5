import Foundation

/// Reads what is to be made of each of several files.
struct BatchReader: Sendable {
    private let files: FileProbe
    private let dropped: DroppedPaths

    init(_ files: FileProbe) {
        self.files = files
        dropped = DroppedPaths(files)
    }

    /// The videos that a line with files in it asks for; nil when it asks for one.
    func items(of found: DroppedPaths.Found, in line: String) -> [BatchItem]? {
        guard !found.words.isEmpty else { return nil }
        if let items = instructions(in: line) { return items }
        guard let batch = BatchWords(found.words) else { return nil }
        let paths = found.paths.flatMap { files.kind($0) == .folder ? FolderContents(of: $0, in: files).media : [$0] }
        return paths.count > 1 ? paths.map { BatchItem(paths: [$0], words: batch.single) } : nil
    }

    /// "a.jpg: zoom in slowly; b.jpg: pan left", or a line each: every part begins with its file.
    private func instructions(in line: String) -> [BatchItem]? {
        let lines = line.split(whereSeparator: \.isNewline)
        let parts = lines.count > 1 ? lines : line.split { $0 == ";" || $0 == "；" }
        guard parts.count > 1 else { return nil }
        var items: [BatchItem] = []
        for part in parts {
            let text = part.trimmingCharacters(in: .whitespaces)
            guard !text.isEmpty else { continue }
            guard let found = dropped.leading(in: text), !found.words.isEmpty else { return nil }
            items.append(BatchItem(paths: found.paths, words: Self.whole(found.words)))
        }
        return items.count > 1 ? items : nil
    }

    /// What is said of a file alone leaves open that a video is wanted.
    private static func whole(_ words: String) -> String {
        if LanguageSense.hasHan(words) {
            return words.contains(/视频|短片|影片|幻灯片/) ? words : "把这张照片做成视频：" + words
        }
        let says = words.lowercased().contains(/\b(?:video|clip|movie|film|slideshow)s?\b/)
        return says ? words : "make a video of this photo: " + words
    }
}
