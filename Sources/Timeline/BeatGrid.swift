/// Where the beats of a piece of music are, from its start.
public enum BeatGrid: Hashable, Sendable {
    /// Composed music: a beat every `period` milliseconds, the first at 0. A period need not be whole.
    case steady(period: Double)
    /// A song: beats as they were found, in ascending order.
    case found([Milliseconds])
}
