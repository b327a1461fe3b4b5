/// A turn of the agent, from the message to the last line of what follows from it.
struct Turn: Sendable {
    let message: String
    var reply: TurnReply
    /// The tools that run, the latest last.
    private(set) var tools: [String] = []
    /// The timeline as it was before.
    var former: DraftView?
    /// What is offered at its end, beside what the agent's words ask for.
    var offers: [NextStep] = []
    /// What the agent's server said when it could not go on.
    var trouble: String?
    /// What to show while the studio is looked for again.
    var lost: Loss?
    /// It has gone on for minutes.
    var isLong = false

    struct Loss: Hashable, Sendable {
        var lookIn: Duration
        var isTimeout: Bool
    }

    // What is left to do once the agent has ended.
    var isOver = false
    var fate = TurnFate.whole
    var isTimeout = false
    var needsDraft = false
    var hasDraft = false

    init(_ message: String, reply: TurnReply, former: DraftView?) {
        self.message = message
        self.reply = reply
        self.former = former
    }

    mutating func began(_ tool: String) { tools.append(tool) }

    mutating func finished(_ tool: String) {
        if let index = tools.lastIndex(of: tool) { tools.remove(at: index) }
    }
}
