import Timeline

/// How long photos and the video are, and the shape of its frame.
extension Clause {
    mutating func readLength(into wishes: inout [Wish]) {
        let isOfSomethingElse = says(anyOf: [
            .noun(.music), .noun(.song), .noun(.title), .noun(.endTitle), .noun(.caption), .noun(.lowerThird),
            .noun(.transition),
            .noun(.text),
            .noun(.motion),
        ])
        let isOfVideo = isMaking || says(.noun(.video))
        if isOfSomethingElse, !isOfVideo, photos == nil { return }
        let target = lengthTarget()
        guard let change = takeChange(ofVideo: target == nil) else { return }
        takeVerbs(.make, .set, .show, .trim, .use, .turn, .keep)
        takeAll(.noun(.length), .noun(.speed), .total, .each, .degree(.long), .always)
        if target != nil { takeAll(.noun(.photo), .noun(.clip)) }
        if let reference = photos, !isMaking {
            for index in indices(where: { $0 == .photos(reference) }) { use(index) }
        } else if target != nil {
            _ = takeFirst { if case .number = $0 { true } else { nil } }
        }
        wishes.append(.length(target, change))
        // "Longer, but not more than a minute".
        if let bound = takeBound() { wishes.append(.length(target, bound)) }
    }

    private mutating func takeChange(ofVideo isOfVideo: Bool) -> LengthChange? {
        let isSlight = contains(.degree(.slightly))
        let isStrong = contains(.degree(.much))
        // A whole video changes in smaller steps than a photo.
        let step = isOfVideo ? (isSlight ? 1.1 : isStrong ? 1.5 : 1.25) : (isSlight ? 1.25 : isStrong ? 2 : 1.5)
        let isLonger = take(.degree(.longer)) || take(.verb(.extend)) || takeSpeed(.slower)
        let isShorter = !isLonger && (take(.degree(.shorter)) || take(.verb(.shorten)) || takeSpeed(.faster))
        if !isLonger, !isShorter, let bound = takeBound() { return bound }
        if !isBounded, let duration = takeDuration() {
            // 延长到5秒, "extend to 30 seconds": to, not by.
            let isTarget = says(.link(.to)) && !says(.link(.by))
            guard isLonger || isShorter, !isTarget else { return .to(duration) }
            return .by(isLonger ? duration : .zero - duration)
        }
        if isLonger || isShorter {
            let percent = takeFirst { if case .percent(let percent) = $0 { percent } else { nil } }
            if let percent, percent > 0, percent <= 500 {
                return .times(isLonger ? 1 + percent / 100 : max(1 - percent / 100, 0.05))
            }
            if let factor = takeFactor() { return .times(isLonger ? factor : 1 / factor) }
            return .times(isLonger ? step : 1 / step)
        }
        guard says(anyOf: [.noun(.length), .noun(.speed), .degree(.long)]) || verb == .faster else { return nil }
        guard let factor = takeFactor() else { return nil }
        return .times(says(.noun(.speed)) ? 1 / factor : factor)
    }

    /// "At most a minute", "under 30 seconds", 不超过一分钟.
    private var isBounded: Bool { contains(anyOf: [.atMost, .atLeast, .link(.under)]) }

    private mutating func takeBound() -> LengthChange? {
        let isMost = contains(.atMost) || contains(.link(.under))
        guard isMost || contains(.atLeast), let duration = takeDuration() else { return nil }
        takeAll(.atMost, .atLeast, .not, .degree(.longer), .degree(.shorter))
        return isMost ? .atMost(duration) : .atLeast(duration)
    }

    private mutating func takeSpeed(_ verb: Verb) -> Bool {
        take(.verb(verb))
    }

    private mutating func takeFactor() -> Double? {
        if take(.half) { return 0.5 }
        let factor = takeFirst { if case .factor(let factor) = $0 { factor } else { nil } }
        guard let factor, factor > 0.05, factor < 20 else { return nil }
        return factor
    }

    /// Nil is the whole video.
    private mutating func lengthTarget() -> PhotoReference? {
        if !isMaking, let kept = takeException() { return kept }
        if let photos, !isMaking { return photos }
        if says(.each) { return .all }
        if let carriedPhotos { return carriedPhotos }
        if says(anyOf: [.noun(.video), .total]) || isMaking { return nil }
        if let noun = tokens.firstIndex(where: { $0.concept == .noun(.photo) || $0.concept == .noun(.clip) }) {
            // "The photo" is one of them; which one?
            let isSingular = !tokens[noun].isPlural && noun > 0 && tokens[noun - 1].concept == .the
            return isSingular ? PhotoReference([.same]) : .all
        }
        if let number = index(where: { if case .number = $0 { true } else { false } }),
            case .number(let value) = tokens[number].concept
        {
            return PhotoReference([.position(Joiner.whole(value))], isBare: true)
        }
        return says(.it) || says(.same) ? earlierPhotos : nil
    }

    mutating func readAspect(into wishes: inout [Wish]) {
        // "Make photo 2 vertical" is nothing that can be done.
        if photos != nil, !isMaking, !says(.noun(.video)) { return }
        let platform = takeFirst { if case .platform(let platform) = $0 { platform } else { nil } }
        let frame = takeFirst { if case .frame(let frame) = $0 { frame } else { nil } }
        let ratio: (Int, Int)? = takeFirst {
            if case .ratio(let width, let height) = $0 { (width, height) } else { nil }
        }
        guard platform != nil || frame != nil || ratio != nil else { return }
        takeAll(.noun(.shape), .noun(.video), .noun(.size), .noun(.photo))
        takeVerbs(.make, .set, .use, .turn)
        if let ratio {
            let words = "\(ratio.0):\(ratio.1)"
            wishes.append(Aspect(rawValue: words).map { .aspect($0, nil) } ?? .unknownAspect(words))
        } else if let frame {
            wishes.append(.aspect(frame, nil))
        } else if let platform {
            takeAll(.platform(platform))
            wishes.append(.aspect(platform.aspect, platform))
        }
    }
}
