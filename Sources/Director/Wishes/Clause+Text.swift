import Timeline

/// Titles, end titles and captions.
extension Clause {
    mutating func readText(into wishes: inout [Wish]) {
        let hasNoun = contains(anyOf: [.noun(.title), .noun(.endTitle), .noun(.caption), .noun(.text)])
        let words = index { if case .text = $0 { true } else { false } }
        guard hasNoun || words != nil || (topic == .text && isAboutStyle) else { return }
        // A quotation by itself asks for nothing.
        guard hasNoun || words == nil || verb != nil || topic == .text || tokens.count > 1 else { return }
        var wish = TextWish()
        wish.kind = takeKind()
        if words != nil, !hasNoun, take(.verb(.end)) { wish.kind = .endTitle }
        if let words, case .text(let text) = tokens[words].concept {
            use(words)
            wish.text = text
        }
        if isRemoving {
            takeRemoval()
            let photos = takeAnyPhotos()
            wishes.append(.removeText(hasNoun ? wish.kind : nil, photos, wish.text))
            return
        }
        wish.isChange = contains(.verb(.set))
        takeStyle(into: &wish)
        takeTimes(into: &wish)
        if let photos = takePhotos() ?? takeEachPhoto() {
            wish.photos = photos
            if wish.kind == .title, wish.text != nil { wish.kind = .caption }
        } else if wish.kind == .caption, earlierPhotos != nil, take(.it) {
            wish.photos = earlierPhotos
        }
        takeLightVerbs()
        takeVerbs(.write)
        takeAll(.says, .noun(.text), .noun(.photo), .noun(.position), .noun(.color), .noun(.size), .it, .noun(.title))
        wishes.append(.text(wish))
    }

    private mutating func takeEachPhoto() -> PhotoReference? {
        take(.each) ? .all : nil
    }

    private mutating func takeKind() -> TextKind {
        if take(.noun(.endTitle)) { return .endTitle }
        if take(.noun(.title)) { return .title }
        if take(.noun(.caption)) { return .caption }
        let isOnPhoto = says(.verb(.write)) || says(.noun(.text))
        return isOnPhoto && photos != nil ? .caption : .title
    }

    /// A part that says only how the text spoken of before looks: "yellow", "at the bottom for 5 seconds".
    private var isAboutStyle: Bool {
        let meaningful = leftovers.map { tokens[$0].concept }
        let hasVerb = meaningful.contains { if case .verb = $0 { true } else { false } }
        let fits = meaningful.allSatisfy { concept in
            switch concept {
            case .color, .place, .position, .degree(.bigger), .degree(.smaller), .always, .verb(.make), .verb(.move),
                .verb(.show), .noun(.position), .noun(.color), .noun(.size), .says, .verb(.set):
                return true
            case .duration:
                // "For 5 seconds" goes on about the text, "30 seconds" about the video.
                return (says(.link(.for)) || says(.link(.from)) || says(.verb(.show))) && !says(.verb(.make))
                    && !says(.it)
            default:
                return false
            }
        }
        return !meaningful.isEmpty && fits && !(hasVerb && meaningful.count == 1)
    }

    private mutating func takeStyle(into wish: inout TextWish) {
        if let color = takeFirst({ if case .color(let color) = $0 { color } else { nil } }) { wish.color = color }
        if take(.degree(.bigger)) { wish.size = 1.3 }
        if take(.degree(.smaller)) { wish.size = 1 / 1.3 }
        if wish.size == nil, let factor = takeFirst({ if case .factor(let factor) = $0 { factor } else { nil } }) {
            wish.size = factor
        }
        wish.position = takePosition()
    }

    mutating func takePosition() -> TextPosition? {
        if let position = takeFirst({ if case .position(let position) = $0 { position } else { nil } }) {
            takeAll(.place(.corner))
            return position
        }
        let isTop = take(.place(.top))
        let isBottom = take(.place(.bottom))
        let isLeft = take(.place(.left))
        let isRight = take(.place(.right))
        let isMiddle = take(.place(.middle))
        takeAll(.place(.corner))
        switch (isTop, isBottom, isLeft, isRight) {
        case (true, false, false, false): return .topCenter
        case (true, false, true, false): return .topLeft
        case (true, false, false, true): return .topRight
        case (false, true, false, false): return .bottomCenter
        case (false, true, true, false): return .bottomLeft
        case (false, true, false, true): return .bottomRight
        case (false, false, true, false): return .centerLeft
        case (false, false, false, true): return .centerRight
        default: return isMiddle ? .center : nil
        }
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
            if wish.kind == .title, wish.text != nil { wish.kind = .endTitle } else { wish.times.append(.end) }
        }
    }
}
