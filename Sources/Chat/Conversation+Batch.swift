import StudioClient
import Terminal

// Several videos, one by one: a new session, the files, the words, the export. One that fails does not stop the rest.
extension Conversation {
    mutating func makeEach(_ items: [BatchItem]) {
        for item in items { follow(item.words) }
        withConsent(.batch(items))
    }

    /// Makes a video of each picture that was added before.
    mutating func makeEachAdded(_ words: String, line: String) {
        let pictures = added.filter { MediaName.isShown($0) }
        guard !pictures.isEmpty else { return send(line) }
        makeEach(pictures.map { BatchItem(paths: [$0], words: words) })
    }

    mutating func beginBatch(_ items: [BatchItem]) {
        say(phrases.batchBegins(items.count))
        offers = []
        batch = Batch(items: items)
        beginItem()
    }

    private mutating func beginItem() {
        guard let batch else { return }
        guard batch.current != nil else { return endBatch() }
        say(batchLine(batch), .accent)
        start(.newSession)
    }

    func batchLine(_ batch: Batch) -> String {
        phrases.batchItem(batch.number, of: batch.items.count, batch.current.map(Batch.name) ?? "")
    }

    mutating func batchSessionBegan() {
        guard let item = batch?.current else { return }
        upload = UploadLane(Drop(paths: item.paths))
        start(.upload(item.paths))
    }

    /// - Parameter refused: The files, when none of the item's was taken.
    mutating func batchUploaded(_ refused: [UploadOutcome]) {
        guard let item = batch?.current else { return }
        guard refused.isEmpty else {
            return batchItemFailed(
                refused.compactMap(\.refusal).map { phrases.words(for: $0) }.joined(separator: " ")
            )
        }
        send(item.words)
    }

    mutating func batchTurnEnded(_ turn: Turn) {
        if turn.fate == .lost { return batchItemFailed(phrases.nothingChanged) }
        batch?.trouble = turn.trouble
        start(.readDraft(.export(ExportWish())))
    }

    mutating func batchDraftRead(_ view: DraftView?, _ session: String?) {
        guard let item = batch?.current else { return }
        guard let view, view.isReady, let session else {
            return batchItemFailed(batch?.trouble ?? phrases.agentGaveNothing)
        }
        let order = order(view, session, ExportWish(), title: Batch.name(of: item))
        batch?.order = order
        enqueue(order, silently: false)
    }

    mutating func batchExportEnded(_ end: ExportUpdate) {
        switch end {
        case .finished(let result): batchItemEnded(Batch.Outcome(text: result.path, isMade: true))
        case .failed(let error): batchItemFailed(phrases.words(for: error))
        default: batchItemFailed(phrases.exportTakesLong(batch?.order?.name ?? ""))
        }
    }

    mutating func batchItemFailed(_ reason: String) {
        batchItemEnded(Batch.Outcome(text: reason, isMade: false))
    }

    private mutating func batchItemEnded(_ outcome: Batch.Outcome) {
        batch?.outcomes.append(outcome)
        batch?.order = nil
        batch?.trouble = nil
        beginItem()
    }

    /// The person has stopped it: no further video is made.
    mutating func stopBatch() {
        say(phrases.batchStopped)
        endBatch()
    }

    private mutating func endBatch() {
        guard let batch else { return }
        self.batch = nil
        let made = batch.outcomes.count(where: \.isMade)
        say(
            phrases.batchEnds(made, of: batch.items.count),
            made == batch.items.count ? .success : .plain
        )
        for (index, item) in batch.items.enumerated() {
            let outcome = batch.outcomes.indices.contains(index) ? batch.outcomes[index].text : nil
            say(phrases.batchResult(index + 1, Batch.name(of: item), outcome))
        }
    }
}
