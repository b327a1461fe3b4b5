import Timeline

/// Words for what other studios' drafts hold.
extension Phrases {
    func span(of item: DraftDigest.Item) -> String {
        span(item.start, item.start + item.duration)
    }

    func color(of item: DraftDigest.Item) -> String? {
        item.settings["color"]?.string.map { colorName($0, in: language).plain(limit: 20) }
    }

    func position(of item: DraftDigest.Item) -> String? {
        guard let position = item.settings["position"]?.string else { return nil }
        return TextPosition(rawValue: position)?.name(in: language) ?? position.plain(limit: 30)
    }

    /// What is known of a text: its colour, its place, and how long or when it is shown.
    func textDetails(_ item: DraftDigest.Item) -> [String] {
        let length = item.duration.secondsText() + choose("s", " 秒")
        let time = item.start == .zero ? length : span(of: item)
        return [color(of: item), position(of: item), time].compactMap { $0 }
    }

    func volumeChange(_ old: DraftDigest.Item, _ new: DraftDigest.Item) -> [String] {
        guard let before = old.volume, let after = new.volume, before != after else { return [] }
        return [choose("volume ", "音量 ") + change("\(before)%", "\(after)%")]
    }

    /// Changes of settings that nobody documented, as far as they can be told in words.
    func settingChanges(_ old: DraftDigest.Item, _ new: DraftDigest.Item) -> [String] {
        changes(from: old.settings, to: new.settings)
    }

    /// Settings of a draft or a segment that changed, by their names.
    func changes(from old: [String: JSONValue], to new: [String: JSONValue]) -> [String] {
        var changes: [String] = []
        for key in Set(old.keys).union(new.keys).sorted() where old[key] != new[key] && isTellable(key) {
            let name = key.replacing("_ms", with: "").replacing("_", with: " ").plain(limit: 30)
            switch (old[key] ?? .null, new[key] ?? .null) {
            case (_, .null):
                changes.append(choose("\(name) removed", "已移除 \(name)"))
            case (.null, let value):
                if let after = words(value, of: key) {
                    changes.append(choose("\(name): \(after)", "\(name)：\(after)"))
                } else {
                    changes.append(choose("\(name) added", "已添加 \(name)"))
                }
            case (let earlier, let value):
                if let before = words(earlier, of: key), let after = words(value, of: key), before != after {
                    changes.append("\(name) " + change(before, after))
                } else {
                    changes.append(choose("\(name) changed", "\(name) 已更改"))
                }
            }
        }
        return changes
    }

    /// Not what is told elsewhere, nor what only machines read: ids, addresses, counters, secrets.
    private func isTellable(_ key: String) -> Bool {
        let key = key.lowercased()
        let told = [
            "name", "title", "text", "content", "label", "volume", "start_ms", "color", "position", "kind", "media",
            "id", "rev", "revision", "version", "url", "src", "uri", "path", "kinora", "seed", "width", "height",
        ]
        let endings = ["id", "url", "uri", "path", "_at", "token", "key", "hash", "_ts", "time", "stamp", "secret"]
        return !told.contains(key) && !endings.contains { key.hasSuffix($0) }
            && !["updated", "created", "thumb", "sha", "auth"].contains { key.hasPrefix($0) }
    }

    private func words(_ value: JSONValue, of key: String) -> String? {
        switch value {
        case .bool(let isOn): return isOn ? choose("on", "开") : choose("off", "关")
        case .int, .double:
            guard let number = value.double, abs(number) < 1e9 else { return nil }
            if key.hasSuffix("_ms") { return Milliseconds(Int(number.rounded())).length(in: language) }
            return Milliseconds(Int((number * 1000).rounded())).secondsText(places: 3)
        case .string(let text):
            // Addresses and long names of machines are nothing to read out.
            guard text.count <= 60, !text.contains("://"), text.contains(" ") || text.count < 24 else { return nil }
            return text.plain(limit: 40)
        case .null, .array, .object: return nil
        }
    }
}
