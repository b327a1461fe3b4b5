extension Outline {
    /// One line that says what is on the timeline:
    ///
    ///     Timeline (3 tracks): 1. Video: city timelapse (0-10s) 2. BGM: Lo-fi (0-10s, 35%) 3. Title: "Urban Dreams" (0-3s)
    ///
    /// Up to three parts of a track are told with their times. Of more, the first two and the last are named:
    /// `1. Video: 01-beach, 02-forest, … 05-sunset (5 photos, 0-30s)`.
    public func summary(in language: Language = .english) -> String {
        let lines = tracks.enumerated().map { index, track in
            "\(index + 1). " + Phrases(language).track(track)
        }
        let count = tracks.count
        let head =
            switch language {
            case .english: "Timeline (\(count) \(count == 1 ? "track" : "tracks"))"
            case .chinese: "时间线（\(count) 轨）"
            }
        guard !lines.isEmpty else { return head }
        return head + (language == .english ? ": " : "：") + lines.joined(separator: " ")
    }
}

extension Timeline {
    /// What is on the timeline, in one line; see ``Outline/summary(in:)``.
    public var summary: String { summary(in: .english) }

    public func summary(in language: Language) -> String {
        Outline(self, in: language).summary(in: language)
    }
}

extension Phrases {
    fileprivate func track(_ track: Outline.Track) -> String {
        let label =
            switch (track.kind, language) {
            case (.video, .english): "Video: "
            case (.video, .chinese): "视频："
            case (.audio, .english): "BGM: "
            case (.audio, .chinese): "配乐："
            case (.text, .english): "Title: "
            case (.text, .chinese): "标题："
            case (.other, .english): "Other: "
            case (.other, .chinese): "其他："
            }
        let parts = track.parts
        guard parts.count > 3 else {
            return label + list(parts.map { name($0, in: track) + inBrackets(details($0)) })
        }
        var extent = [count(of: parts, on: track.kind)]
        if let first = parts.map(\.start).min(), let last = parts.map(\.end).max() {
            extent.append(span(first, last))
        }
        return label + list(parts.map { name($0, in: track) }, atMost: 3) + inBrackets(extent)
    }

    private func name(_ part: Outline.Part, in track: Outline.Track) -> String {
        let name = part.name.plain(limit: 40)
        guard track.kind == .text else { return name }
        return language == .english ? "\"\(name)\"" : "“\(name)”"
    }

    private func details(_ part: Outline.Part) -> [String] {
        [span(part.start, part.end)] + (part.volume.map { ["\($0)%"] } ?? [])
    }

    private func count(of parts: [Outline.Part], on kind: Outline.Kind) -> String {
        switch (kind, language) {
        case (.video, _): count(of: parts.map { $0.kind ?? .clip })
        case (.text, .english): "\(parts.count) titles"
        case (.text, .chinese): "\(parts.count) 个标题"
        case (_, .english): "\(parts.count) parts"
        case (_, .chinese): "\(parts.count) 段"
        }
    }
}
