import Timeline

/// Texts that go with a photo.
extension Editing {
    mutating func writeOnPhotos(_ wish: TextWish) throws(Refusal) {
        guard let photos = wish.photos, let kind = wish.kind else { throw captionQuestion }
        var isWritten = false
        for id in try segments(photos) {
            guard let segment = timeline.segment(id), let start = timeline.start(of: id) else { continue }
            let words = wish.usesNames ? Editing.words(ofName: segment.name) : wish.text
            if var old = timeline.texts.last(where: { $0.anchor == id && $0.kind == kind }), !wish.isAnother {
                if let words { rewrite(&old, words) }
                try apply(.updateText(styled(old, wish)))
                isWritten = true
            } else if let words {
                var new = newText(kind, words)
                if kind == .caption, timeline.text("caption-\(id)") == nil { new.id = "caption-\(id)" }
                new.anchor = id
                new.start = start
                new.duration = kind == .caption ? segment.duration : min(new.duration, segment.duration)
                try apply(.insertText(styled(new, wish), index: timeline.texts.count))
                isWritten = true
            }
        }
        guard isWritten else { throw captionQuestion }
    }

    /// New words for the only caption there is; otherwise it would be a guess which photo is meant.
    mutating func replaceCaption(_ words: String, _ wish: TextWish) throws(Refusal) {
        let captions = texts(.caption)
        guard captions.count == 1, var caption = captions.first, !wish.isAnother else { throw captionQuestion }
        rewrite(&caption, words)
        try apply(.updateText(styled(caption, wish)))
    }

    /// "02-lake_como.jpg" is "Lake como": no ending, no number in front that only orders files, blanks for dashes.
    /// What is a camera's number stays as it is.
    static func words(ofName name: String) -> String {
        let stem = String(NameIndex.stem(of: Array(name)))
        let spaced = stem.map { "_-.".contains($0) ? " " : $0 }
        let words = String(spaced).split(separator: " ")
        let named = words.drop { $0.allSatisfy(\.isNumber) }
        // "IMG_1234" has no words to show but itself.
        guard named.contains(where: { $0.contains(where: \.isLetter) }), let first = named.first else { return stem }
        let rest = named.dropFirst().joined(separator: " ")
        let head = first.prefix(1).uppercased() + first.dropFirst()
        return rest.isEmpty ? head : head + " " + rest
    }
}
