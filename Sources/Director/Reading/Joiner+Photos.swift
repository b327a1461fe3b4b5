import Timeline

/// Joins words that speak of photos: "the last two", "photos 1-3 and 5", "the vertical one", 日落那张.
extension Joiner {
    static func photos(in tokens: [Token], of message: Message) -> [Token] {
        var joiner = Joiner(tokens, of: message)
        joiner.nameSlides()
        while joiner.next < joiner.input.count { if !joiner.joinPhotos() { joiner.pass() } }
        joiner.rewind()
        while joiner.next < joiner.input.count { if !joiner.joinLists() { joiner.pass() } }
        return joiner.output
    }

    /// "Slide 3" and "each slide" are photos; "slide into photo 3" is a transition.
    private mutating func nameSlides() {
        for index in input.indices where input[index].concept == .transition(.slide) {
            guard message.plain[input[index].range].starts(with: "slide") else { continue }
            let before = index > 0 ? input[index - 1].concept : .filler
            let after = index + 1 < input.count ? input[index + 1].concept : .filler
            var isPhoto = [.the, .each, .all].contains(before)
            if case .ordinal = before { isPhoto = true }
            if case .number = after { isPhoto = true }
            if case .noun(.transition) = after { isPhoto = false }
            if isPhoto { input[index].concept = .noun(.photo) }
        }
    }

    private mutating func joinPhotos() -> Bool {
        let determiner = [.the, .a].contains(peek()) ? 1 : 0
        guard let (picks, count, isBare) = photos(at: determiner) else { return false }
        join(determiner + count, into: .photos(PhotoReference(picks, isBare: isBare)))
        return true
    }

    private typealias Found = ([PhotoReference.Pick], count: Int, isBare: Bool)

    private func photos(at offset: Int) -> Found? {
        guard let concept = peek(offset) else { return nil }
        switch concept {
        case .ordinal(let place):
            return ordinals(from: place, at: offset)
        case .noun(.photo), .noun(.clip), .hash:
            return numbered(at: offset) ?? described(at: offset)
        case .name:
            return named(at: offset)
        case .all, .each:
            let after = skipped(offset + 1) { [.the, .link(.of), .filler].contains($0) }
            // "All of clip 2" is one of them.
            if case .number = peek(after + 1) { return nil }
            return isPhotoWord(after) ? ([.all], swallow(after + 1) - offset, false) : nil
        case .frame(let frame) where frame != .square:
            let after = skipped(offset + 1) { $0 == .filler || $0 == .a }
            let isOne = peek(after) == .one || peek(after) == .same || peek(after) == .number(1)
            guard isOne || (isPhotoWord(after) && offset == 1 && peek() == .the) else { return nil }
            return ([.shape(tall: frame == .portrait)], swallow(after + 1) - offset, false)
        case .judged, .another:
            return judged(at: offset)
        case .same:
            return ([.same], swallow(offset + 1) - offset, false)
        case .new:
            let after = skipped(offset + 1) { $0 == .filler || $0 == .one }
            guard isPhotoWord(after) || peek(after) == .noun(.media) || peek(offset + 1) == .one else { return nil }
            return ([.new], max(after + 1, offset + 2) - offset, false)
        case .link(.before), .link(.after):
            // 前两张, 后两张
            guard case .number(let number) = peek(offset + 1), peek(offset + 2) == .counter else { return nil }
            let count = Joiner.whole(number)
            let pick: PhotoReference.Pick = concept == .link(.before) ? .first(count) : .last(count)
            return ([pick], swallow(offset + 2) - offset, false)
        case .number(let number):
            return counted(Joiner.whole(number), at: offset)
        default:
            return nil
        }
    }

    /// The blurry one; the other photo; 模糊的那张; 模糊的.
    private func judged(at offset: Int) -> Found? {
        let isOther = peek(offset) == .another
        guard !isOther || (offset == 1 && peek() == .the) else { return nil }
        let end = swallow(offset + 1)
        if end > offset + 1 { return ([isOther ? .same : .judged], end - offset, false) }
        let isNoun = !isOther && isHan(offset) && peek(offset + 1) == .filler && isSpelled(offset + 1, "的")
        return isNoun ? ([.judged], 2, false) : nil
    }

    /// The third photo; the first two; the second and third pictures; 第二到四张.
    private func ordinals(from place: Int, at offset: Int) -> Found? {
        if place == 1 || place == -1, case .number(let number) = peek(offset + 1) {
            let count = Joiner.whole(number)
            let after = swallow(offset + 2)
            guard after > offset + 2 || isEnd(after) else { return nil }
            return ([place == 1 ? .first(count) : .last(count)], after - offset, false)
        }
        if let (last, after) = ordinalRange(at: offset) {
            return ([.range(place, last)], swallow(after) - offset, false)
        }
        var picks: [PhotoReference.Pick] = [.position(place)]
        var after = offset + 1
        while let (next, end) = nextOrdinal(at: after) {
            picks.append(.position(next))
            after = end
        }
        let end = swallow(after)
        if end > after { return (picks, end - offset, false) }
        // "The first" alone is a photo; "put it first" is not.
        guard offset == 1, peek() == .the, isEnd(offset + 1) else { return nil }
        return ([.position(place)], 1, false)
    }

