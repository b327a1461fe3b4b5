import StudioAPI
import StudioClient
import Terminal
import Timeline

// What happens when a piece of work goes on and ends.
extension Conversation {
    mutating func noticed(_ notice: Desk.Notice) {
        switch notice {
        case .uploading(let path, let fraction):
            if let index = uploads.firstIndex(where: { $0.path == path }) { uploads[index].fraction = fraction }
        case .uploaded: break
        case .turn(let item): turnSaid(item)
        case .turnLost(let time, _): turnStatus = phrases.turnLost(lookIn: time)
        case .sessionLost(let lost):
            draft = nil
            shownSummary = nil
            say(phrases.sessionLost(lost), .error)
        }
    }

    mutating func told(_ notice: ConnectNotice) {
        switch notice {
        case .settingUp, .waitingForOtherBuild:
            let text = phrases.connecting(notice)
            // Beside a pipe it is progress, not a reply.
            if settings.isInteractive { say(text, .dim) } else { turnStatus = text }
        case .slowedDown(let left):
            slowedDown = left > .zero ? left : nil
        }
    }

    private mutating func turnSaid(_ item: TurnItem) {
        switch item {
        case .delta(let text): show(reply.take(text))
        case .text(let text): show(reply.take(text) + reply.end())
        case .textEnded: show(reply.end())
        case .toolStarted: turnStatus = phrases.working
        case .toolFinished: turnStatus = phrases.working
        case .trouble(let trouble):
            show(reply.end())
            // After an edit the state says what became of it.
            if !trouble.followsEdit { fail(phrases.trouble(trouble.message)) }
        case .draftChanged, .heartbeat, .ended: break
        }
    }

    private mutating func show(_ lines: [String]) {
        for line in lines { say(line, .reply) }
    }

    mutating func finished(_ done: Work, _ result: WorkResult) {
        switch result {
        case .connected(let connection): connected(connection, done)
        case .uploaded(let outcomes): uploaded(outcomes)
        case .turnEnded(let summary, _): turnEnded(summary)
        case .draft(let view, let session):
            if case .readDraft(let purpose) = done { read(view, session, for: purpose) }
        case .credits(let credits):
            say(credits.map { phrases.credits($0.available, $0.frozen) } ?? phrases.unlimited)
        case .undone(let history): undone(history, isRedo: done == .redo)
        case .newSession:
            draft = nil
            shownSummary = nil
            hasUploads = false
            say(phrases.newVideo)
        case .sessions(let lines): list(lines)
        case .takenUp:
            say(phrases.takenUp)
            start(.readDraft(.takenUp))
        case .sessionReplaced: break
        case .noSession:
            fail(phrases.noSuchSession)
            if case .connect = done { actions.append(.quit(1)) }
        case .failed(let error, _): failed(done, error)
        case .cancelled: stopped(done)
        }
    }

    private mutating func connected(_ connection: Connection, _ done: Work) {
        isLocal = connection.isLocal
        if settings.isInteractive {
            if settings.isFirstStart {
                say(phrases.welcome + " " + phrases.dropHere)
                for example in phrases.examples { say("  " + example, .dim) }
            }
            say(phrases.ready(at: isLocal ? nil : connection.host), .dim)
        }
        for job in connection.jobs {
            say(phrases.takingUp(job.name))
            enqueue(
                ExportOrder(
                    id: job.id,
                    session: job.session,
                    output: RenderOutput(),
                    target: .anyName(base: job.name, folder: job.folder)
                ),
                silently: true
            )
        }
        if case .connect(.some) = done { start(.readDraft(.takenUp)) }
    }

    private mutating func uploaded(_ outcomes: [UploadOutcome]) {
        uploads = []
        let good = outcomes.filter { $0.refusal == nil }.map(\.path)
        let bad = outcomes.filter { $0.refusal != nil }
        for outcome in bad {
            if let refusal = outcome.refusal { fail(phrases.refused(outcome.name, refusal)) }
        }
        let words = wordsAfterUpload
        wordsAfterUpload = ""
        guard !good.isEmpty else { return say(phrases.nothingToGoOnWith) }
        let isFirst = !hasUploads
        hasUploads = true
        say(phrases.added(phrases.content(good)))
        if !bad.isEmpty, settings.isInteractive {
            question = .goOn(words: words)
            say(phrases.goOnWithout(phrases.content(good), isOneBad: bad.count == 1), .accent)
        } else if !words.isEmpty {
            send(words)
        } else if isFirst, settings.isInteractive, pending.isEmpty {
            say(phrases.whatToMake, .dim)
        }
    }

    private mutating func turnEnded(_ summary: TurnSummary) {
        show(reply.end())
        let hadText = reply.hasText
        // An answer in words that changed nothing needs no look at the timeline.
        if summary.draftChanged || !summary.tools.isEmpty || !hadText {
            start(.readDraft(.afterTurn(hadText: hadText || summary.trouble?.followsEdit == false)))
        }
    }

    private mutating func read(_ view: DraftView?, _ session: String?, for purpose: Work.Purpose) {
        let former = draft
        draft = view
        switch purpose {
        case .afterTurn(let hadText):
            if !hadText {
                let changes = view?.changes(since: former, in: phrases.language) ?? []
                if changes.isEmpty { fail(phrases.nothingChanged) }
                for change in changes { say(change) }
            }
            showSummary(onlyIfNew: true)
        case .afterUndo:
            for change in view?.changes(since: former, in: phrases.language) ?? [] { say(change) }
            showSummary(onlyIfNew: true)
        case .status:
            showSummary(onlyIfNew: false)
            if let update = exportStatus, let order = exports.first { say(exportLine(order, update)) }
        case .shown, .recovered: break
        case .takenUp:
            hasUploads = true
            showSummary(onlyIfNew: false)
        case .export(let wish):
            export(view, session, wish)
        }
    }

    private mutating func showSummary(onlyIfNew: Bool) {
        guard let draft, draft.isReady else {
            if !onlyIfNew { say(phrases.nothingYet) }
            return
        }
        let summary = draft.digest.summary(in: phrases.language)
        if onlyIfNew, summary == shownSummary { return }
        shownSummary = summary
        say(summary, .dim)
    }

    private mutating func undone(_ history: HistoryReply?, isRedo: Bool) {
        guard let history else { return say(isRedo ? phrases.redoByMessage : phrases.undoByMessage) }
        guard history.changed else { return say(isRedo ? phrases.nothingToRedo : phrases.nothingToUndo) }
        say(isRedo ? phrases.redone : phrases.undone)
        start(.readDraft(.afterUndo))
    }

    private mutating func list(_ lines: [SessionLine]) {
        guard !lines.isEmpty else { return say(phrases.noSessions) }
        for (index, line) in lines.prefix(20).enumerated() {
            let day = line.updated.map { OutputName.day(since1970: $0) + "  " } ?? ""
            say("\(index + 1). \(day)\(line.summary ?? phrases.emptySession)")
        }
        say(phrases.sessionsHint, .dim)
    }

    private mutating func failed(_ done: Work, _ error: StudioError) {
        show(reply.end())
        uploads = []
        wordsAfterUpload = ""
        fail(error.message)
        if case .connect = done { actions.append(.quit(error.code == .badToken ? 4 : 1)) }
    }

    mutating func stopped(_ done: Work) {
        switch done {
        case .turn:
            show(reply.end())
            say(phrases.turnStopped(isLocal: isLocal))
        case .upload:
            uploads = []
            wordsAfterUpload = ""
            say(phrases.uploadStopped)
        default:
            say(phrases.stopped)
        }
    }
}
