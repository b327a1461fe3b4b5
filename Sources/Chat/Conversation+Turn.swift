import StudioClient
import Terminal
import Translator

// A message to the agent, its answer, and what follows from that.
extension Conversation {
    mutating func send(_ text: String) {
        follow(text)
        if FileWish.isIn(text) { wantsFile = true }
        // What was offered belonged to the answer before.
        offers = []
        let reply = TurnReply(settings.actions, wantsFile: wantsFile)
        turn = Turn(text, reply: reply, former: draft)
        start(.turn(text))
    }

    mutating func turnSaid(_ item: TurnItem) {
        guard turn?.isOver == false else { return }
        switch item {
        case .delta(let text): reply { $0.take(text) }
        case .text(let text): reply { $0.take(text) + $0.end() }
        case .textEnded: reply { $0.end() }
        case .toolStarted(let name, _): turn?.began(name)
        case .toolFinished(let name): turn?.finished(name)
        case .trouble(let trouble):
            reply { $0.end() }
            // After an edit the state says what became of it.
            if !trouble.followsEdit {
                let words = phrases.trouble(trouble.message)
                turn?.trouble = words
                fail(words)
            }
        case .draftChanged, .heartbeat, .ended: break
        }
    }

    private mutating func reply(_ body: (inout TurnReply) -> [String]) {
        guard var reply = turn?.reply else { return }
        let lines = body(&reply)
        turn?.reply = reply
        for line in lines { say(line, .reply) }
    }

    mutating func turnEnded(_ summary: TurnSummary, _ fate: TurnFate) {
        reply { $0.end() }
        guard var turn else { return }
        turn.isOver = true
        turn.fate = fate
        turn.isTimeout = turn.lost?.isTimeout == true
        let hasAnswer = turn.reply.hasLines || !turn.reply.now.isEmpty || !turn.reply.offers.isEmpty
        // An answer in words that changed nothing needs no look at the timeline; what is lost was looked at.
        turn.needsDraft =
            fate != .lost && (summary.draftChanged || !summary.tools.isEmpty || !hasAnswer)
        self.turn = turn
        goOnWithTurn()
    }

    /// Goes on with what follows the agent's words, until something has to be looked up first.
    mutating func goOnWithTurn() {
        guard turn?.isOver == true else { return }
        while let piece = turn?.reply.held.first {
            switch piece {
            case .line(let line): say(line, .reply)
            case .look(.timeline):
                guard turn?.hasDraft == true else { return start(.readDraft(.shown)) }
                showSummary(onlyIfNew: false)
            case .look(.credits): return start(.credits)
            case .look(.upload): say(phrases.uploadHelp)
            }
            turn?.reply.popHeld()
        }
        if let turn, turn.needsDraft, !turn.hasDraft { return start(.readDraft(.afterTurn)) }
        endTurn()
    }

    /// What was to be looked up could not be: the words go on without it.
    mutating func skipLook() {
        if turn?.reply.held.isEmpty == false { turn?.reply.popHeld() } else { turn?.needsDraft = false }
        goOnWithTurn()
    }

    private mutating func endTurn() {
        guard let turn else { return }
        self.turn = nil
        if turn.needsDraft { reportChanges(of: turn) }
        if batch != nil { return batchTurnEnded(turn) }
        var next = turn.offers + turn.reply.offers
        if turn.fate == .lost {
            fail(phrases.turnGone(isTimeout: turn.isTimeout))
            next.append(.send(turn.message))
        }
        offer(next)
        for step in turn.reply.now { take(step) }
    }

    /// An edit without words is answered from the timeline.
    private mutating func reportChanges(of turn: Turn) {
        let isSilent = !turn.reply.hasWords && turn.trouble == nil
        if isSilent || turn.fate == .recovered {
            let changes = draft?.changes(since: turn.former, in: phrases.language) ?? []
            if turn.fate == .recovered { say(phrases.recovered(isTimeout: turn.isTimeout)) }
            for change in changes { say(change) }
            let isAnswered =
                turn.reply.hasLines || !turn.reply.now.isEmpty || !turn.reply.offers.isEmpty || turn.fate == .recovered
            if changes.isEmpty, !isAnswered { fail(phrases.nothingChanged) }
        }
        showSummary(onlyIfNew: true)
    }

    /// The person does not wait any longer: what had come is shown.
    mutating func turnStopped() {
        sayRest()
        if turn?.isOver == false {
            say(phrases.turnStopped(isLocal: isLocal))
        } else {
            say(phrases.stopped)
        }
        turn = nil
    }

    /// The words that had come, without what was to be looked up among them.
    private mutating func sayRest() {
        reply { $0.end() }
        while let piece = turn?.reply.popHeld() {
            if case .line(let line) = piece { say(line, .reply) }
        }
    }

    mutating func turnFailed(_ error: StudioError, _ remedy: Remedy?) {
        sayRest()
        turn = nil
        fail(phrases.words(for: error, remedy: remedy))
        // What is said for every video of several is said again with the next try.
        guard batch == nil else { return }
        say(ChatPhrases.isUnsent(error) ? phrases.messageUnsent : phrases.messageUnanswered, .dim)
    }

    /// What is going on, in the line that is redrawn.
    var turnStatus: String? {
        guard let turn, !turn.isOver else { return nil }
        if let lost = turn.lost {
            return phrases.turnLost(lookIn: lost.lookIn, isTimeout: lost.isTimeout)
        }
        if turn.isLong, !settings.isInteractive { return phrases.stillWorking }
        return turn.tools.last.map(phrases.using) ?? phrases.working
    }
}
