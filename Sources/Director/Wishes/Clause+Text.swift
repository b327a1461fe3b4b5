import Timeline

/// Titles, captions, lower thirds and end cards.
extension Clause {
    private static let nouns: [(Noun, TextKind?)] = [
        (.endTitle, .endCard), (.lowerThird, .lowerThird), (.title, .title), (.caption, .caption),
    ]

    mutating func readText(into wishes: inout [Wish]) {
        let hasNoun = contains(anyOf: Clause.nouns.map { .noun($0.0) } + [.noun(.text)])
        let words = index { if case .text = $0 { true } else { false } }
        let isAboutIt = isAboutStyle
        guard hasNoun || words != nil || wantsNames || isAboutIt && (topic == .text || saysTextStyle) else { return }
        // A quotation by itself asks for nothing.
        guard hasNoun || words == nil || verb != nil || topic == .text || tokens.count > 1 else { return }
        var wish = TextWish()
        let isUnnamed = !hasNoun && words == nil && !wantsNames
        if isUnnamed, topic == .text, let earlierText {
            (wish.kind, wish.photos, wish.isPlural) = (earlierText.kind, earlierText.photos, earlierText.isPlural)
        } else if isUnnamed {
            (wish.kind, wish.isPlural) = (nil, true)
        } else {
            takeKind(into: &wish, hasWords: words != nil)
        }
        if words != nil, !hasNoun, take(.verb(.end)) { wish.kind = .endCard }
        if let words, case .text(let text) = tokens[words].concept {
            use(words)
            wish.text = text
        }
        wish.usesNames = wish.text == nil && takeNames()
        wish.isAnother = take(.another) || takeOrdinalOfNew(wish)
        takeStyle(into: &wish.style)
        if isRemoving, wish.style.isEmpty {
            takeRemoval()
            let photos = takeAnyPhotos()
            takeAll(.noun(.text), .noun(.photo), .all, .each, .always)
            wishes.append(.removeText(hasNoun ? wish.kind : nil, photos, wish.text))
            return
        }
        if isRemoving { takeRemoval() }
        wish.isChange = contains(.verb(.set)) || contains(.verb(.write)) && says(.link(.to))
        takeTimes(into: &wish)
        takeTarget(into: &wish)
        takeLightVerbs()
        takeVerbs(.write)
        takeAll(
            .says,
            .noun(.text),
            .noun(.photo),
            .noun(.position),
            .noun(.color),
            .noun(.size),
            .it,
            .noun(.title),
            .noun(.font),
            .same,
            .noun(.motion),
            .noun(.speed)
        )
        wishes.append(.text(wish))
    }

    private mutating func takeTarget(into wish: inout TextWish) {
        if let photos = takePhotos() ?? (take(.each) ? .all : nil) ?? takeCaptioned(wish) {
            wish.photos = photos
            if wish.kind == .title, wish.text != nil || wish.usesNames { wish.kind = .caption }
        } else if wish.kind == .caption, wish.photos == nil, earlierPhotos != nil, take(.it) {
            wish.photos = earlierPhotos
        }
        if wish.usesNames {
            (wish.kind, wish.photos) = (.caption, wish.photos ?? .all)
        }
    }

    /// "Caption 1 'Hello'" is that of photo 1.
    private mutating func takeCaptioned(_ wish: TextWish) -> PhotoReference? {
        wish.kind == .caption && wish.text != nil ? takeAnyPhotos() : nil
    }

    private mutating func takeKind(into wish: inout TextWish, hasWords: Bool) {
        for (noun, kind) in Clause.nouns {
            guard let index = index(of: .noun(noun)) else { continue }
            // "Move the title to the lower third" names a place.
            if noun == .lowerThird, isPlace(index) { continue }
            use(index)
            (wish.kind, wish.isPlural) = (kind, tokens[index].isPlural || says(.all) || noun == .caption)
            return
        }
        // All texts, unless one is written now.
        let isOnPhoto = (says(.verb(.write)) || says(.noun(.text))) && (photos != nil || says(.each))
        wish.kind = isOnPhoto ? .caption : hasWords || isRemoving && !says(.all) && !isPluralText ? .title : nil
        if !hasWords, says(.noun(.text)), !isOnPhoto { (wish.kind, wish.isPlural) = (nil, true) }
    }

