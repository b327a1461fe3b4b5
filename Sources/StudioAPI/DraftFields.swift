import Timeline

/// The members of one `m` of our own draft, read strictly: what is missing or of another type is named.
struct DraftFields {
    private let members: [String: JSONValue]
    private let owner: String

    init(_ members: [String: JSONValue], of owner: String) {
        self.members = members
        self.owner = owner
    }

    func has(_ key: String) -> Bool { members[key] != nil }

    /// What a reader makes of a member; nil when there is none.
    func optional<Value>(
        _ key: String,
        _ read: (String) throws(DraftError) -> Value
    ) throws(DraftError) -> Value? {
        has(key) ? try read(key) : nil
    }

    func string(_ key: String) throws(DraftError) -> String { try require(key, members[key]?.string) }
    func int(_ key: String) throws(DraftError) -> Int { try require(key, members[key]?.int) }
    func double(_ key: String) throws(DraftError) -> Double { try require(key, members[key]?.double) }
    func bool(_ key: String) throws(DraftError) -> Bool { try require(key, members[key]?.bool) }

    /// A part of 1, in whole percent.
    func percent(_ key: String) throws(DraftError) -> Int {
        try require(key, Int(exactly: (try double(key) * 100).rounded()))
    }

    func milliseconds(_ key: String) throws(DraftError) -> Milliseconds { Milliseconds(try int(key)) }

    func choice<Choice: RawRepresentable<String>>(_ key: String) throws(DraftError) -> Choice {
        let value = try string(key)
        // There are more styles, moves and fonts with every version.
        guard let choice = Choice(rawValue: value) else { throw DraftError.newer }
        return choice
    }

    func transition(_ key: String) throws(DraftError) -> Transition {
        let fields = try nested(key)
        return Transition(
            try fields.choice("style"),
            duration: try fields.milliseconds("duration_ms"),
            direction: try fields.choice("direction"),
            easing: try fields.optional("easing", fields.choice)
        )
    }

    /// What is not said is as it is in a plain picture.
    func look(_ key: String) throws(DraftError) -> Look {
        let fields = try nested(key)
        var look = Look(try fields.optional("filter", fields.choice))
        for adjustment in Adjustment.allCases where fields.has(adjustment.rawValue) {
            look[adjustment] = try fields.int(adjustment.rawValue)
        }
        if fields.has("table") {
            let table = try fields.nested("table")
            look.table = Look.Table(
                media: try table.string("media"),
                name: try table.string("name"),
                strength: try table.optional("strength", table.int) ?? 100
            )
        }
        return look
    }

    func motion(_ key: String) throws(DraftError) -> Motion {
        let fields = try nested(key)
        return Motion(
            try fields.choice("move"),
            focusX: try fields.double("focus_x"),
            focusY: try fields.double("focus_y"),
            strength: try fields.double("strength"),
            pinned: try fields.bool("pinned"),
            focusPinned: try fields.optional("focus_pinned", fields.bool) ?? false,
            strengthPinned: try fields.optional("strength_pinned", fields.bool) ?? false
        )
    }

    func subject(_ key: String) throws(DraftError) -> Subject {
        let fields = try nested(key)
        let focus = try fields.numbers(fields.require("focus", fields.members["focus"]), count: 2, of: "focus")
        var faces: [UnitRect] = []
        for face in try fields.require("faces", fields.members["faces"]?.array) {
            let sides = try fields.numbers(face, count: 4, of: "faces")
            faces.append(UnitRect(x: sides[0], y: sides[1], width: sides[2], height: sides[3]))
        }
        return Subject(faces: faces, focus: UnitPoint(x: focus[0], y: focus[1]))
    }

    private func numbers(_ list: JSONValue, count: Int, of key: String) throws(DraftError) -> [Double] {
        let numbers = try require(key, list.array).compactMap(\.double)
        return try require(key, numbers.count == count ? numbers : nil)
    }

    /// The style that stands among a text's own members.
    func textStyle() throws(DraftError) -> TextStyle {
        var style = TextStyle(
            position: try choice("position"),
            color: try string("color"),
            size: try double("size"),
            font: try optional("font", string),
            isBold: try optional("bold", bool) ?? true,
            isItalic: try optional("italic", bool) ?? false,
            entrance: try optional("entrance", choice) ?? .fade,
            exit: try optional("exit", choice) ?? .fade,
            fadeIn: try milliseconds("fade_in_ms"),
            fadeOut: try milliseconds("fade_out_ms")
        )
        if has("outline") {
            let outline = try nested("outline")
            style.outline = TextOutline(color: try outline.string("color"), width: try outline.double("width"))
        }
        if has("box") {
            let box = try nested("box")
            style.box = TextBox(color: try box.string("color"), opacity: try box.double("opacity"))
        }
        return style
    }

    func require<Value>(_ key: String, _ value: Value?) throws(DraftError) -> Value {
        guard let value else {
            throw DraftError(.damaged, "This project is damaged: \"\(key)\" of its \(owner) cannot be read.")
        }
        return value
    }

    private func nested(_ key: String) throws(DraftError) -> DraftFields {
        DraftFields(try require(key, members[key]?.object), of: "\(owner)'s \(key)")
    }
}
