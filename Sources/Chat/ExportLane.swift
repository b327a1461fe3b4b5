/// Exports in their order; the first runs.
struct ExportLane: Sendable {
    var orders: [ExportOrder] = []
    /// How far the first is.
    var status: ExportUpdate?
    /// Nothing was said of the first yet: the studio is being asked how long it will take.
    var isUntold = false
    /// Ctrl-C has been pressed; the export has not ended yet.
    var isStopping = false

    var isEmpty: Bool { orders.isEmpty }
    var first: ExportOrder? { orders.first }

    /// The one that ran has ended.
    mutating func popFirst() {
        orders.removeFirst()
        status = nil
        isStopping = false
        isUntold = false
    }
}
