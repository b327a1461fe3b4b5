import Terminal

// What the person is asked, and what follows from the answer.
extension Conversation {
    enum Question: Hashable, Sendable {
        /// Add what is in folders, then say the words.
        case add(Drop)
        /// Some files were refused: say the words all the same.
        case goOn(words: String)
        /// Files leave the machine.
        case consent(Consented)
    }

    /// What waits for the person's consent.
    enum Consented: Hashable, Sendable {
        case add(Drop)
        case batch([BatchItem])

        var paths: [String] {
            switch self {
            case .add(let drop): drop.paths
            case .batch(let items): items.flatMap(\.paths)
            }
        }
    }

    mutating func answered(_ asked: Question, _ isYes: Bool) {
        guard isYes else {
            letGo(asked, isSaid: true)
            return next()
        }
        switch asked {
        case .add(let drop): add(drop)
        case .goOn(let words):
            if words.isEmpty { say(phrases.whatToMake) } else { takeWords(words) }
        case .consent(let consented):
            agree()
            begin(consented)
        }
        next()
    }

    /// Nothing comes of what was asked about.
    mutating func letGo(_ asked: Question, isSaid: Bool = false) {
        switch asked {
        case .add, .goOn:
            if isSaid { say(phrases.fine) }
        case .consent(let consented):
            say(phrases.notSent)
            if case .add(let drop) = consented { tellUnsent(drop.words) }
        }
    }

    // MARK: Files that leave the machine

    /// Goes on at once, or when the person agrees that files go to a studio that is not on this machine.
    mutating func withConsent(_ consented: Consented) {
        let files = consented.paths.filter { !WebAddress.isOne($0) }
        guard let studio, !studio.mayUpload, !files.isEmpty else { return begin(consented) }
        if settings.isInteractive, !settings.assumesYes {
            question = .consent(consented)
            say(phrases.askConsent(files, studio.host), .accent)
        } else {
            say(phrases.tellConsent(files, studio.host))
            // Nobody was asked: it is said again next time.
            self.studio?.mayUpload = true
            begin(consented)
        }
    }

    private mutating func agree() {
        guard let origin = studio?.origin else { return }
        studio?.mayUpload = true
        actions.append(.allowUploads(origin: origin))
    }

    private mutating func begin(_ consented: Consented) {
        switch consented {
        case .add(let drop):
            upload = UploadLane(drop)
            start(.upload(drop.paths))
        case .batch(let items):
            beginBatch(items)
        }
    }
}
