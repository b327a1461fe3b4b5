/// What a clause is to its neighbours.
enum Role: Hashable, Sendable {
    /// It tells something, and stays; what it asks for may be done all the same.
    ///
    /// - Parameter isPlan: Its speaker says what they will do, so that verbs without a subject go on with that.
    case content(isPlan: Bool = false, Deed? = nil)
    /// It hangs on the clause before it, or the one after it if it is the first.
    case loose
    /// It says when or what for, and belongs to the next clause.
    case condition
    /// A step of a procedure: it goes if a neighbour does. Nothing else tells it from a piece of advice.
    case step
    /// It talks of a window.
    case window(Deed, isOffer: Bool)
}

/// What comes of talk of a window.
enum Deed: Hashable, Sendable {
    case show(Translation.Shown)
    case export
    case send(String)
    case nothing
}
