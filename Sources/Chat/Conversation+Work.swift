import StudioAPI
import StudioClient
import Terminal
import Timeline

// What happens when a piece of work goes on and ends.
extension Conversation {
    mutating func noticed(_ notice: Desk.Notice) {
        switch notice {
        case .uploading(let path, let fraction): upload.went(path, fraction)
        case .uploaded(let outcome):
            upload.went(outcome.path, 1)
            tellRefusal(outcome)
        case .turn(let item): turnSaid(item)
        case .turnLost(let time, let isTimeout):
            turn?.lost = Turn.Loss(lookIn: time, isTimeout: isTimeout)
        case .sessionLost(let lost): sessionLost(lost)
        case .sheet(let sheet): sheetBegan(sheet)
        case .picture(let entry, let picture, let isLarge): pictureCame(entry, picture, isLarge: isLarge)
        }
    }

    mutating func finished(_ done: Work, _ result: WorkResult) {
        switch result {
        case .connected(let connection):
            if case .connect(let pick) = done { connected(connection, continuing: pick != nil) }
        case .uploaded(let outcomes): uploaded(outcomes)
        case .turnEnded(let summary, let fate): turnEnded(summary, fate)
        case .draft(let view, let session):
            if case .readDraft(let purpose) = done { read(view, session, for: purpose) }
        case .previewed(let view, let session, let isListed):
            guard case .preview(let wish, _) = done else { return }
            previewed(view, session, isListed: isListed, of: wish)
        case .credits(let credits):
            say(credits.map { phrases.credits($0.available, $0.frozen) } ?? phrases.unlimited)
            if turn?.isOver == true {
                turn?.reply.popHeld()
                goOnWithTurn()
            }
        case .undone(let history): undone(history, isRedo: done == .redo)
        case .newSession: newSession()
        case .sessions(let lines): list(lines)
        case .takenUp:
            forgetSession()
            say(phrases.takenUp)
            start(.readDraft(.takenUp))
        case .sessionReplaced: break
        case .noSession:
            fail(phrases.noSuchSession)
            if case .connect = done { actions.append(.quit(1)) }
        case .failed(let error, let remedy): failed(done, error, remedy)
        case .cancelled: stopped(done)
        }
    }

    private mutating func read(_ view: DraftView?, _ session: String?, for purpose: Work.Purpose) {
        let former = draft
        draft = view
        switch purpose {
        case .afterTurn, .shown:
            turn?.hasDraft = true
            goOnWithTurn()
        case .afterUndo:
            for change in view?.changes(since: former, in: phrases.language) ?? [] { say(change) }
            showSummary(onlyIfNew: true)
        case .status:
            showSummary(onlyIfNew: false)
            if let update = exports.status { say(exportLine(update)) }
        case .takenUp:
            isTakenUp = true
            showSummary(onlyIfNew: false)
        case .export(let wish):
            if batch != nil { batchDraftRead(view, session) } else { export(view, session, wish) }
        }
    }

    mutating func showSummary(onlyIfNew: Bool) {
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
        guard let history else {
            say(isRedo ? phrases.redoByMessage : phrases.undoByMessage)
            return offer([.send(isRedo ? phrases.redoMessage : phrases.undoMessage)])
        }
        guard history.changed else {
            return say(isRedo ? phrases.nothingToRedo : phrases.nothingToUndo)
        }
        say(isRedo ? phrases.redone : phrases.undone)
        start(.readDraft(.afterUndo))
    }

    // MARK: Work that does not come to its end

    private mutating func failed(_ done: Work, _ error: StudioError, _ remedy: Remedy?) {
        if turn?.isOver == true {
            fail(phrases.words(for: error, remedy: remedy))
            return skipLook()
        }
        switch done {
        case .turn: turnFailed(error, remedy)
        case .connect:
            fail(phrases.words(for: error, remedy: remedy))
            actions.append(.quit(error.code == .badToken ? 4 : 1))
        default:
            if case .preview = done { actions.append(.endCards) }
            fail(phrases.words(for: error, remedy: remedy))
            if case .upload = done {
                tellUnsent(upload.words)
                upload = UploadLane()
            }
        }
        if batch != nil { batchItemFailed(phrases.words(for: error, remedy: remedy)) }
    }

    mutating func stopped(_ done: Work) {
        if turn != nil {
            turnStopped()
        } else if case .upload = done {
            say(phrases.uploadStopped)
            tellUnsent(upload.words)
            upload = UploadLane()
        } else {
            // The pictures that had come are shown.
            if case .preview = done { actions.append(.endCards) }
            sheet = nil
            say(phrases.stopped)
        }
        if batch != nil { stopBatch() }
    }
}