    private func nextOrdinal(at offset: Int) -> (Int, end: Int)? {
        let after = skipped(offset) { $0 == .and || $0 == .comma || $0 == .the || $0 == .or }
        guard after > offset, case .ordinal(let place) = peek(after) else { return nil }
        return (place, after + 1)
    }

    private func ordinalRange(at offset: Int) -> (last: Int, end: Int)? {
        guard peek(offset + 1) == .link(.to) || peek(offset + 1) == .dash else { return nil }
        let after = skipped(offset + 2) { $0 == .the }
        switch peek(after) {
        case .ordinal(let last) where swallow(after + 1) > after + 1: return (last, after + 1)
        case .number(let last) where swallow(after + 1) > after + 1: return (Joiner.whole(last), after + 1)
        default: return nil
        }
    }

    /// Photo 3; photos 1, 3 and 5; #2.
    private func numbered(at offset: Int) -> Found? {
        let first = skipped(offset + 1) { [.hash, .noun(.position), .dash].contains($0) }
        let isPlural = message.plain[input[next + offset].range].last == "s"
        guard let (picks, end) = numbers(at: first, withTo: isPlural || !hasVerb([.move, .swap, .set])) else {
            return nil
        }
        return (picks, end - offset, false)
    }

    /// The photo of the sunset; the picture sunset.jpg; the photo that is vertical is asked too rarely.
    private func described(at offset: Int) -> Found? {
        let after = skipped(offset + 1) { [.link(.of), .with, .the, .a].contains($0) }
        guard let (picks, count, _) = named(at: after) else { return nil }
        return (picks, after + count - offset, false)
    }

    private func named(at offset: Int) -> Found? {
        guard case .name(var match) = peek(offset) else { return nil }
        var end = offset + 1
        while case .name(let more) = peek(end) {
            let both = match.media.filter(more.media.contains)
            if both.isEmpty { break }
            match = NameMatch(
                said: match.said + " " + more.said,
                media: both,
                isExact: match.isExact || more.isExact,
                isSong: match.isSong && more.isSong
            )
            end += 1
        }
        return ([.named(match)], swallow(end) - offset, false)
    }

    /// Five photos; five vacation photos; 1 and 2; 2-4.
    private func counted(_ count: Int, at offset: Int) -> Found? {
        var after = offset + 1
        if case .word = peek(after), isPhotoWord(after + 1) { after += 1 }
        if case .name = peek(after), isPhotoWord(after + 1) { after += 1 }
        if isPhotoWord(after) { return ([.count(count)], swallow(after) - offset, false) }
        let previous = output.last?.concept
        let isAfterFrom = previous == .link(.from) || previous == .noun(.volume)
        let withTo = previous == .verb(.remove) || previous == .verb(.keep) || previous == .only
        guard !isAfterFrom, let (picks, end) = numbers(at: offset, withTo: withTo), end > offset + 1 else { return nil }
        return (picks, swallow(end) - offset, true)
    }

    /// A list of numbers and ranges.
    private func numbers(at offset: Int, withTo: Bool) -> ([PhotoReference.Pick], end: Int)? {
        var picks: [PhotoReference.Pick] = []
        var end = offset
        var start = offset
        while case .number(let number) = peek(start) {
            let first = Joiner.whole(number)
            let isJoined =
                peek(start + 1) == .dash || (withTo && [.link(.to), .link(.until)].contains(peek(start + 1)))
            let last = skipped(start + 2) { $0 == .hash }
            if isJoined, case .number(let number) = peek(last) {
                picks.append(.range(first, Joiner.whole(number)))
                end = last + 1
            } else {
                // "Photo 2, 5 photos": the five are not part of the list.
                if start > offset, isPhotoWord(start + 1) { break }
                picks.append(.position(first))
                end = start + 1
            }
            let after = skipped(end) { [.and, .comma, .or].contains($0) }
            guard after > end else { break }
            start = skipped(after) { $0 == .hash }
        }
        return picks.isEmpty ? nil : (picks, end)
    }

    /// Photo 2 and the sunset; but not "after photo 2 and photo 3 …".
    private mutating func joinLists() -> Bool {
        guard case .photos(var reference) = peek() else { return false }
        let isAnchor = [.link(.before), .link(.after)].contains(output.last?.concept)
        guard !isAnchor else { return false }
        var end = 1
        while true {
            let after = skipped(end) { [.and, .comma, .or].contains($0) }
            guard after > end, case .photos(let more) = peek(after), !isFollowedByAnchor(after) else { break }
            reference.picks += more.picks
            reference.isBare = reference.isBare && more.isBare
            end = after + 1
        }
        guard end > 1 else { return false }
        join(end, into: .photos(reference))
        return true
    }

    /// 把第一张放到第二张前面: the second photo is where to, not what.
    private func isFollowedByAnchor(_ offset: Int) -> Bool {
        [.link(.before), .link(.after)].contains(peek(offset + 1))
    }
}
