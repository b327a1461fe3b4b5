import StudioClient
import Terminal
import Timeline

// What the person enters, and what it means.
extension Conversation {
    mutating func entered(_ line: String) {
        if let asked = question {
            question = nil
            if let isYes = Answer.isYes(line) { return answered(asked, isYes) }
            // Another line is its own answer: what was asked about is let go.
            letGo(asked)
        }
        if work == nil, batch == nil { return take(line) }
        let route = router.route(line)
        switch route {
        case .nothing: break
        // Who writes into a pipe has not seen what was answered to the line before.
        case _ where !settings.isInteractive: queue.append(.line(line))
        // These need no studio.
        case .help, .quit, .uploadHelp, .missing, .unknownCommand, .command(.help), .command(.quit),
            .command(.upload), .command(.unqueue):
            take(route)
        case .command(.take(let number)):
            // A number means what is offered now, whatever is offered when the queue has come to it.
            if let step = offered(number) { queue.append(.step(step)) }
        default:
            queue.append(.line(line))
        }
    }

    mutating func take(_ line: String) {
        let route = router.route(line)
        switch route {
        case .export, .preview, .credits, .status, .uploadHelp, .help:
            // A word such as "export" is used in any language; a Chinese one, or a sentence, tells the person's.
            if LanguageSense.hasHan(line) || line.contains(" ") { follow(line) }
        default: break
        }
        take(route)
    }

    mutating func take(_ route: Route) {
        switch route {
        case .nothing: break
        case .upload(let found): gather(found)
        case .missing(let paths): fail(phrases.missing(paths))
        case .export(let wish), .command(.export(let wish)): start(.readDraft(.export(wish)))
        case .preview(let wish), .command(.preview(let wish)): preview(wish)
        case .credits, .command(.credits): start(.credits)
        case .status, .command(.status): start(.readDraft(.status))
        case .uploadHelp, .command(.upload): say(phrases.uploadHelp)
        case .help, .command(.help): say(phrases.help)
        case .quit, .command(.quit):
            if settings.isInteractive { return quit() }
            _ = queue.clear()
            ended()
        case .command(.new): start(.newSession)
        case .command(.undo): start(.undo)
        case .command(.redo): start(.redo)
        case .command(.take(let number)): if let step = offered(number) { take(step) }
        case .command(.unqueue(let number)): unqueue(number)
        case .command(.sessions(let number)): start(number.map { .takeUp($0) } ?? .listSessions)
        case .unknownCommand(let name): fail(phrases.unknownCommand(name))
        case .message(let text): send(text)
        case .batch(let items): makeEach(items)
        case .batchOfEarlier(let words, let line): makeEachAdded(words, line: line)
        }
    }

    private mutating func unqueue(_ number: Int?) {
        let count = queue.persons.count
        if let entry = queue.takeBack(number) {
            say(phrases.takenBack(words(of: entry)), .dim)
        } else {
            say(count == 0 ? phrases.nothingQueued : phrases.notQueued(number ?? 0, of: count))
        }
    }

    /// What the person put into the queue, as it is shown.
    func words(of entry: LineQueue.Entry) -> String {
        switch entry {
        case .line(let line): line
        case .step(let step): phrases.label(step)
        case .work, .files: ""
        }
    }

    mutating func interrupted() {
        if case .connect = work {
            // Without a studio there is nothing to stop for, and Ctrl-C never ends the chat.
            say(phrases.ctrlDQuits, .dim)
        } else if work != nil {
            actions.append(.stopWork)
            isStopping = true
            takeBackQueue()
        } else if let asked = question {
            question = nil
            letGo(asked, isSaid: true)
        } else if !exports.isEmpty {
            takeBackQueue()
            exports.isStopping = true
            actions.append(.stopExport)
        } else if drafts.order != nil {
            stopDraft()
            say(phrases.stopped)
        } else {
            say(phrases.ctrlDQuits, .dim)
        }
    }

    private mutating func takeBackQueue() {
        for entry in queue.clear() { say(phrases.takenBack(words(of: entry)), .dim) }
    }

    mutating func ended() {
        isEnding = true
        // Somebody who presses Ctrl-D wants to go; a pipe that ends has said all it had to say.
        if settings.isInteractive, !exports.isStopping {
            quit()
        } else {
            next()
        }
    }

    mutating func quit() {
        stopDraft()
        for order in exports.orders { say(phrases.exportGoesOn(order.name + ".mp4"), .dim) }
        actions.append(.quit(settings.isInteractive ? 0 : hasFailed ? 1 : 0))
    }
}