    /// "Put the file names on the photos", 每张加上文件名.
    private var wantsNames: Bool {
        contains(.noun(.name)) && !isRemoving
            && contains(anyOf: [.verb(.add), .verb(.write), .verb(.show), .verb(.move), .verb(.use)])
    }

    private var isPluralText: Bool {
        tokens.contains { $0.concept == .noun(.text) && $0.isPlural }
    }

    /// "In the lower third" beside another word for a text.
    private func isPlace(_ index: Int) -> Bool {
        let others: [Concept] = [.noun(.title), .noun(.endTitle), .noun(.caption), .noun(.text)]
        guard says(anyOf: others) || tokens.contains(where: { if case .text = $0.concept { true } else { false } })
        else {
            return false
        }
        switch meaningful(before: index) {
        case .link(.at), .link(.in), .link(.on), .link(.to), .link(.into): return true
        default: return false
        }
    }

    /// "With their file names", 用文件名.
    private mutating func takeNames() -> Bool {
        guard contains(.noun(.name)), !contains(.verb(.sort)) else { return false }
        takeAll(.noun(.name), .noun(.media), .own, .it, .link(.from))
        return true
    }

    /// "A second title" is one more; "the second title" would be one that is there.
    private mutating func takeOrdinalOfNew(_ wish: TextWish) -> Bool {
        guard wish.text != nil,
            let index = index(where: { if case .ordinal(let place) = $0 { place > 1 } else { false } })
        else { return false }
        use(index)
        return true
    }

    /// In "a 6 second video titled …" the length is the video's: it stands before that word, with no link between.
    private func isLengthOfVideo(_ index: Int) -> Bool {
        for token in tokens[(index + 1)...] {
            switch token.concept {
            case .noun(.video): return true
            case .link, .noun, .text, .says: return false
            default: continue
            }
        }
        return false
    }

    private mutating func takeTimes(into wish: inout TextWish) {
        for index in indices(where: { if case .duration = $0 { true } else { false } }) {
            guard case .duration(let time) = tokens[index].concept, !isLengthOfVideo(index) else { continue }
            use(index)
            switch meaningful(before: index) {
            case .link(.from), .link(.at), .link(.on): wish.times.append(.start(time))
            case .link(.to), .link(.until), .dash:
                let isRange = wish.times.contains { if case .start = $0 { true } else { false } }
                wish.times.append(isRange || says(.link(.until)) ? .until(time) : .duration(time))
            case .degree(.longer): wish.times.append(.longer(.by(time)))
            default:
                if take(.degree(.longer)) || take(.verb(.extend)) {
                    wish.times.append(.longer(.by(time)))
                } else if take(.degree(.shorter)) || take(.verb(.shorten)) {
                    wish.times.append(.longer(.by(.zero - time)))
                } else {
                    let isRange = meaningful(after: index) == .dash || meaningful(after: index) == .link(.to)
                    wish.times.append(isRange ? .start(time) : .duration(time))
                }
            }
        }
        if take(.degree(.longer)) || take(.verb(.extend)) { wish.times.append(.longer(.times(1.5))) }
        if take(.degree(.shorter)) || take(.verb(.shorten)) { wish.times.append(.longer(.times(1 / 1.5))) }
        if take(.always) { wish.times.append(.always) }
        if take(.place(.front)) { wish.times.append(.front) }
        if take(.place(.end)) || take(.ordinal(-1)) {
            if wish.kind == .title, wish.text != nil { wish.kind = .endCard } else { wish.times.append(.end) }
        }
    }
}
