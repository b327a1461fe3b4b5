import StudioAPI

/// The quick draft of the video that is made beside everything else while the person looks at the pictures.
struct DraftLane: Sendable {
    /// The one that is being made.
    private(set) var order: ExportOrder?
    var fraction: Double?
    /// The last that was made, and of which timeline.
    private(set) var made: (draft: RawJSON?, aspect: String?, path: String)?

    /// The last that was made is of this very timeline, which a studio may write in another order the next time.
    func hasMade(_ draft: RawJSON, in aspect: String?) -> Bool {
        made?.aspect == aspect && Self.isSame(made?.draft, draft)
    }
    func isMaking(_ draft: RawJSON, in aspect: String?) -> Bool {
        order?.output.aspect == aspect && Self.isSame(order?.draft, draft)
    }

    private static func isSame(_ one: RawJSON?, _ other: RawJSON) -> Bool {
        guard let one else { return false }
        return one == other || JSONValue(one) == JSONValue(other)
    }

    mutating func begin(_ next: ExportOrder) {
        order = next
        fraction = nil
    }

    mutating func end(made path: String?) {
        if let path { made = (order?.draft, order?.output.aspect, path) }
        order = nil
        fraction = nil
    }
}
