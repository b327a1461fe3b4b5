import StudioAPI

/// Turns the frames of a stream into what is to be shown: a pure state machine.
///
/// Servers differ in how they repeat a text that came in deltas, so one rule serves all: deltas are shown, and a text
/// that is no delta is dropped when it equals the deltas since the last one, else shown.
struct TurnReader {
    /// More tools than any turn uses.
    private static let toolLimit = 1000

    private var summary = TurnSummary()
    /// The deltas since the last text that was none, as they came; nil when they are longer than any text that could
    /// repeat them.
    private var deltas: String? = ""
    /// A text is being shown in pieces.
    private var isTextOpen = false
    private var cleaner = TextCleaner()
    private var apology = ApologyFilter()
    /// There was text with words in it.
    private var hadReply = false
    /// Hashes of the calls' ids: an id may be of any length.
    private var startedCalls: Set<Int> = []
    private var endedCalls: Set<Int> = []
    /// The trouble told last, while nothing else has come since.
    private var lastTrouble: TurnTrouble?
    /// The events taken so far, from which a record of the turn goes on.
    private(set) var eventCount = 0

    mutating func take(_ frame: SSEFrame) -> [TurnItem] {
        var items: [TurnItem] = []
        switch frame {
        case .heartbeat: items.append(.heartbeat)
        case .error(let text): tell(failure: text, &items)
        case .event(let event): take(event, &items)
        }
        return items
    }

    /// The end of the stream, after which nothing more is to be taken.
    mutating func end() -> [TurnItem] {
        var items: [TurnItem] = []
        endText(&items)
        let rest = apology.held
        if !rest.isBlank, !(hadReply && apology.holdsApology) { show(whole: apology.release(), &items) }
        items.append(.ended(summary))
        return items
    }

    private mutating func take(_ event: StreamEvent, _ items: inout [TurnItem]) {
        eventCount += 1
        if event.partial {
            for part in event.parts { takePartial(part, &items) }
        } else {
            takeWhole(event.parts, &items)
        }
        if event.draftChanged {
            summary.draftChanged = true
            items.append(.draftChanged)
        }
        if event.isEmpty { items.append(.heartbeat) }
        if let code = event.errorCode { tell(code: code, message: event.errorMessage, &items) }
    }

    private mutating func takePartial(_ part: StreamEvent.Part, _ items: inout [TurnItem]) {
        switch part {
        case .text(let text):
            // A new text after an apology: that was not the end.
            if deltas?.isEmpty == true { releaseApology(&items) }
            deltas?.append(text)
            if let length = deltas?.utf8.count, length > SSEReader.frameLimit { deltas = nil }
            show(delta: text, &items)
        case .call(let id, let name, let arguments):
            // It comes again, whole; without an id nobody could tell that it is the same.
            if id != nil { start(id: id, name: name, arguments: arguments, &items) }
        case .response(let id, let name):
            finish(id: id, name: name, &items)
        }
    }

    private mutating func takeWhole(_ parts: [StreamEvent.Part], _ items: inout [TurnItem]) {
        let whole = parts.reduce(into: "") { text, part in if case .text(let more) = part { text += more } }
        // What is left to show of this event's texts.
        var known = ""
        if !whole.isEmpty {
            known = deltas ?? ""
            deltas = ""
        }
        let isKnown = !known.isEmpty && whole.trimmed == known.trimmed
        // Deltas were lost on the way: the text goes on where they stopped.
        let goesOn = !isKnown && !known.isEmpty && whole.hasPrefix(known)
        if goesOn { show(delta: String(whole.dropFirst(known.count)), &items) }
        if !whole.isEmpty { endText(&items) }
        for part in parts {
            switch part {
            case .text(let text):
                if !isKnown, !goesOn { show(whole: pass(text, &items), &items) }
            case .call(let id, let name, let arguments):
                start(id: id, name: name, arguments: arguments, &items)
            case .response(let id, let name):
                finish(id: id, name: name, &items)
            }
        }
    }

    // MARK: Text

    private mutating func show(delta text: String, _ items: inout [TurnItem]) {
        show(clean: cleaner.clean(text), &items)
    }

