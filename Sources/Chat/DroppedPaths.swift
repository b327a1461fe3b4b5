import Foundation

/// Finds the files in a line, in whatever way a terminal writes what is dropped on it.
///
/// Terminals quote (`'/a b.jpg'`), escape (`/a\ b.jpg`), give URLs (`file:///a%20b.jpg`) or paste the bare path.
public struct DroppedPaths: Sendable {
    public struct Found: Hashable, Sendable {
        /// Files, folders and addresses of the web, in the order they were named.
        public var paths: [String]
        /// What else the line says.
        public var words: String = ""
        /// Files it names that are not there, as they were written.
        public var missing: [String] = []
    }

    public enum Outcome: Hashable, Sendable {
        /// There is no path in the line.
        case prose
        case found(Found)
        /// The line names files, and none of them is there.
        case missing([String])
    }

    let files: FileProbe

    public init(_ files: FileProbe) {
        self.files = files
    }

    public func find(in line: String) -> Outcome {
        let text = line.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !text.isEmpty else { return .prose }
        if looksLikePath(text), let path = existing(text, expandsHome: false) {
            return .found(Found(paths: [path]))
        }
        if let outcome = pathPerLine(text) { return outcome }
        if let paths = allWords(text) { return .found(Found(paths: paths)) }
        return mixed(text)
    }

