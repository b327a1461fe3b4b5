/// Several videos, made one by one, each in a session of its own.
struct Batch: Sendable {
    struct Outcome: Sendable {
        /// The file that was made, or why there is none.
        var text: String
        var isMade: Bool
    }

    let items: [BatchItem]
    /// Of those that are through, in their order.
    var outcomes: [Outcome] = []
    /// The export of the item that is under way.
    var order: ExportOrder?
    /// What the agent's server said about it.
    var trouble: String?

    var current: BatchItem? { outcomes.count < items.count ? items[outcomes.count] : nil }
    /// Of the item under way, from 1.
    var number: Int { min(outcomes.count + 1, items.count) }

    func awaits(_ order: ExportOrder) -> Bool { self.order?.id == order.id }

    /// What a person would call an item: the name of its first file, without its ending.
    static func name(of item: BatchItem) -> String {
        let path = item.paths.first ?? ""
        let name = WebAddress.isOne(path) ? WebAddress.name(of: path) : MediaName.last(of: path)
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
        return String(name[..<dot])
    }
}
