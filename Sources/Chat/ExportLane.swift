/// Exports in their order; the first runs.
struct ExportLane: Sendable {
    var orders: [ExportOrder] = []
    /// How far the first is.
    var status: ExportUpdate?
    /// Ctrl-C has been pressed; the export has not ended yet.
    var isStopping = false

    var isEmpty: Bool { orders.isEmpty }
    var first: ExportOrder? { orders.first }

    /// The one that ran has ended.
    mutating func popFirst() {
        orders.removeFirst()
        status = nil
        isStopping = false
    }
}
