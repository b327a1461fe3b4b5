extension Translator {
    mutating func read(_ string: String, into result: inout Translation) {
        let text = Array(string)
        let line = Line(text)
        if let open = fence {
            if line.kind == .fence, text[line.prefix] == open { fence = nil }
            return keep(string, into: &result)
        }
        switch line.kind {
        case .blank: waiting.addBlank(string)
        case .fence, .fixed:
            if line.kind == .fence { fence = text[line.prefix] }
            waiting.enter(line)
            list = ListState()
            keep(string, into: &result)
        case .heading, .item, .plain: readWords(text, line, into: &result)
        }
    }

    private mutating func keep(_ string: String, into result: inout Translation) {
        waiting.addWords(string, into: &result)
    }

    private mutating func readWords(_ text: [Character], _ line: Line, into result: inout Translation) {
        waiting.enter(line)
        list.enter(line)
        var surroundings = SentenceReading.Surroundings()
        if line.kind == .item {
            surroundings.isOffer = true
            surroundings.followsWindow = list.followsWindow
            surroundings.isProcedure = waiting.isProcedure
        }
        let reading = LineReading(text, line, surroundings)
        var shown = give(reading.orders, into: &result)
        if reading.isTouched {
            for piece in reading.pieces {
                switch piece {
                case .text(let words): keep(list.renumbered(words, line), into: &result)
                case .shown(let what): if shown.remove(what) != nil { waiting.addShown(what, into: &result) }
                }
            }
            if !reading.hasWords { waiting.addGap() }
        } else if reading.isAnnouncement {
            let words = list.renumbered(String(text), line)
            waiting.addHeading(words, line, isProcedure: reading.isProcedure)
        } else {
            keep(list.renumbered(String(text), line), into: &result)
        }
        list.leave(line, isGone: !reading.hasWords)
    }

    /// Gives the orders that are new; what is looked up is given by its place among the words.
    private mutating func give(_ orders: [SentenceReading.Order], into result: inout Translation) -> Set<
        Translation.Shown
    > {
        var shown: Set<Translation.Shown> = []
        for order in orders {
            switch order.deed {
            case .nothing: break
            case .show(let what):
                if given.shown.insert(what).inserted { shown.insert(what) }
            case .export:
                if order.isOffer && !wantsFile {
                    offer(.export)
                } else if given.steps.insert(.export).inserted {
                    result.now.append(.export)
                }
            case .send(let edit): offer(.send(edit))
            }
        }
        return shown
    }

    private mutating func offer(_ step: Translation.Step) {
        if !given.steps.contains(step), !offers.contains(step) { offers.append(step) }
    }
}
