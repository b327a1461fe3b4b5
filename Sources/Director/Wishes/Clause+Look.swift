import Timeline

/// How the colours of photos look.
extension Clause {
    /// How much "a little", plain words and "much" change, in percent.
    private static let steps = (slight: 10, usual: 20, much: 40)
    /// What "add a vignette" gives.
    private static let usualVignette = 50

    mutating func readLook(into wishes: inout [Wish]) {
        // "A black and white title" speaks of the title's colour; "remove the brighter photo" of a photo.
        guard
            !says(anyOf: [
                .noun(.title), .noun(.endTitle), .noun(.caption), .noun(.lowerThird), .noun(.text), .noun(.music),
            ]) || isMaking
        else { return }
        var changes: [LookChange] = []
        let isRemoval = isRemoving
        if let filter = takeFirst({ if case .filter(let filter) = $0 { filter } else { nil } }) {
            changes.append(.filter(isRemoval ? nil : filter))
        }
        if let table = takeColorTable(isRemoval: isRemoval) { changes.append(table) }
        while let (adjustment, sign) = takeAdjustment() {
            guard let change = takeAmount(of: adjustment, sign: sign, isRemoval: isRemoval) else { continue }
            changes.append(change)
        }
        if changes.isEmpty, take(.plainLook) || isRemoval && contains(.noun(.look)) { changes = [.plain] }
        guard !changes.isEmpty else { return }
        takeAll(.noun(.look), .noun(.color), .degree(.more), .degree(.less))
        if isRemoval { takeRemoval() }
        let photos = takeMeantPhotos()
        takeLightVerbs()
        takeVerbs(.louder, .quieter, .keep)
        if !isMaking { takeAll(.noun(.photo), .noun(.clip), .each, .same, .it, .always) }
        wishes += changes.map { .look(photos, $0) }
    }

    /// "Use film.cube", "teal.cube at 50%", "my lut at half strength"; and "strength 30%" of the one that is there.
    private mutating func takeColorTable(isRemoval: Bool) -> LookChange? {
        let isNamed = contains { if case .colorTable = $0 { true } else { false } }
        let isStrength = contains(.noun(.strength)) && contains { if case .percent = $0 { true } else { $0 == .half } }
        guard isNamed || isStrength else { return nil }
        let match = takeFirst { if case .colorTable(let match) = $0 { match } else { nil } }
        takeAll(.own, .colorTable(nil), .noun(.strength))
        if isRemoval { return .noColorTable }
        let percent = takeFirst { if case .percent(let percent) = $0 { Joiner.whole(percent) } else { nil } }
        return .colorTable(match, percent: percent ?? (take(.half) ? 50 : nil))
    }

    private mutating func takeAdjustment() -> (Adjustment, sign: Int)? {
        takeFirst { if case .adjustment(let adjustment, let sign) = $0 { (adjustment, sign) } else { nil } }
    }

    private mutating func takeAmount(of adjustment: Adjustment, sign: Int, isRemoval: Bool) -> LookChange? {
        if isRemoval { return .adjust(adjustment, to: 0) }
        let percent = takeFirst { if case .percent(let percent) = $0 { Joiner.whole(percent) } else { nil } }
        let isLess = sign < 0 || contains(.degree(.less)) || contains(.verb(.quieter)) || contains(.degree(.smaller))
        let isMore =
            sign > 0 || contains(.degree(.more)) || contains(.verb(.louder)) || contains(.degree(.stronger))
            || contains(.degree(.bigger)) || contains(.verb(.add))
        takeAll(.degree(.smaller), .degree(.bigger), .degree(.stronger))
        if let percent {
            let isTarget = !isMore && !isLess || says(.link(.to))
            let most = adjustment.range.upperBound
            return isTarget
                ? .adjust(adjustment, to: min(percent, most))
                : .change(adjustment, by: min(percent, most) * (isLess ? -1 : 1))
        }
        if adjustment == .vignette, !isLess { return .adjust(.vignette, to: Clause.usualVignette) }
        guard isLess || isMore else { return nil }
        let steps = Clause.steps
        let step =
            contains(.degree(.slightly)) ? steps.slight : contains(.degree(.much)) ? steps.much : steps.usual
        return .change(adjustment, by: isLess ? -step : step)
    }
}
