extension TimelineReport {
    /// A property of a segment that changed, in words.
    private struct Change {
        var part: Phrases.Part
        var before: String
        var after: String
    }

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
            let range = shortest.secondsText() + "-" + longest.length(in: language)
            let change = olds.map { phrases.change($0, range) } ?? phrases.choose("now ", "现为 ") + range
            let who = phrases.parts(changed.map(\.part), of: kept.count)
            say("\(who.sentenceStart): \(change) each", "\(who)：每\(counter(changed)) \(change)")
            return
        }
        let changes = changed.map { pair in
            let isTold = pair.old.duration.length(in: language) != pair.new.duration.length(in: language)
            let places = isTold ? 2 : 3
            return Change(
                part: pair.part,
                before: pair.old.duration.length(in: language, places: places),
                after: pair.new.duration.length(in: language, places: places)
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
        let inner = kept.filter { $0.number > 1 }
        let changed = inner.filter { $0.old.transition != $0.new.transition }
        let changes = changed.map { pair in
            Change(
                part: pair.part,
                before: pair.old.transition.name(in: language),
                after: pair.new.transition.name(in: language)
            )
        }
        for group in groups(of: changes) {
            let change =
                group.before.map { phrases.change($0, group.after) } ?? phrases.choose("now ", "现为 ") + group.after
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
        let moving = kept.filter { pair in
            pair.new.motion.pinned || alsoChosenMotions
        }
        let motions = moving.compactMap { pair -> Change? in
            let before = phrases.motion(pair.old.motion, beside: pair.new.motion)
            let after = phrases.motion(pair.new.motion, beside: pair.old.motion)
            return before == after ? nil : Change(part: pair.part, before: before, after: after)
        }
        let groups = groups(of: motions)
        if groups.count > 3 {
            let who = phrases.parts(motions.map(\.part), of: kept.count)
            say("\(who.sentenceStart): new motions", "\(who)：换了新的运镜")
        } else {
            tell(motions, of: kept.count, noun: phrases.choose("motion ", "运镜 "), each: false)
        }
        let fits = kept.filter { $0.old.fit != $0.new.fit }.map { pair in
            Change(part: pair.part, before: pair.old.fit.name(in: language), after: pair.new.fit.name(in: language))
        }
        tell(fits, of: kept.count, noun: phrases.choose("fit: ", "画面适配："), each: false)
    }

    private mutating func tell(_ changes: [Change], of total: Int, noun: String, each: Bool) {
        for group in groups(of: changes) {
            let change =
                group.before.map { phrases.change($0, group.after) } ?? phrases.choose("now ", "现为 ") + group.after
            let who =
                group.parts.count == 1
                ? phrases.name(group.parts[0]) : phrases.parts(group.parts, of: total)
            let isEach = each && group.parts.count > 1
            say(
                "\(who.sentenceStart): \(noun)\(change)\(isEach ? " each" : "")",
                "\(who)：\(noun)\(isEach ? "各 " : "")\(change)"
            )
        }
    }

    /// Changes that are alike, in the order of their first: to the same, and from the same unless many would remain.
    private func groups(of changes: [Change]) -> [(before: String?, after: String, parts: [Phrases.Part])] {
        func grouped(_ key: (Change) -> [String]) -> [[Change]] {
            var places: [[String]: Int] = [:]
            var groups: [[Change]] = []
            for change in changes {
                let key = key(change)
                if let place = places[key] {
                    groups[place].append(change)
                } else {
                    places[key] = groups.count
                    groups.append([change])
                }
            }
            return groups
        }
        let exact = grouped { [$0.before, $0.after] }
        let groups = exact.count <= 3 ? exact : grouped { [$0.after] }
        return groups.map { group in
            let befores = Set(group.map(\.before))
            return (befores.count == 1 ? befores.first : nil, group[0].after, group.map(\.part))
        }
    }
}

extension Phrases {
    /// A motion in words, with its extent only where it is all that differs from `other`.
    fileprivate func motion(_ motion: Motion, beside other: Motion) -> String {
        let name = motion.move.name(in: language)
        guard motion.move == other.move, motion.move != .none else { return name }
        if motion.strength != other.strength { return "\(name) \(percent(motion.strength))" }
        guard motion.focusX != other.focusX || motion.focusY != other.focusY else { return name }
        let focus = "\(percent(motion.focusX)), \(percent(motion.focusY))"
        return choose("\(name) on (\(focus))", "\(name)，焦点（\(focus)）")
    }
}
