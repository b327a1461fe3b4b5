import Foundation
import StudioAPI
import StudioClient
import Terminal
import Timeline

/// The work of ``MakeProgram``: checks, uploads, words, export.
struct MakeJob: Sendable {
    enum End: Hashable, Sendable {
        /// One video for each shape; for those that failed, why.
        case made([ExportResult], failures: [String])
        /// The timeline was shown, and there is no draft to be had.
        case shown
        case failed(Int32, [String])
    }

    let options: MakeProgram.Options
    let progress: ProgressLine
    /// How pictures are shown beside the progress; nil: in words.
    let pictures: PictureForm?
    /// Told each video as it is there.
    let made: @Sendable (ExportResult) -> Void
    let link: StudioLink
    let store: ChatStore
    let phrases: ChatPhrases
    let clock: any Clock<Duration>

    init(
        _ options: MakeProgram.Options,
        clock: any Clock<Duration>,
        connect: @escaping StudioLink.Connect,
        progress: ProgressLine,
        pictures: PictureForm? = nil,
        made: @escaping @Sendable (ExportResult) -> Void = { _ in }
    ) {
        self.options = options
        self.progress = progress
        self.pictures = pictures
        self.made = made
        self.clock = clock
        store = ChatStore(folder: options.stateFolder)
        let phrases = ChatPhrases(
            language: options.prompt.flatMap(LanguageSense.language(of:))
                ?? LanguageSense.language(environment: options.environment)
        )
        self.phrases = phrases
        link = StudioLink(connect: connect) { notice in
            let text = StyledText(phrases.connecting(notice), .dim)
            if case .slowedDown = notice { progress.update([text]) } else { progress.note(text) }
        }
    }

    func run() async -> End {
        let check = MakeCheck(options, phrases: phrases)
        if let refusal = check.refusal { return .failed(2, refusal) }
        for note in check.files.notes { progress.note(StyledText(note, .dim)) }
        do {
            return try await make(of: check.files.paths)
        } catch let stop as Stop {
            return .failed(stop.status, stop.messages)
        } catch let error as StudioError {
            if Task.isCancelled { return interrupted }
            return .failed(error.code == .badToken ? 4 : 1, [phrases.words(for: error)])
        } catch is CancellationError {
            return interrupted
        } catch {
            return .failed(1, ["\(error)"])
        }
    }

    struct Stop: Error {
        var status: Int32
        var messages: [String]
    }

    var interrupted: End { .failed(130, [phrases.interrupted]) }

    private func make(of files: [String]) async throws -> End {
        let said = Words()
        let sheet = options.preview ? SheetPrinter(progress, phrases: phrases, pictures: pictures) : nil
        let desk = Desk(link: link, store: store, clock: clock) {
            [progress, phrases, tally = UploadTally(files)] notice in
            switch notice {
            case .uploading(let path, let fraction):
                tally.went(path, fraction) { progress.update([StyledText(phrases.uploading($0))]) }
            case .turn(let item):
                said.take(item)
            case .turnLost(let time, let isTimeout):
                progress.update([StyledText(phrases.turnLost(lookIn: time, isTimeout: isTimeout))])
            case .sheet(let began):
                sheet?.begin(began)
            case .picture(let entry, let picture, _):
                sheet?.take(entry, picture)
            case .sessionLost, .uploaded:
                break
            }
        }
        if options.aspects.count > 1, try await link.info() == nil {
            throw Stop(status: 1, messages: [phrases.oneShapeOnly])
        }
        try await upload(files, desk)
        progress.update([StyledText(phrases.working)])
        var view = try await turn(
            options.prompt
                ?? "make a slideshow video from these photos with transitions and background music",
            desk,
            said
        )
        for wish in flagWishes { view = try await turn(wish, desk, said, after: view) }
        if let sentence = unmet(by: view) { throw Stop(status: 1, messages: [sentence]) }
        guard let session = await desk.session?.id else {
            throw Stop(status: 1, messages: [phrases.generateFirst])
        }
        guard let sheet else { return try await export(view, session) }
        let result = try ended(
            await desk.perform(.preview(PreviewWish(), withPictures: pictures != nil), language: language)
        )
        guard case .previewed(_, _, let isListed) = result else { return .shown }
        sheet.end()
        if !isListed { progress.note(StyledText(view.digest.summary(in: language), .dim)) }
        return try await draft(view, session)
    }

