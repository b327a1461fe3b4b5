/// A part of a sentence that stays or goes as one.
struct Clause: Hashable, Sendable {
    /// Its tokens, without the marks behind it.
    var body: Range<Int>
    /// With the marks behind it: the next clause begins where this ends.
    var whole: Range<Int>
    var role: Role
    /// No mark parts it from the clause before.
    var isJoined = false

    var isWindow: Bool {
        if case .window = role { true } else { false }
    }
}