    /// One path a line; each as bare as it is, or as a shell would write it.
    private func pathPerLine(_ text: String) -> Outcome? {
        let lines = text.split(whereSeparator: \.isNewline)
            .map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty }
        guard lines.count > 1 else { return nil }
        var paths: [String] = []
        var missing: [String] = []
        for line in lines {
            if looksLikePath(line), let path = existing(line, expandsHome: true) {
                paths.append(path)
            } else if let found = allWords(line) {
                paths += found
            } else if let whole = missingWhole(line) {
                missing.append(whole)
            } else {
                return nil
            }
        }
        return paths.isEmpty ? .missing(missing) : .found(Found(paths: paths, missing: missing))
    }

    /// The one path that a text is, blanks and all, where there is no such file.
    private func missingWhole(_ text: String) -> String? {
        let split = ShellWords(text)
        if split.isComplete, split.words.count == 1, let word = split.words.first {
            return isSurelyPath(word) ? word.value : nil
        }
        let (found, missing) = pieces(of: text)
        let whole = ShellWords.Word(value: text, range: text.startIndex..<text.endIndex, beginsBare: true)
        return found.isEmpty && missing.count < 2 && isSurelyPath(whole) && MediaName.isMedia(text) ? text : nil
    }

    /// Every word of the line is a path.
    private func allWords(_ text: String) -> [String]? {
        let split = ShellWords(text)
        guard split.isComplete, !split.words.isEmpty else { return nil }
        var paths: [String] = []
        for word in split.words {
            if let address = address(word.value) {
                paths.append(address)
            } else if looksLikePath(word.value), let found = resolved(word) {
                paths += found
            } else {
                return nil
            }
        }
        return paths
    }

    /// Paths among words. What is not there is missing only if it can be nothing but a path.
    private func mixed(_ text: String) -> Outcome {
        if let whole = missingWhole(text) { return .missing([whole]) }
        let (found, missing) = pieces(of: text)
        guard !found.isEmpty else { return missing.isEmpty ? .prose : .missing(missing.flatMap(\.paths)) }
        // What is said is said of what is not there, too.
        let all = (found + missing).sorted { $0.range.lowerBound < $1.range.lowerBound }
        let words = RemainingWords(text, without: all).text
        return .found(Found(paths: found.flatMap(\.paths), words: words, missing: missing.flatMap(\.paths)))
    }

    /// What a text that begins with a file, which need not be there, says of it; nil when it begins with something
    /// else.
    func leading(in text: String) -> Found? {
        let (found, missing) = pieces(of: text)
        let all = (found + missing).sorted { $0.range.lowerBound < $1.range.lowerBound }
        guard let first = all.first, first.range.lowerBound == text.startIndex else { return nil }
        let words = RemainingWords(text, without: all).text
        return Found(paths: found.flatMap(\.paths), words: words, missing: missing.flatMap(\.paths))
    }

    private typealias Piece = (range: Range<String.Index>, paths: [String])

    private func pieces(of text: String) -> (found: [Piece], missing: [Piece]) {
        var found: [Piece] = DroppedAddresses(text).found.map { ($0.range, [$0.address]) }
        var missing: [Piece] = []
        let addresses = found.map(\.range)
        for word in ShellWords(text, inProse: true).words {
            var word = word
            guard looksLikePath(word.value), !addresses.contains(where: word.range.overlaps) else { continue }
            var paths = resolved(word)
            // "… and b.jpg, please": the comma is the sentence's.
            if paths == nil, let last = word.value.last, ",.;:!?，。；：！？、".contains(last),
                text[word.range].last == last
            {
                word.value.removeLast()
                word.range = word.range.lowerBound..<text.index(before: word.range.upperBound)
                paths = resolved(word)
            }
            if let paths {
                if paths.allSatisfy({ MediaName.isMedia($0) || files.kind($0) == .folder }) || isArchive(word) {
                    found.append((word.range, paths))
                }
            } else if let inner = withinChinese(text[word.range]) {
                found += inner
            } else if isSurelyPath(word) {
                missing.append((word.range, [word.value]))
            }
        }
        return (found.sorted { $0.range.lowerBound < $1.range.lowerBound }, missing)
    }

    /// Files in a run of Chinese without spaces: "把~/a.jpg做成视频", "~/a.jpg：放大；~/b.jpg：左移".
    private func withinChinese(_ run: Substring) -> [Piece]? {
        guard run.unicodeScalars.contains(where: { $0.value > 0x2E80 }) else { return nil }
        let name =
            /(?:~?\.{0,2}\/)?[^\s"'：；，。、！？（）]+?\.(?:jpe?g|png|webp|hei[cf]|mp4|mov|avi|webm|mkv|gif|mp3|wav|m4a|aac|cube)(?![A-Za-z0-9])/
            .ignoresCase()
        var found: [Piece] = []
        for match in run.matches(of: name) {
            var range = match.range
            // Chinese before a path is the sentence's: "把/a.jpg".
            if existing(String(run[range]), expandsHome: true) == nil,
                let root = run[range].firstRange(of: /~\/|\.{0,2}\//)?.lowerBound
            {
                range = root..<range.upperBound
            }
            guard let path = existing(String(run[range]), expandsHome: true) else { continue }
            found.append((range, [path]))
        }
        return found.isEmpty ? folderWithinChinese(run).map { [$0] } : found
    }

    /// A folder in such a run: "把~/Pictures/trip做成视频". Its name ends where the longest that is there does.
    private func folderWithinChinese(_ run: Substring) -> Piece? {
        guard let start = run.firstRange(of: /~\/|\.{0,2}\//)?.lowerBound else { return nil }
        var end = run.endIndex
        while end > start {
            // Cut anywhere else it would be a folder above the one that is meant.
            let endsHere = end == run.endIndex || run[end].unicodeScalars.contains { $0.value > 0x2E80 }
            let path = endsHere ? existing(String(run[start..<end]), expandsHome: true) : nil
            if let path, files.kind(path) == .folder, path.contains(where: { $0 != "/" && $0 != "." }) {
                return (start..<end, [path])
            }
            end = run.index(before: end)
        }
        return nil
    }

    private func resolved(_ word: ShellWords.Word) -> [String]? {
        if let path = existing(word.value, expandsHome: word.beginsBare) { return [path] }
        guard word.isPattern else { return nil }
        let pattern = word.beginsBare ? expandedHome(word.value) : word.value
        let matches = files.matches(pattern).filter { MediaName.isMedia($0) && files.kind($0) == .file }
        return matches.isEmpty ? nil : matches.sorted(by: NaturalOrder.precedes)
    }

    /// An address that may be a medium's; a line of nothing but such is a drop.
    private func address(_ text: String) -> String? {
        WebAddress.isOne(text) && WebAddress.likelihood(of: text) != .other ? text : nil
    }

    private func existing(_ text: String, expandsHome: Bool) -> String? {
        if text.lowercased().hasPrefix("file:") {
            guard let path = Self.path(ofURL: text) else { return nil }
            return files.kind(path) == nil ? nil : path
        }
        let path = expandsHome ? expandedHome(text) : text
        return files.kind(path) == nil ? nil : path
    }

    private func expandedHome(_ path: String) -> String {
        path == "~" || path.hasPrefix("~/") ? files.home + path.dropFirst() : path
    }

    /// A drop is a whole path, or at least the name of a medium: a word that happens to be a file's name too is a word.
    private func looksLikePath(_ text: String) -> Bool {
        text.contains("/") || text == "~" || text.lowercased().hasPrefix("file:") || MediaName.isMedia(text)
    }

    private func isSurelyPath(_ word: ShellWords.Word) -> Bool {
        let text = word.value
        if text.lowercased().hasPrefix("file:") { return true }
        let isRelative = ["~/", "./", "../"].contains(where: text.hasPrefix)
        if MediaName.isMedia(text) || MediaName.isArchive(text) {
            return isRelative || text.hasPrefix("/") || word.isPattern
        }
        // A folder has no ending to tell it by. What follows in Chinese without a space is not of its name.
        guard word.beginsBare, !LanguageSense.hasHan(text) else { return false }
        return isRelative || isBelowAFolder(text)
    }

    /// "/home/anna/trip", and not "/new" or "/r/pics".
    private func isBelowAFolder(_ path: String) -> Bool {
        let parts = path.split(separator: "/")
        return path.hasPrefix("/") && parts.count > 1 && files.kind("/" + parts[0]) == .folder
    }

    /// An archive is no medium, and yet what the line is about.
    private func isArchive(_ word: ShellWords.Word) -> Bool {
        MediaName.isArchive(word.value) && word.value.contains("/")
    }

    /// The path of a URL of this machine: its host is empty or localhost.
    static func path(ofURL text: String) -> String? {
        guard text.lowercased().hasPrefix("file:") else { return nil }
        var rest = text.dropFirst("file:".count)
        if rest.hasPrefix("//") {
            rest = rest.dropFirst(2)
            let host = rest.prefix { $0 != "/" }
            guard host.isEmpty || host.lowercased() == "localhost" else { return nil }
            rest = rest[host.endIndex...]
        }
        guard rest.hasPrefix("/") else { return nil }
        return String(rest).removingPercentEncoding
    }
}