    private func upload(_ files: [String], _ desk: Desk) async throws {
        let studio = try await link.studio()
        let own = files.filter { !WebAddress.isOne($0) }
        if !studio.isLocal, !own.isEmpty, store.studio(studio.origin).mayUpload != true {
            // Nobody can be asked here.
            progress.note(StyledText(phrases.tellConsent(own, studio.host)))
        }
        guard
            case .uploaded(let outcomes) = try ended(
                await desk.perform(.upload(files), language: language)
            )
        else { return }
        let refused = outcomes.filter { $0.refusal != nil }
        guard !refused.isEmpty else { return }
        let sentences = refused.compactMap { outcome in
            outcome.refusal.map { phrases.refused(outcome.name, $0) }
        }
        if !options.skipBad { throw Stop(status: 1, messages: sentences + [phrases.skipBadHint]) }
        if refused.count == outcomes.count { throw Stop(status: 1, messages: sentences) }
        for sentence in sentences { progress.note(StyledText(sentence, .error)) }
    }

    /// Says something to the agent and reads what became of the draft.
    private func turn(_ text: String, _ desk: Desk, _ said: Words, after former: DraftView? = nil)
        async throws
        -> DraftView
    {
        said.clear()
        let session = await desk.session?.id
        guard
            case .turnEnded(let summary, let fate) = try ended(
                await desk.perform(.turn(text), language: language)
            )
        else { throw Stop(status: 1, messages: [phrases.nothingChanged]) }
        // The files went with the session that is gone.
        if await desk.session?.id != session {
            throw Stop(status: 1, messages: [phrases.makeSessionLost])
        }
        if fate == .lost { throw Stop(status: 1, messages: [phrases.makeTurnLost]) }
        let reply = said.text
        if let trouble = summary.trouble, !trouble.followsEdit {
            throw Stop(status: 1, messages: [phrases.trouble(trouble.message)])
        }
        guard
            case .draft(let view?, _) = try ended(
                await desk.perform(.readDraft(.status), language: language)
            ), view.isReady
        else {
            throw Stop(status: 1, messages: [reply.isEmpty ? phrases.generateFirst : reply])
        }
        // A draft that is as before was not what was asked for, whatever was answered; but it may have fitted already.
        if let former, view.raw == former.raw, !summary.draftChanged, summary.tools.isEmpty,
            !reply.isEmpty
        {
            progress.note(StyledText(reply, .dim))
        } else {
            // What will not look as it was asked for is better known before it is exported.
            for line in reply.split(separator: "\n") where line.contains("⚠️") {
                progress.note(StyledText(String(line), .dim))
            }
        }
        return view
    }

    /// The flags in words: they come after the prompt, and so they win.
    private var flagWishes: [String] {
        var wishes: [String] = []
        // The others are reframed from this one.
        if let aspect = options.aspects.first { wishes.append("make it \(aspect.rawValue)") }
        if let length = options.length {
            wishes.append("make the video \(Self.number(length)) seconds long")
        }
        return wishes
    }

    /// "30", "7.5".
    private static func number(_ value: Double) -> String {
        value == value.rounded() ? "\(Int(value))" : "\(value)"
    }

    /// What the flags ask for and the timeline is not, as far as it can be read.
    private func unmet(by view: DraftView) -> String? {
        guard let timeline = view.digest.timeline else { return nil }
        if let aspect = options.aspects.first, timeline.aspect != aspect {
            return phrases.unmet("--aspect \(aspect.rawValue)", timeline.aspect.rawValue)
        }
        if let length = options.length, abs(timeline.duration.seconds - length) > 0.1 {
            return phrases.unmet(
                "--length \(Self.number(length))",
                Measure.length(timeline.duration.rawValue)
            )
        }
        return nil
    }

    private var language: Language { phrases.language }

    private func ended(_ result: WorkResult) throws -> WorkResult {
        switch result {
        case .failed(let error, let remedy):
            throw Stop(
                status: error.code == .badToken ? 4 : 1,
                messages: [phrases.words(for: error, remedy: remedy)]
            )
        case .cancelled: throw CancellationError()
        default: return result
        }
    }
}
