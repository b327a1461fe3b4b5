import TestKit
import Timeline

extension Random {
    mutating func transition() -> Transition {
        Transition(
            pick(TransitionStyle.allCases),
            duration: Milliseconds(number(100...3000)),
            direction: pick(Direction.allCases),
            easing: isTrue() ? pick(Easing.allCases) : nil
        )
    }

    mutating func look() -> Look {
        var look = Look(isTrue() ? pick(Filter.allCases) : nil)
        for adjustment in Adjustment.allCases where isTrue(oneIn: 3) { look[adjustment] = number(0...100) }
        if isTrue(oneIn: 5) {
            look.table = Look.Table(media: "table", name: "mine.cube", strength: pick([100, 50, 1]))
        }
        return look
    }

    mutating func motion() -> Motion {
        Motion(
            pick(Move.allCases),
            focusX: Double(number(0...100)) / 100,
            focusY: Double(number(0...100)) / 100,
            strength: Double(number(0...40)) / 100,
            pinned: isTrue(oneIn: 4),
            focusPinned: isTrue(oneIn: 6),
            strengthPinned: isTrue(oneIn: 6)
        )
    }

    mutating func segment(id: SegmentID) -> Segment {
        Segment(
            id: id,
            media: "medium\(number(1...40))",
            kind: pick([.photo, .photo, .photo, .clip, .animation]),
            name: pick(["a.jpg", "海边.heic", "my \"best\" shot.png", "no-ending", "🌅.webp"]),
            size: PixelSize(width: number(1...9000), height: number(1...9000)),
            duration: Milliseconds(number(100...9000)),
            durationPinned: isTrue(oneIn: 4),
            sourceStart: Milliseconds(number(0...5000)),
            fit: pick(Fit.allCases),
            motion: motion(),
            transition: transition(),
            look: isTrue() ? look() : .plain
        )
    }

    mutating func text(id: SegmentID) -> TextSegment {
        TextSegment(
            id: id,
            text: pick(["Paradise Found", "a \"quoted\" & <b>title</b>", "樱花 🌸", "שלום", "tab\tand\nline", ""]),
            start: Milliseconds(number(0...9000)),
            duration: Milliseconds(number(100...9000)),
            style: TextStyle(
                position: pick(TextPosition.allCases),
                color: pick(["white", "#FF00aa"]),
                size: Double(number(1...50)) / 100,
                fadeIn: Milliseconds(number(0...900)),
                fadeOut: Milliseconds(number(0...900))
            )
        )
    }

    mutating func music() -> Music? {
        guard !isTrue(oneIn: 4) else { return nil }
        let source: Music.Source =
            isTrue() ? .mood(pick(Mood.allCases), seed: number(-9...9)) : .song(media: "song", name: "mine.mp3")
        return Music(source, volume: number(0...200))
    }

    mutating func timeline(segments: ClosedRange<Int>) -> Timeline {
        let count = number(segments)
        return Timeline(
            aspect: pick(Aspect.allCases),
            segments: (0..<count).map { segment(id: "s\($0)") },
            texts: (0..<number(0...3)).map { text(id: "t\($0)") },
            music: music(),
            cutsOnBeat: isTrue(),
            defaults: Timeline.Defaults(stillDuration: Milliseconds(number(100...9000)), transition: transition())
        )
    }

    /// A command for this timeline; one in ten does not fit it.
    mutating func command(for timeline: Timeline, depth: Int = 0) -> EditCommand {
        let ids = timeline.segments.map(\.id)
        func values<Value>(_ value: (inout Random) -> Value) -> [SegmentID: Value] {
            var chosen = ids.filter { _ in isTrue(oneIn: 3) }
            if isTrue(oneIn: 20) { chosen.append("nobody") }
            return Dictionary(chosen.map { ($0, value(&self)) }, uniquingKeysWith: { $1 })
        }
        switch number(0...19) {
        case 0, 1:
            let added = (0..<number(0...3)).map { _ in segment(id: "s\(number(100...100_000))") }
            return .insert(segments: added, index: number(0...ids.count + (isTrue(oneIn: 10) ? 1 : 0)))
        case 2:
            var gone = ids.filter { _ in isTrue(oneIn: 3) }.shuffled(using: &self)
            if isTrue(oneIn: 10) { gone.append(pick(["nobody", gone.first ?? "nobody"])) }
            return .remove(segments: gone)
        case 3, 4:
            let order = ids.shuffled(using: &self)
            return .reorder(segments: isTrue(oneIn: 10) ? order.dropLast() + ["nobody"] : order)
        case 5: return .setDurations(values { Milliseconds($0.number($0.isTrue(oneIn: 20) ? 0...99 : 100...9000)) })
        case 6: return .setDurationPins(values { $0.isTrue() })
        case 7: return .setSourceStarts(values { Milliseconds($0.number(0...9000)) })
        case 8: return .setTransitions(values { $0.transition() })
        case 9: return .setMotions(values { $0.motion() })
        case 10: return .setFits(values { $0.pick(Fit.allCases) })
        case 11:
            return .insertText(
                text(id: "t\(number(0...(isTrue() ? 1 : 100_000)))"),
                index: number(0...timeline.texts.count)
            )
        case 12: return .removeText(timeline.texts.randomElement(using: &self)?.id ?? "nobody")
        case 13: return .updateText(text(id: timeline.texts.randomElement(using: &self)?.id ?? "nobody"))
        case 17: return .setLooks(values { $0.isTrue() ? $0.look() : .plain })
        case 18: return .setSounds(values { ClipSound(volume: $0.number(0...400), ducksMusic: $0.isTrue()) })
        case 14: return .setMusic(isTrue(oneIn: 10) ? Music(.mood(.piano, seed: 1), volume: 201) : music())
        case 15: return .setCutsOnBeat(isTrue())
        case 16:
            return isTrue()
                ? .setAspect(pick(Aspect.allCases)) : .setDefaults(Timeline.Defaults(transition: transition()))
        default:
            guard depth < 3 else { return .batch([]) }
            var now = timeline
            var commands: [EditCommand] = []
            for _ in 0..<number(0...4) {
                let next = command(for: now, depth: depth + 1)
                commands.append(next)
                if let (changed, _) = try? now.applying(next) { now = changed } else { break }
            }
            return .batch(commands)
        }
    }
}
