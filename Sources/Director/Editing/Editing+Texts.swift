import Timeline

/// Titles, end titles and captions. What a text is shows in its id, so that it keeps its place through edits:
/// an end title stays at the end, a caption on its photo.
extension Editing {
    static func kind(of text: TextSegment) -> TextKind {
        if text.id.hasPrefix("end") { return .endTitle }
        return text.id.hasPrefix("caption") ? .caption : .title
    }

    /// The segment a caption belongs to.
    static func segment(of caption: TextSegment) -> SegmentID? {
        guard kind(of: caption) == .caption, let dash = caption.id.firstIndex(of: "-") else { return nil }
        return String(caption.id[caption.id.index(after: dash)...])
    }

    private func texts(_ kind: TextKind) -> [TextSegment] {
        timeline.texts.filter { Editing.kind(of: $0) == kind }
    }

    mutating func write(_ wish: TextWish) throws(Refusal) {
        guard !timeline.segments.isEmpty else { throw emptyTimeline }
        if wish.kind == .caption { return try caption(wish) }
        let existing = texts(wish.kind)
        guard let words = wish.text else { return try restyle(existing, wish) }
        var new = TextSegment(id: "\(wish.kind == .title ? "title" : "end")-\(freeNumber)", text: words)
        new.duration = min(new.duration, timeline.duration)
        if wish.kind == .endTitle { new.start = timeline.duration - new.duration }
        new = try styled(new, wish)
        // A second title at the same time and place would cover the first: it takes its place.
        let hidden = existing.first { old in
            let overlaps = old.start < new.start + new.duration && new.start < old.start + old.duration
            return overlaps && (old.style.position == new.style.position || wish.position == nil)
        }
        if var old = wish.isChange ? existing.last : hidden {
            old.text = words
            try apply(.updateText(styled(old, wish)))
        } else {
            try apply(.insertText(new, index: timeline.texts.count))
        }
    }

    private mutating func restyle(_ existing: [TextSegment], _ wish: TextWish) throws(Refusal) {
        let saysNothing = wish == TextWish(kind: wish.kind, isChange: wish.isChange)
        guard let last = existing.last ?? (wish.kind == .title && !saysNothing ? timeline.texts.last : nil),
            !saysNothing
        else {
            throw saysNothing
                ? refuse("What shall it say? For example: title 'Summer 2024'", "标题写什么？例如：标题“夏天的回忆”")
                : refuse("There is no title yet. Say: title 'Summer 2024'", "还没有标题。可以说：标题“夏天的回忆”")
        }
        try apply(.updateText(styled(last, wish)))
    }

    private mutating func caption(_ wish: TextWish) throws(Refusal) {
        let photos = wish.photos
        if wish.text == nil, photos == nil {
            let captions = texts(.caption)
            guard !captions.isEmpty, wish != TextWish(kind: .caption, isChange: wish.isChange) else {
                throw captionQuestion
            }
            for caption in captions { try apply(.updateText(styled(caption, wish))) }
            return
        }
        guard let photos else { throw captionQuestion }
        for id in try segments(photos) {
            guard let segment = timeline.segment(id), let start = timeline.start(of: id) else { continue }
            let name = "caption-\(id)"
            if var old = timeline.text(name) {
                old.text = wish.text ?? old.text
                try apply(.updateText(styled(old, wish)))
            } else if let words = wish.text {
                let style = TextStyle(position: .bottomCenter, size: 0.06)
                let new = TextSegment(id: name, text: words, start: start, duration: segment.duration, style: style)
                try apply(.insertText(styled(new, wish), index: timeline.texts.count))
            } else {
                throw captionQuestion
            }
        }
    }

    private var captionQuestion: Refusal {
        refuse(
            "What shall be written on which photo? For example: write 'Hello' on photo 1",
            "在哪张照片上写什么？例如：在第1张上写“你好”"
        )
    }

    private func styled(_ text: TextSegment, _ wish: TextWish) throws(Refusal) -> TextSegment {
        var text = text
        if let position = wish.position { text.style.position = position }
        if let color = wish.color { text.style.color = color }
        if let factor = wish.size { text.style.size = min(max(text.style.size * factor, 0.03), 0.4) }
        for time in wish.times { move(&text, to: time) }
        let total = timeline.duration
        guard text.start >= .zero, text.start < total, text.duration >= Timeline.segmentLengths.lowerBound else {
            let words = total.length(in: phrases.language)
            throw refuse("The video is \(words) long: the text must be seen within it.", "视频长 \(words)，文字要在这段时间内。")
        }
        text.duration = min(text.duration, total - text.start)
        return text
    }

    private func move(_ text: inout TextSegment, to time: TextWish.Time) {
        switch time {
        case .start(let start): text.start = start
        case .duration(let duration):
            // An end title goes on to the end.
            if Editing.kind(of: text) == .endTitle { text.start = max(timeline.duration - duration, .zero) }
            text.duration = duration
        case .until(let end): text.duration = end - text.start
        case .longer(.to(let duration)): text.duration = duration
        case .longer(.by(let step)): text.duration = text.duration + step
        case .longer(.times(let factor)):
            text.duration = Milliseconds(Int((Double(text.duration.rawValue) * factor / 100).rounded()) * 100)
        case .front: text.start = .zero
        case .end: text.start = max(timeline.duration - text.duration, .zero)
        case .always: (text.start, text.duration) = (.zero, timeline.duration)
        }
    }

    mutating func removeTexts(_ kind: TextKind?, on photos: PhotoReference?, saying words: String?) throws(Refusal) {
        var gone = timeline.texts
        if let photos {
            let names = Set(try segments(photos).map { "caption-\($0)" })
            gone = gone.filter { names.contains($0.id) }
        } else if let kind {
            let ofKind = texts(kind)
            // A single text is what "the title" means, whatever it is.
            gone = ofKind.isEmpty && gone.count == 1 ? gone : ofKind
        }
        if let words { gone = gone.filter { $0.text.lowercased() == words.lowercased() } }
        guard !gone.isEmpty else {
            if made != nil { return }
            throw refuse("There is no such text on the timeline.", "时间线上没有这样的文字。")
        }
        try apply(.batch(gone.map { .removeText($0.id) }))
    }
}
