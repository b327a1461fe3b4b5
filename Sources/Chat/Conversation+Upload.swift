import StudioClient
import Terminal

// Files: gathered, sent, and what is said along with them.
extension Conversation {
    mutating func gather(_ found: DroppedPaths.Found) {
        follow(found.words)
        var paths: [String] = []
        var folders: [String] = []
        for path in found.paths {
            if router.files.kind(path) == .folder {
                let media = router.files.media(in: path)
                if media.isEmpty {
                    fail(phrases.emptyFolder(MediaName.last(of: path)))
                } else {
                    folders.append(path)
                }
                paths += media
            } else {
                paths.append(path)
            }
        }
        guard !paths.isEmpty else { return }
        guard !folders.isEmpty, settings.isInteractive else { return add(paths, words: found.words) }
        let names = folders.map(MediaName.last(of:)).joined(separator: ", ")
        question = .add(paths: paths, words: found.words)
        say(phrases.addFolder(names, phrases.content(paths)), .accent)
    }

    mutating func add(_ paths: [String], words: String) {
        withConsent(.add(paths: paths, words: words))
    }

    mutating func uploaded(_ outcomes: [UploadOutcome]) {
        for outcome in outcomes { tellRefusal(outcome) }
        let refused = outcomes.filter { $0.refusal != nil }
        let repeats = outcomes.filter { $0.refusal == nil && $0.isRepeat }
        let good = outcomes.filter { $0.refusal == nil && !$0.isRepeat }.map(\.path)
        let words = upload.words
        upload = UploadLane()
        if !repeats.isEmpty { say(phrases.alreadyThere(repeats.map(\.name))) }
        let isFirst = added.isEmpty && !isTakenUp
        if !good.isEmpty {
            added += good
            say(phrases.added(phrases.content(good)))
        }
        if batch != nil { return batchUploaded(good.isEmpty && repeats.isEmpty ? refused : []) }
        guard !good.isEmpty || !repeats.isEmpty else {
            say(phrases.nothingToGoOnWith)
            return tellUnsent(words)
        }
        if !refused.isEmpty, settings.isInteractive {
            question = .goOn(words: words)
            let kept = phrases.content(good + repeats.map(\.path))
            say(phrases.goOnWithout(kept, isOneBad: refused.count == 1), .accent)
        } else if !words.isEmpty, !isDone(words, with: good + repeats.map(\.path)) {
            takeWords(words)
        } else if isFirst, settings.isInteractive, queue.isEmpty {
            say(phrases.whatToMake, .dim)
        }
    }

    /// "Add this photo" is done with the upload as long as there is no video it could be added to. A song that is added
    /// is to be heard.
    private func isDone(_ words: String, with paths: [String]) -> Bool {
        return paths.allSatisfy(MediaName.isShown) && draft?.isReady != true && Lexicon.onlyGives(words)
    }

    /// What was said along with files: it may be one of the things the chat does itself.
    mutating func takeWords(_ words: String) {
        switch router.route(words) {
        case .export, .credits, .status: take(words)
        default: send(words)
        }
    }

    /// Tells why a file was not taken, once.
    mutating func tellRefusal(_ outcome: UploadOutcome) {
        guard let refusal = outcome.refusal, !upload.told.contains(outcome.path) else { return }
        upload.tell(outcome.path)
        fail(phrases.refused(outcome.name, refusal))
    }

    /// Nothing the person said is lost.
    mutating func tellUnsent(_ words: String) {
        if !words.isEmpty { say(phrases.unsent(words), .dim) }
    }
}