    private mutating func show(clean text: String, _ items: inout [TurnItem]) {
        var clean = apology.pass(text)
        // Until there is something to see, a text has not begun.
        if !isTextOpen { clean = String(clean.drop(while: \.isWhitespace)) }
        guard !clean.isEmpty else { return }
        isTextOpen = true
        note(clean)
        items.append(.delta(clean))
    }

    /// What can be shown of a whole text.
    private mutating func pass(_ text: String, _ items: inout [TurnItem]) -> String {
        guard !text.isBlank else { return "" }
        releaseApology(&items)
        return apology.pass(whole: text.withoutControls)
    }

    private mutating func show(whole text: String, _ items: inout [TurnItem]) {
        guard !text.isBlank else { return }
        note(text)
        items.append(.text(text.trimmed))
    }

    private mutating func note(_ text: String) {
        summary.hadText = true
        hadReply = hadReply || text.contains(where: \.isLetterOrDigit)
        lastTrouble = nil
    }

    private mutating func endText(_ items: inout [TurnItem]) {
        let waiting = cleaner.end()
        if !waiting.isEmpty { show(clean: waiting, &items) }
        if !apology.held.isEmpty, !apology.holdsApology {
            // Half a phrase at the end of a text is no apology.
            let rest = apology.release()
            if isTextOpen { items.append(.delta(rest)) } else { show(whole: rest, &items) }
        }
        if isTextOpen { items.append(.textEnded) }
        isTextOpen = false
    }

    private mutating func releaseApology(_ items: inout [TurnItem]) {
        guard !apology.held.isEmpty else { return }
        show(whole: apology.release(), &items)
    }

    // MARK: Tools

    private mutating func start(id: String?, name: String, arguments: JSONValue?, _ items: inout [TurnItem]) {
        if let id, !startedCalls.insert(id.hashValue).inserted { return }
        endText(&items)
        lastTrouble = nil
        items.append(.toolStarted(name: name.withoutControls, arguments: arguments?.withoutControls))
    }

    private mutating func finish(id: String?, name: String, _ items: inout [TurnItem]) {
        if let id, !endedCalls.insert(id.hashValue).inserted { return }
        endText(&items)
        lastTrouble = nil
        if summary.tools.count < Self.toolLimit { summary.tools.append(name.withoutControls) }
        items.append(.toolFinished(name: name.withoutControls))
    }

    // MARK: Trouble

    private var hasEdited: Bool { !summary.tools.isEmpty || summary.draftChanged }

    private mutating func tell(code: String, message: String, _ items: inout [TurnItem]) {
        // A model with nothing to add after an edit that worked.
        if code == "MODEL_RETURNED_NO_CONTENT", hasEdited || summary.hadText { return }
        tell(
            TurnTrouble(code: code.withoutControls, message: message.withoutControls, followsEdit: hasEdited),
            &items
        )
    }

    /// The failure as the server tells it at the end of the stream, often for the second time.
    private mutating func tell(failure text: String, _ items: inout [TurnItem]) {
        let text = text.withoutControls
        tell(TurnTrouble(code: "error", message: text, followsEdit: hasEdited), &items)
    }

    private mutating func tell(_ trouble: TurnTrouble, _ items: inout [TurnItem]) {
        endText(&items)
        if let last = lastTrouble, last.isSame(as: trouble) { return }
        lastTrouble = trouble
        summary.trouble = summary.trouble ?? trouble
        items.append(.trouble(trouble))
    }
}

extension TurnTrouble {
    /// The same failure in other words: "RuntimeError: no quota" and the code with the message "no quota".
    func isSame(as other: TurnTrouble) -> Bool {
        // By letters and digits alone: the wire that does not escape leaves quotes and line breaks in or out.
        let (mine, theirs) = (message.filter(\.isLetterOrDigit), other.message.filter(\.isLetterOrDigit))
        if code == "error" || other.code == "error" {
            return mine.isEmpty || theirs.isEmpty || mine.contains(theirs) || theirs.contains(mine)
        }
        return code == other.code && mine == theirs
    }
}

extension Character {
    fileprivate var isLetterOrDigit: Bool { isLetter || isNumber }
}
