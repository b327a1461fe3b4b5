/// A kind of talk of windows, by the verb it turns on and the words that must be about.
struct Recogniser: Sendable {
    enum Outcome: Hashable, Sendable {
        case window
        /// The words are true without a window as well: they stay, and the deed is done or offered.
        case keeps(Deed)
        /// It only sounds like it.
        case unmeant
    }

    /// What the first word must mean, one of them.
    var verb: Meaning
    /// What the next word must mean, a preposition or emphasis aside; empty: anything.
    var next: Meaning = []
    /// A capital letter does not do, and in Chinese too it matters what follows.
    var isStrict = false
    /// Words that must be about, one of each set.
    var about: [Meaning] = []
    /// Words that must not be about.
    var except: Meaning = []
    /// It must be plain that the reader is spoken to.
    var needsReader = false
    /// What must have been named before the verb.
    var location: Meaning = []
    /// It says where something is, and not what is to be done.
    var isDescription = false
    var outcome = Outcome.window

    /// The first that fits counts.
    static let all: [Recogniser] = [
        // What is dropped where the person is writing is for the chat.
        Recogniser(verb: .drag, about: [.chat], outcome: .unmeant),
        Recogniser(verb: .disposing, about: [.chat], outcome: .unmeant),
        Recogniser(verb: .disposing, about: [.drag, .page], except: [.stage, .panel], outcome: .unmeant),
        Recogniser(verb: .intake, except: [.stage, .panel, .control], outcome: .unmeant),
        Recogniser(verb: .drag, next: .things),
        Recogniser(verb: .disposing, about: [.drag]),
        Recogniser(verb: .disposing, about: [.slider]),
        Recogniser(verb: .gerund, about: [[.control, .panel, .export, .key]], isDescription: true),
        Recogniser(verb: .findable, about: [[.control, .panel, .page, .stage]], isDescription: true),
        Recogniser(verb: .point, next: .things),
        Recogniser(verb: .press, about: [[.control, .key]]),
        Recogniser(verb: .press, next: .labels.union(.place), isStrict: true),
        Recogniser(verb: .press, next: .look, isStrict: true, except: .finite),
        Recogniser(verb: .open, about: [[.control, .panel, .page, .money, .stage]]),
        Recogniser(verb: .open, about: [.place, .export]),
        Recogniser(verb: .open, location: [.panel, .stage, .page, .money]),
        Recogniser(verb: .preview, next: .things),
        Recogniser(verb: .look, about: [[.stage, .panel, .money, .control]], except: .soft),
        Recogniser(verb: .look, about: [.preposition, .soft], needsReader: true),
        Recogniser(verb: .look, location: [.stage, .panel, .page, .money, .control]),
        Recogniser(verb: .using, about: [[.control, .panel, .drag]]),
        Recogniser(verb: .upload, about: [[.control, .panel, .page]]),
        Recogniser(verb: .export, about: [.control]),
        Recogniser(verb: .export, about: [.preposition, [.place, .panel, .page]]),
        Recogniser(verb: .export, location: [.control, .panel, .page, .place]),
        Recogniser(
            verb: .export,
            next: [.determiner, .pronoun, .media],
            except: [.finite],
            needsReader: true,
            outcome: .keeps(.export)
        ),
        Recogniser(verb: .pay, about: [[.page, .panel, .control]]),
        Recogniser(verb: .pay, location: [.page, .panel, .control, .place]),
        Recogniser(verb: .pay, about: [[.money, .plan]], outcome: .keeps(.show(.credits))),
        Recogniser(verb: .step, about: [[.control, .panel, .key]]),
        Recogniser(verb: .step, about: [.media, .stage]),
        Recogniser(
            verb: [.adjust, .alter, .verb],
            about: [[.preposition, .using], [.control, .panel]],
            except: .soft
        ),
        Recogniser(verb: [.adjust, .alter, .verb], about: [[.preposition, .using], .soft], needsReader: true),
        Recogniser(verb: [.adjust, .alter, .verb], about: [.using, .gerund]),
        Recogniser(verb: [.adjust, .alter, .step, .verb], location: [.panel, .control, .stage]),
        Recogniser(verb: [.adjust, .alter, .verb], about: [.preposition, .stage], needsReader: true),
    ]

    func fits(_ body: Range<Int>, _ lead: Lead, _ reader: ClauseReader) -> Bool {
        guard let head = body.first, reader.tokens[head].means(verb), !needsReader || lead.isAddressed else {
            return false
        }
        let rest = body.dropFirst().prefix(ClauseReader.horizon)
        if !location.isEmpty, lead.location.isDisjoint(with: location) { return false }
        if !next.isEmpty, !nextFits(rest, reader) { return false }
        guard !about.isEmpty || !except.isEmpty else { return true }
        let meaning = reader.meaning(of: rest)
        return meaning.isDisjoint(with: except) && about.allSatisfy { !meaning.isDisjoint(with: $0) }
    }

    /// The word after the verb says whether it is one: "click the", not "click track".
    private func nextFits(_ rest: Range<Int>, _ reader: ClauseReader) -> Bool {
        let tokens = reader.tokens
        for index in rest {
            let token = tokens[index]
            if token.kind == .emphasis || token.kind == .emoji || token.means(.preposition) && !token.means(next) {
                continue
            }
            if token.kind == .mark, "([（「".contains(reader.text[token.range.lowerBound]) { continue }
            if isStrict, token.means(.determiner) { continue }
            if isStrict {
                return token.means(next) || token.kind == .quoted || index > 0 && tokens[index - 1].kind == .emphasis
            }
            if token.kind == .han { return !token.means(.past) }
            return token.means(next) || token.isLabel || token.kind == .literal || token.kind == .number
        }
        // A Chinese verb can stand alone; an English one that ends a clause was a noun.
        return true
    }
}
