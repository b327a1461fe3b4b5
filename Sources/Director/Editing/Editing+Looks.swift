import Timeline

/// The colours of photos and clips.
extension Editing {
    mutating func changeLook(of photos: PhotoReference, _ change: LookChange) throws(Refusal) {
        var looks: [SegmentID: Look] = [:]
        for id in try segments(photos) {
            guard var look = timeline.segment(id)?.look else { continue }
            switch change {
            case .filter(let filter): look.filter = filter
            case .adjust(let adjustment, let percent): look[adjustment] = adjustment.clamped(percent)
            case .change(let adjustment, let step): look[adjustment] = adjustment.clamped(look[adjustment] + step)
            case .plain: look = .plain
            }
            looks[id] = look
        }
        try apply(.setLooks(looks))
    }
}

extension Adjustment {
    fileprivate func clamped(_ percent: Int) -> Int { min(max(percent, range.lowerBound), range.upperBound) }
}
