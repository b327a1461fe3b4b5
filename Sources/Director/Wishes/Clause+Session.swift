import Timeline

/// Undo, redo, starting over, questions and talk.
extension Clause {
    mutating func readSession() -> [Wish]? {
        if isDislike {
            for index in leftovers { use(index) }
            return [.hint(.whatInstead)]
        }
        if contains(.verb(.startOver)) || (contains(.verb(.clear)) && contains(.noun(.everything))) {
            takeVerbs(.startOver, .clear)
            takeAll(.noun(.timeline), .noun(.everything), .noun(.video))
            return [.startOver]
        }
        if contains(.verb(.undo)) {
            takeVerbs(.undo)
            return [.undo(takeSteps())]
        }
        if contains(.verb(.redo)) {
            takeVerbs(.redo)
            return [.redo(takeSteps())]
        }
        // "Export it in 4K" is no export.
        if contains(where: { if case .lacking = $0 { true } else { false } }) { return nil }
        guard let talk = takeFirst({ if case .talk(let talk) = $0 { talk } else { nil } }) else { return nil }
        // "Hi there, thanks": one answer is enough.
        while takeFirst({ if case .talk(let other) = $0, other == talk || talk == .fine { other } else { nil } }) != nil
        {}
        if talk == .export || talk == .upload || talk == .status {
            takeAll(.noun(.video), .noun(.photo), .noun(.timeline), .new, .noun(.media))
            takeVerbs(.show)
        }
        return [.talk(talk)]
    }

    /// "No", "I don't like the title": what to do about it is not said, and neither what the next words are about.
    private var isDislike: Bool {
        if contains(.disliked) { return true }
        return leftovers.count == 1 && tokens[leftovers[0]].concept == .not
    }

    /// "The last two", "two steps", "twice", "everything"; one if nothing is said.
    private mutating func takeSteps() -> Int {
        takeAll(.same, .ordinal(-1), .noun(.step))
        if contains(.all) || take(.noun(.everything)) { return History.limit }
        if let factor = takeFirst({ if case .factor(let factor) = $0 { factor } else { nil } }) {
            return Joiner.whole(factor)
        }
        if let number = takeFirst({ if case .number(let number) = $0 { number } else { nil } }) {
            return Joiner.whole(number)
        }
        if let photos = takePhotos() {
            if case .last(let count) = photos.picks.first { return count }
            if case .position(-1) = photos.picks.first { return 1 }
            return 0
        }
        return 1
    }

    mutating func readQuestion() -> Wish? {
        guard let ask = takeFirst({ if case .ask(let ask) = $0 { ask } else { nil } }) else { return nil }
        takeAll(.ask(.what), .ask(.which), .ask(.howLong), .ask(.howMany), .verb(.show), .verb(.use))
        if ask != .other { takeAll(.ask(.other)) }
        let photos = takePhotos()
        defer { takeAll(.noun(.video), .noun(.timeline), .same, .verb(.add), .new) }
        if let photos, !photos.isAll, photos.picks != [.same] {
            return ask == .howLong || take(.noun(.length)) ? .question(.photoLength(photos)) : nil
        }
        switch ask {
        case .howLong:
            takeAll(.noun(.length), .total)
            return .question(.length)
        case .howMany:
            if take(.noun(.length)) { return .question(.length) }
            guard photos != nil || take(.noun(.photo)) || take(.noun(.clip)) || contains(.counter) else { return nil }
            return .question(.photoCount)
        case .what, .which, .other:
            // "Is it vertical?" asks for nothing that is listed here.
            return readTopicQuestion(photos, isOpen: ask == .what)
        }
    }

    /// Texts of some kind, or `.some(nil)` for all of them.
    private mutating func takeAskedTexts() -> TextKind?? {
        let kinds: [(Noun, TextKind?)] = [
            (.title, .title), (.endTitle, .endCard), (.caption, .caption), (.lowerThird, .lowerThird), (.text, nil),
        ]
        guard let (_, kind) = kinds.first(where: { take(.noun($0.0)) }) else { return nil }
        takeAll(.says, .noun(.text), .noun(.font), .noun(.color), .noun(.position), .link(.on), .verb(.write))
        return .some(kind)
    }

    private mutating func readTopicQuestion(_ photos: PhotoReference?, isOpen: Bool) -> Wish? {
        if take(.noun(.length)) { return .question(.length) }
        if take(.noun(.music)) || take(.noun(.song)) || take(.noun(.volume)) {
            takeAll(.noun(.music), .noun(.volume))
            return .question(.music)
        }
        if let kind = takeAskedTexts() { return .question(.texts(kind)) }
        if take(.noun(.shape)) || take(.noun(.size)) { return .question(.aspect) }
        if take(.noun(.transition)) { return .question(.transitions) }
        if take(.noun(.order)) || photos != nil || take(.noun(.photo)) || take(.noun(.clip)) || take(.noun(.media)) {
            takeAll(.noun(.photo))
            return .question(.photos)
        }
        return isOpen && says(anyOf: [.noun(.timeline), .noun(.video)]) ? .question(.everything) : nil
    }
}
