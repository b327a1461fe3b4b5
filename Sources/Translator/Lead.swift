/// What stands before the verb that a clause turns on: "Then you can simply", 您可以随时在左侧面板中.
struct Lead: Hashable, Sendable {
    /// It leaves the choice to the reader.
    var isOffer = false
    /// It speaks to the reader, so that what follows need not be an order to be about them.
    var isAddressed = false
    var isForbidden = false
    /// A place named before the verb, as Chinese does.
    var location: Meaning = []
}
