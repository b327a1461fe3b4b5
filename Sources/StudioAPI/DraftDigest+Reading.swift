import Timeline

/// The lenient reading: keys are taken in the spellings seen or likely, numbers also as text.
extension DraftDigest {
    static func tracks(of draft: JSONValue) -> [Track] {
        (draft["t"] ?? draft["tracks"])?.array?.map(track) ?? []
    }

    private static func track(_ track: JSONValue) -> Track {
        let segments = (track["sg"] ?? track["segments"])?.array ?? []
        let kind = kind(of: track["tt"] ?? track["type"], segments: segments)
        var items: [Item] = []
        items.reserveCapacity(segments.count)
        var end = Milliseconds.zero
        for segment in segments {
            let item = item(segment, kind: kind, after: end)
            end = item.start + item.duration
            items.append(item)
        }
        return Track(kind: kind, items: items)
    }

    private static func kind(of type: JSONValue?, segments: [JSONValue]) -> Outline.Kind {
        switch type.flatMap(number) {
        case 0: return .video
        case 1: return .audio
        case 7: return .text
        case _?: return .other
        case nil: break
        }
        switch type?.string?.lowercased() {
        case "video", "image", "photo": return .video
        case "audio", "music", "bgm": return .audio
        case "text", "title", "subtitle": return .text
        default: return segments.contains { $0["m"]?["text"]?.string != nil } ? .text : .other
        }
    }

    private static func item(_ segment: JSONValue, kind: Outline.Kind, after end: Milliseconds) -> Item {
        let settings = segment["m"]?.object ?? [:]
        let start = milliseconds(settings["start_ms"] ?? segment["start_ms"] ?? segment["s"] ?? segment["start"])
        let labels = kind == .text ? ["text", "content", "name", "title"] : ["name", "title", "text", "label"]
        let label = labels.lazy.compactMap { settings[$0]?.string }.first { !$0.isEmpty }
        return Item(
            kind: kind,
            id: (settings["id"] ?? segment["id"])?.string,
            label: label ?? fileName(settings["url"] ?? settings["src"] ?? settings["path"]),
            start: start ?? end,
            duration: milliseconds(segment["d"] ?? segment["duration"]) ?? .zero,
            volume: volume(settings["volume"]),
            settings: settings
        )
    }

    /// A time in ms. What is beyond any video counts as nothing said.
    static func milliseconds(_ value: JSONValue?) -> Milliseconds? {
        guard let number = value.flatMap(number), number >= 0, number <= 1e11 else { return nil }
        return Milliseconds(Int(number.rounded()))
    }

    /// A volume in percent: 0…1 is a part of the whole, anything above already percent.
    private static func volume(_ value: JSONValue?) -> Int? {
        guard let number = value.flatMap(number), number >= 0, number <= 10_000 else { return nil }
        return Int((number <= 1 ? number * 100 : number).rounded())
    }

    private static func number(_ value: JSONValue) -> Double? {
        let number = value.double ?? value.string.flatMap { Double($0) }
        return number.flatMap { $0.isFinite ? $0 : nil }
    }

    /// The last part of an address, without its query.
    private static func fileName(_ address: JSONValue?) -> String? {
        guard let path = address?.string?.split(whereSeparator: { $0 == "?" || $0 == "#" }).first,
            let name = path.split(separator: "/").last, !path.hasSuffix("/")
        else { return nil }
        return String(name)
    }
}
