import StudioAPI
import StudioClient
import Terminal
import Timeline

// A look at the timeline: pictures or lines, then a draft of the video that is made beside everything else.
extension Conversation {
    mutating func preview(_ wish: PreviewWish) {
        start(.preview(wish, withPictures: settings.showsPictures))
    }

    mutating func sheetBegan(_ sheet: PreviewSheet) {
        self.sheet = sheet
        if sheet.entries.isEmpty { return say(phrases.noSuchPhoto(of: sheet.total)) }
        say(phrases.sheetTitle(sheet), .accent)
        // Lines in the place of pictures.
        guard !settings.showsPictures || sheet.entries.allSatisfy({ $0.url == nil }) else { return }
        for entry in sheet.entries { actions.append(.show(phrases.sheetLine(entry, of: sheet.total))) }
    }

    mutating func pictureCame(_ entry: PreviewSheet.Entry, _ picture: PlainPicture?, isLarge: Bool) {
        let total = sheet?.entries.count ?? .max
        actions.append(.showCard(phrases.card(entry, picture, isLarge: isLarge, of: total)))
    }

    mutating func previewed(_ view: DraftView?, _ session: String?, isListed: Bool, of wish: PreviewWish) {
        actions.append(.endCards)
        let sheet = sheet
        self.sheet = nil
        draft = view
        guard let view, view.isReady, let session else { return say(phrases.nothingYet) }
        if !isListed { showSummary(onlyIfNew: false) }
        if let sheet, !sheet.isLarge, let rest = sheet.rest {
            say(phrases.sheetRest(sheet.total - rest.lowerBound + 1, rest), .dim)
        }
        guard studio?.info != nil else {
            // A hosted studio has neither pictures nor drafts; its exports are free.
            say(phrases.previewByExport)
            return offer([.export])
        }
        // A shape that the video has anyway is none of its own.
        let own = view.digest.timeline?.aspect
        let aspect = wish.aspect == own ? nil : wish.aspect
        if let aspect, let own { say(phrases.otherShape(aspect.rawValue, own: own.rawValue), .dim) }
        makeDraft(view, session, aspect: aspect)
    }

    // MARK: The draft

    private mutating func makeDraft(_ view: DraftView, _ session: String, aspect: Aspect?) {
        if let made = drafts.made, drafts.hasMade(view.raw, in: aspect?.rawValue), router.files.kind(made.path) != nil {
            return say(phrases.draftReady(made.path))
        }
        if drafts.isMaking(view.raw, in: aspect?.rawValue) { return }
        stopDraft()
        let name = OutputName.base(title: view.title, day: settings.day, shape: aspect)
        let order = ExportOrder(
            id: settings.makeID(),
            session: session,
            draft: view.raw,
            output: RenderOutput(quality: Quality.draft.rawValue, aspect: aspect?.rawValue, background: true),
            target: .file(settings.drafts.path(for: name), replacing: true)
        )
        drafts.begin(order)
        actions.append(.startDraft(order))
    }

    mutating func stopDraft() {
        guard drafts.order != nil else { return }
        drafts.end(made: nil)
        actions.append(.stopDraft)
    }

    /// - Parameter id: Which draft; one that was stopped may still have a last word.
    mutating func draftWent(_ id: String, _ update: ExportUpdate) {
        guard drafts.order?.id == id else { return }
        switch update {
        case .rendering(let fraction, _): drafts.fraction = fraction
        case .begins, .waiting, .downloading, .sessionLost: break
        case .finished(let result):
            drafts.end(made: result.path)
            say(phrases.draftReady(details(result)), .success)
            next()
        case .failed(let error):
            drafts.end(made: nil)
            say(phrases.draftFailed(phrases.words(for: error)), .dim)
            next()
        case .cancelled, .left:
            drafts.end(made: nil)
            say(phrases.draftDropped, .dim)
            next()
        }
    }

    var draftLine: String? {
        drafts.order == nil ? nil : phrases.makingDraft(drafts.fraction)
    }
}
