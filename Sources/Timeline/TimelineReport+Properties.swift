extension TimelineReport {
    mutating func tellMedia(_ kept: [Kept]) {
        for pair in kept where pair.old.media != pair.new.media {
            let number = phrases.number(pair.part)
            let names = phrases.change(pair.old.name.plain(), pair.new.name.plain())
            say("\(number.sentenceStart): \(names)", "\(number)：\(names)")
        }
    }

    mutating func tellLengths(_ kept: [Kept]) {
        let changed = kept.filter { $0.old.duration != $0.new.duration }
        let befores = Set(changed.map(\.old.duration))
        let afters = Set(changed.map(\.new.duration))
        // A length for each, by the beat or to fill a total: the range says it.
        if changed.count > 3, afters.count > 1, let shortest = afters.min(), let longest = afters.max() {
            let olds = befores.count == 1 ? changed[0].old.duration.length(in: language) : nil
            let range = phrases.range(shortest, longest)
            let change = olds.map { phrases.change($0, range) } ?? phrases.choose("now ", "现为 ") + range
            let who = phrases.parts(changed.map(\.part), of: kept.count)
            say("\(who.sentenceStart): \(change) each", "\(who)：每\(counter(changed)) \(change)")
            return
        }
        let changes = changed.map { pair in
            let isTold = pair.old.duration.length(in: language) != pair.new.duration.length(in: language)
            let places = isTold ? 2 : 3
            return Change(
                pair.part,
                pair.old.duration.length(in: language, places: places),
                pair.new.duration.length(in: language, places: places)
            )
        }
        tell(changes, of: kept.count, noun: "", each: true)
        for pair in kept where pair.old.sourceStart != pair.new.sourceStart {
            let name = phrases.name(pair.part)
            let change = phrases.change(pair.old.sourceStart, pair.new.sourceStart)
            say("\(name.sentenceStart): begins at \(change) of the file", "\(name)：从文件的 \(change) 处开始")
        }
    }

    private func counter(_ pairs: [Kept]) -> String {
        pairs.allSatisfy { $0.new.kind == .photo } ? "张" : "个"
    }

    mutating func tellTransitions(_ kept: [Kept]) {
        // The first segment's transition is never seen.
        let changes = kept.filter { $0.number > 1 }.map { pair in
            Change(pair.part, pair.old.transition.name(in: language), pair.new.transition.name(in: language))
        }.filter { $0.before != $0.after }
        let groups = groups(of: changes)
        guard groups.count <= TimelineReport.mostGroups else {
            let names = phrases.list(changes.map(\.after), atMost: 12)
            say("\(changes.count) transitions changed: \(names)", "已更改 \(changes.count) 处转场：\(names)")
            return
        }
        for group in groups {
            let change = words(of: group)
            if group.parts.count == new.segments.count - 1, group.parts.count > 1 {
                say("All transitions: \(change)", "全部转场：\(change)")
            } else if group.parts.count == 1 {
                let part = group.parts[0]
                let time = new.starts[part.number - 1].secondsText()
                let name = phrases.name(part)
                say("Transition into \(name), at \(time)s: \(change)", "进入\(name)的转场（\(time) 秒处）：\(change)")
            } else {
                let who = phrases.parts(group.parts, of: nil)
                say("Transitions into \(who): \(change)", "进入\(who)的转场：\(change)")
            }
        }
    }

    mutating func tellLooks(_ kept: [Kept], alsoChosenMotions: Bool) {
        let motions = kept.filter { alsoChosenMotions || $0.new.motion.pinned }.map { pair in
            Change(
                pair.part,
                phrases.motion(pair.old.motion, beside: pair.new.motion, subject: pair.new.subject),
                phrases.motion(pair.new.motion, beside: pair.old.motion, subject: pair.new.subject)
            )
        }.filter { $0.before != $0.after }
        if groups(of: motions).count > TimelineReport.mostGroups {
            let who = phrases.parts(motions.map(\.part), of: kept.count)
            say("\(who.sentenceStart): new motions", "\(who)：换了新的运镜")
        } else {
            tell(motions, of: kept.count, noun: phrases.choose("motion ", "运镜 "), each: false)
        }
        let fits = kept.filter { $0.old.fit != $0.new.fit }.map { pair in
            Change(pair.part, pair.old.fit.name(in: language), pair.new.fit.name(in: language))
        }
        tell(fits, of: kept.count, noun: phrases.choose("fit: ", "画面适配："), each: false)
        let looks = kept.filter { $0.old.look != $0.new.look }.map { pair in
            Change(pair.part, pair.old.look.name(in: language), pair.new.look.name(in: language))
        }
        tell(looks, of: kept.count, noun: phrases.choose("look: ", "滤镜："), each: false)
    }
}

extension Phrases {
    /// A motion in words, with its extent and its focus only where they differ from `other` and are worth saying.
    fileprivate func motion(_ motion: Motion, beside other: Motion, subject: Subject?) -> String {
        let name = motion.move.name(in: language)
        guard motion.move != .none || motion.focusPinned else { return name }
        var words = name
        if motion.move == other.move, motion.strength != other.strength { words += " " + percent(motion.strength) }
        let isElsewhere = motion.focusX != other.focusX || motion.focusY != other.focusY
        let isPinned = motion.focusPinned || other.focusPinned
        guard isElsewhere, isPinned || motion.move == other.move else { return words }
        let place = focus(motion, subject)
        return choose("\(words) on \(place)", "\(words)，对准\(place)")
    }

    /// "The upper right", or the faces that it looks at.
    private func focus(_ motion: Motion, _ subject: Subject?) -> String {
        if !motion.focusPinned, let subject, !subject.faces.isEmpty,
            subject.focus == UnitPoint(x: motion.focusX, y: motion.focusY)
        {
            return subject.faces.count == 1 ? choose("the face", "人脸") : choose("the faces", "人脸")
        }
        func third(_ part: Double) -> Int { part < 0.4 ? 0 : part > 0.6 ? 2 : 1 }
        let english = [
            ["the upper left", "the top", "the upper right"], ["the left", "the center", "the right"],
            ["the lower left", "the bottom", "the lower right"],
        ]
        let chinese = [["左上方", "上方", "右上方"], ["左边", "中间", "右边"], ["左下方", "下方", "右下方"]]
        let (row, column) = (third(motion.focusY), third(motion.focusX))
        return choose(english[row][column], chinese[row][column])
    }
}
