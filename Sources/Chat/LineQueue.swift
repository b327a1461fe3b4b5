/// What waits for its turn.
struct LineQueue: Sendable {
    enum Entry: Hashable, Sendable {
        /// A line of the person's.
        case line(String)
        /// A next step the person took.
        case step(NextStep)
        case work(Work)
        /// What the chat was started with.
        case files([String])

        /// The person put it there, and can take it back.
        fileprivate var isPersons: Bool {
            switch self {
            case .line, .step: true
            case .work, .files: false
            }
        }
    }

    private var entries: [Entry] = []

    var isEmpty: Bool { entries.isEmpty }
    /// What the person sees of the queue and numbers go by, from 1.
    var persons: [Entry] { entries.filter(\.isPersons) }

    mutating func append(_ entry: Entry) { entries.append(entry) }
    mutating func putFirst(_ entry: Entry) { entries.insert(entry, at: 0) }

    /// - Parameter onlyWork: What the person put there stays.
    mutating func popFirst(onlyWork: Bool = false) -> Entry? {
        let index = onlyWork ? entries.firstIndex { !$0.isPersons } : entries.startIndex
        guard let index, entries.indices.contains(index) else { return nil }
        return entries.remove(at: index)
    }

    /// Takes back what the person put there.
    ///
    /// - Parameter number: Counts from 1; nil is the last.
    /// - Returns: Nil when there is no such entry.
    mutating func takeBack(_ number: Int?) -> Entry? {
        let indices = entries.indices.filter { entries[$0].isPersons }
        let place = (number ?? indices.count) - 1
        return indices.indices.contains(place) ? entries.remove(at: indices[place]) : nil
    }

    /// Takes back everything.
    mutating func clear() -> [Entry] {
        defer { entries = [] }
        return persons
    }
}
