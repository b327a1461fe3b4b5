/// A timeline with the way back: what was done to it can be undone, step by step, and done again.
///
/// Each step keeps the inverse of what was done, so that a history costs what its edits touched, not a copy of the
/// timeline for each. It is stored and sent as it is; a round trip keeps every step.
public struct History: Codable, Hashable, Sendable {
    /// How many steps are kept; the oldest is forgotten first.
    public static let limit = 200

    public private(set) var timeline: Timeline
    private var undoSteps: [EditCommand]
    private var redoSteps: [EditCommand]

    public init(_ timeline: Timeline = Timeline()) {
        self.timeline = timeline
        self.undoSteps = []
        self.redoSteps = []
    }

    public var canUndo: Bool { !undoSteps.isEmpty }
    public var canRedo: Bool { !redoSteps.isEmpty }

    /// Applies the commands as one step, all or none. What had been undone can no longer be redone.
    /// Commands that change nothing are no step.
    public mutating func perform(_ commands: [EditCommand]) throws(EditError) {
        let (changed, inverse) = try timeline.applying(.batch(commands))
        guard changed != timeline else { return }
        timeline = changed
        undoSteps.append(inverse)
        undoSteps.removeFirst(max(undoSteps.count - History.limit, 0))
        redoSteps = []
    }

    /// Takes the last step back; false when there is none.
    @discardableResult
    public mutating func undo() -> Bool {
        step(from: \.undoSteps, to: \.redoSteps)
    }

    /// Does again what was undone last; false when there is nothing.
    @discardableResult
    public mutating func redo() -> Bool {
        step(from: \.redoSteps, to: \.undoSteps)
    }

    private mutating func step(
        from source: WritableKeyPath<History, [EditCommand]>,
        to target: WritableKeyPath<History, [EditCommand]>
    ) -> Bool {
        // A step fails to apply only in a history that was altered outside: it is then left as it is.
        guard let command = self[keyPath: source].last, let (changed, inverse) = try? timeline.applying(command) else {
            return false
        }
        timeline = changed
        self[keyPath: source].removeLast()
        self[keyPath: target].append(inverse)
        return true
    }
}
