import StudioClient
import Terminal

// Files: gathered, sent, and what is said along with them.
extension Conversation {
    mutating func gather(_ found: DroppedPaths.Found) {
        follow(found.words)
        var drop = Drop(paths: [], words: found.words)
        var missing = found.missing
        var folders: [FolderContents] = []
        for path in found.paths {
            if MediaName.isArchive(path), !WebAddress.isOne(path), router.files.kind(path) == .file {
                fail(phrases.archive(MediaName.last(of: path)))
                drop.unusable += 1
            } else if router.files.kind(path) == .folder {
                let folder = FolderContents(of: path, in: router.files)
                if folder.media.isEmpty {
                    fail(phrases.nothingIn(folder))
                    drop.unusable += 1
                } else {
                    folders.append(folder)
                    drop.paths += folder.media
                }
            } else if WebAddress.isOne(path) || router.files.kind(path) != nil {
                drop.paths.append(path)
            } else {
                missing.append(path)
            }
        }
        if !missing.isEmpty { fail(phrases.missing(missing)) }
        drop.unusable += missing.count
        guard !drop.paths.isEmpty else { return tellUnsent(drop.words) }
        guard !folders.isEmpty else { return add(drop) }
        for folder in folders { if let rest = phrases.leftOut(of: folder) { say(rest, .dim) } }
        guard settings.isInteractive else { return add(drop) }
        question = .add(drop)
        let names = folders.map(\.name).joined(separator: ", ")
        say(phrases.addFolder(names, phrases.content(drop.paths)), .accent)
    }

    mutating func add(_ drop: Drop) {
        withConsent(.add(drop))
    }

    mutating func uploaded(_ outcomes: [UploadOutcome]) {
        for outcome in outcomes { tellRefusal(outcome) }
        let refused = outcomes.filter { $0.refusal != nil }
        let repeats = outcomes.filter { $0.refusal == nil && $0.isRepeat }
        let good = outcomes.filter { $0.refusal == nil && !$0.isRepeat }.map(\.path)
        let words = upload.words
        let bad = refused.count + upload.unusable
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
        if bad > 0, settings.isInteractive {
            question = .goOn(words: words)
            let kept = phrases.content(good + repeats.map(\.path))
            say(phrases.goOnWithout(kept, isOneBad: bad == 1), .accent)
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
