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
            case .colorTable(nil, let percent?) where look.table != nil:
                look.table?.strength = try checkedStrength(percent)
            case .colorTable(let match, let percent):
                let table = try colorTable(match)
                let strength = try checkedStrength(percent ?? 100)
                look.table = Look.Table(media: table.id, name: table.name, strength: strength)
            case .noColorTable: look.table = nil
            case .plain: look = .plain
            }
            looks[id] = look
        }
        try apply(.setLooks(looks))
    }

    private func colorTable(_ match: NameMatch?) throws(Refusal) -> MediaItem {
        let tables = media.filter { $0.kind == .colorTable && (match?.media.contains($0.id) ?? true) }
        guard let table = tables.last else {
            throw refuse("Drop your .cube file into this window first.", "请先把你的 .cube 文件拖进这个窗口。")
        }
        if let match, Set(tables.map(\.id)).count > 1 {
            let list = phrases.list(tables.map { $0.name.plain() }, atMost: 12)
            throw refuse("Which '\(match.said)' do you mean: \(list)?", "你指的是哪一个：\(list)？")
        }
        return table
    }

    private func checkedStrength(_ percent: Int) throws(Refusal) -> Int {
        guard (1...100).contains(percent) else {
            throw refuse("A look can be mixed in by 1% to 100%.", "滤镜的强度可以是 1% 到 100%。")
        }
        return percent
    }
}

extension Adjustment {
    fileprivate func clamped(_ percent: Int) -> Int { min(max(percent, range.lowerBound), range.upperBound) }
}
