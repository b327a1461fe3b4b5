public import Timeline

extension DraftDigest {
    /// One sentence for each change a person would notice, by name, time and place: what to answer when an edit was made
    /// without a word. Empty when nothing changed that can be told.
    ///
    ///     ✅ Title added: 'Paradise Found' (white, top-center, 3s)
    public func changes(from other: DraftDigest, language: Language) -> [String] {
        // Before its first edit a session has a draft of no kind at all: it suits any.
        let before = other.timeline ?? (other.isReady ? nil : Timeline())
        let after = timeline ?? (isReady ? nil : Timeline())
        if let before, let after {
            return TimelineDiff.sentences(from: before, to: after, language: language)
        }
        var comparison = DraftComparison(from: other, to: self, language: language)
        return comparison.sentences()
    }

    func items(_ kind: Outline.Kind) -> [Item] {
        tracks.filter { $0.kind == kind }.flatMap(\.items)
    }
}

/// The comparison of two drafts of any studio.
struct DraftComparison {
    private let old: DraftDigest
    private let new: DraftDigest
    private var report: TimelineReport

    init(from old: DraftDigest, to new: DraftDigest, language: Language) {
        self.old = old
        self.new = new
        let pairs = ItemPairs(old.items(.video), new.items(.video), replacedInPlace: true)
        let (before, after) = pairs.timelines(in: Phrases(language))
        report = TimelineReport(from: before, to: after, language: language)
    }

    private var phrases: Phrases { report.phrases }

    mutating func sentences() -> [String] {
        report.compareSegments()
        comparePictures()
        compareTexts()
        compareMusic()
        compareOthers()
        for change in phrases.changes(from: old.settings, to: new.settings) {
            report.say(change.sentenceStart, change)
        }
        var sentences = report.sentences.map { "✅ " + $0 }
        let hasPictures = !old.items(.video).isEmpty || !new.items(.video).isEmpty
        if hasPictures, old.duration != new.duration { sentences.append(phrases.videoLength(new.duration)) }
        return sentences
    }

    private mutating func comparePictures() {
        let items = new.items(.video)
        let pairs = ItemPairs(old.items(.video), items, replacedInPlace: true)
        for (index, before, after) in pairs.kept {
            let part = Phrases.Part(
                number: index + 1,
                kind: after.mediaKind ?? .clip,
                name: after.name(in: phrases)
            )
            tellChanges(
                of: phrases.name(part),
                phrases.volumeChange(before, after) + phrases.settingChanges(before, after)
            )
        }
    }

    private mutating func compareTexts() {
        let pairs = ItemPairs(old.items(.text), new.items(.text))
        report.tellRemovedTitles(pairs.removed.map { $0.name(in: phrases) })
        report.tellAddedTitles(pairs.added.map { ($0.name(in: phrases), phrases.textDetails($0)) })
        for (_, before, after) in pairs.kept {
            var changes: [String] = []
            func add(_ old: String?, _ new: String?) {
                if let old, let new, old != new { changes.append(phrases.change(old, new)) }
            }
            let name = phrases.quoted(before.name(in: phrases))
            add(name, phrases.quoted(after.name(in: phrases)))
            add(phrases.color(of: before), phrases.color(of: after))
            add(phrases.position(of: before), phrases.position(of: after))
            add(phrases.span(of: before), phrases.span(of: after))
            tellChanges(
                of: phrases.choose("Title \(name)", "标题\(name)"),
                changes + phrases.settingChanges(before, after)
            )
        }
    }

    private mutating func compareMusic() {
        let pairs = ItemPairs(old.items(.audio), new.items(.audio))
        for music in pairs.removed {
            let name = music.name(in: phrases).plain()
            report.say("Music removed: \(name)", "已移除配乐：\(name)")
        }
        for music in pairs.added {
            let name = music.name(in: phrases).plain()
            let volume = music.volume.map { phrases.inBrackets(["\($0)%"]) } ?? ""
            report.say("Music added: \(name)\(volume)", "已添加配乐：\(name)\(volume)")
        }
        for (_, before, after) in pairs.kept {
            let names = (before.name(in: phrases).plain(), after.name(in: phrases).plain())
            if names.0 != names.1 {
                let change = phrases.change(names.0, names.1)
                report.say("Music: \(change)", "配乐：\(change)")
            }
            if let old = before.volume, let new = after.volume, old != new {
                let change = phrases.change("\(old)%", "\(new)%")
                report.say("Music volume: \(change)", "配乐音量：\(change)")
            }
            // Music that goes with the whole video needs no words when the video's length changes.
            var changes: [String] = []
            let spans = (phrases.span(of: before), phrases.span(of: after))
            let isWhole = before.covers(old.duration) && after.covers(new.duration)
            if spans.0 != spans.1, !isWhole { changes.append(phrases.change(spans.0, spans.1)) }
            tellChanges(
                of: phrases.choose("Music (\(names.1))", "配乐（\(names.1)）"),
                changes + phrases.settingChanges(before, after)
            )
        }
    }

    private mutating func compareOthers() {
        let pairs = ItemPairs(old.items(.other), new.items(.other))
        for item in pairs.removed {
            let name = item.name(in: phrases).plain()
            report.say("Removed: \(name)", "已移除：\(name)")
        }
        for item in pairs.added {
            let name = item.name(in: phrases).plain()
            report.say("Added: \(name) (\(phrases.span(of: item)))", "已添加：\(name)（\(phrases.span(of: item))）")
        }
        for (_, before, after) in pairs.kept {
            var changes: [String] = []
            let spans = (phrases.span(of: before), phrases.span(of: after))
            if spans.0 != spans.1 { changes.append(phrases.change(spans.0, spans.1)) }
            changes += phrases.volumeChange(before, after) + phrases.settingChanges(before, after)
            tellChanges(of: after.name(in: phrases).plain(), changes)
        }
    }

    private mutating func tellChanges(of name: String, _ changes: [String]) {
        guard !changes.isEmpty else { return }
        report.say("\(name.sentenceStart): \(phrases.clauses(changes))", "\(name)：\(phrases.clauses(changes))")
    }
}

extension DraftDigest.Item {
    fileprivate func covers(_ length: Milliseconds) -> Bool { start == .zero && duration == length }
}
