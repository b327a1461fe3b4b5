import StudioClient
import Terminal

// Sessions: a new one, an earlier one, one that is gone.
extension Conversation {
    mutating func newSession() {
        forgetSession()
        if batch != nil { return batchSessionBegan() }
        say(phrases.newVideo)
    }

    /// What is known of the session that was in use belongs to no other.
    mutating func forgetSession() {
        draft = nil
        shownSummary = nil
        added = []
        isTakenUp = false
        wantsFile = false
        offers = []
    }

    mutating func list(_ lines: [SessionLine]) {
        guard !lines.isEmpty else { return say(phrases.noSessions) }
        for (index, line) in lines.prefix(20).enumerated() {
            let day = line.updated.map { OutputName.day(since1970: $0) + "  " } ?? ""
            say("\(index + 1). \(day)\(line.summary ?? phrases.emptySession)")
        }
        say(phrases.sessionsHint, .dim)
    }

    /// The studio no longer has the session; what went with it is named, and can be added again.
    mutating func sessionLost(_ lost: LostSession) {
        let wanted = wantsFile
        forgetSession()
        wantsFile = wanted
        turn?.former = nil
        fail(phrases.sessionLost(lost))
        guard !lost.paths.isEmpty, batch == nil else { return }
        // During a turn the answer comes first.
        if turn == nil { offer([.add(lost.paths)]) } else { turn?.offers = [.add(lost.paths)] }
    }
}
