import Foundation
import StudioAPI
import StudioClient
import Terminal
import Timeline

/// The work of ``MakeProgram``: checks, uploads, words, export.
struct MakeJob: Sendable {
    enum End: Hashable, Sendable {
        case made(ExportResult)
        case failed(Int32, [String])
    }

    private let options: MakeProgram.Options
    private let progress: ProgressLine
    private let link: StudioLink
    private let store: ChatStore
    private let phrases: ChatPhrases
    private let clock: any Clock<Duration>

    init(
        _ options: MakeProgram.Options,
        clock: any Clock<Duration>,
        connect: @escaping StudioLink.Connect,
        progress: ProgressLine
    ) {
        self.options = options
        self.progress = progress
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
        if let refusal = MakeCheck(options, phrases: phrases).refusal { return .failed(2, refusal) }
        do {
            return try await make()
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

    private struct Stop: Error {
        var status: Int32
        var messages: [String]
    }

    private var interrupted: End { .failed(130, [phrases.interrupted]) }

    private func make() async throws -> End {
        let said = Words()
        let desk = Desk(link: link, store: store, clock: clock) {
            [progress, phrases, count = options.files.count] notice in
            switch notice {
            case .uploading(let path, let fraction):
                let number = (options.files.firstIndex(of: path) ?? 0) + 1
                progress.update([
                    StyledText(phrases.uploading(number, count, MediaName.last(of: path), fraction))
                ])
            case .turn(let item):
                said.take(item)
            case .turnLost(let time, let isTimeout):
                progress.update([StyledText(phrases.turnLost(lookIn: time, isTimeout: isTimeout))])
            case .sessionLost, .uploaded:
                break
            }
        }
        try await upload(desk)
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
        return try await export(view, session)
    }

    private func upload(_ desk: Desk) async throws {
        let studio = try await link.studio()
        if !studio.isLocal, store.studio(studio.origin).mayUpload != true {
            // Nobody can be asked here.
            progress.note(StyledText(phrases.tellConsent(options.files, studio.host)))
        }
        guard
            case .uploaded(let outcomes) = try ended(
                await desk.perform(.upload(options.files), language: language)
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
        }
        return view
    }

    private func export(_ view: DraftView, _ session: String) async throws -> End {
        let exporter = ExportRun(link: link, store: store, clock: clock)
        let order = ExportOrder(
            id: ExportRun.newID(),
            session: session,
            draft: view.raw,
            output: RenderOutput(quality: options.quality.rawValue, aspect: options.aspect?.rawValue),
            target: .file(options.output, replacing: options.force)
        )
        let end = await exporter.run(order) { [progress, phrases] update in
            switch update {
            case .waiting(let count): progress.update([StyledText(phrases.waiting(count))])
            case .rendering(let fraction, let etaMS):
                progress.update([StyledText(phrases.rendering(fraction: fraction, etaMS: etaMS))])
            case .downloading(let fraction): progress.update([StyledText(phrases.fetching(fraction))])
            default: break
            }
        }
        switch end {
        case .finished(var result):
            if result.durationMS == nil { result.durationMS = view.digest.duration.rawValue }
            if let link = result.link { progress.note(StyledText(phrases.browserLink(link), .dim)) }
            return .made(result)
        case .failed(let error): return .failed(1, [phrases.makeFailed(phrases.words(for: error))])
        default: return interrupted
        }
    }

    /// The flags in words: they come after the prompt, and so they win.
    private var flagWishes: [String] {
        var wishes: [String] = []
        if let aspect = options.aspect { wishes.append("make it \(aspect.rawValue)") }
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
        if let aspect = options.aspect, timeline.aspect != aspect {
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

    static func json(_ result: ExportResult) -> String {
        var object: [(String, JSONValue)] = [("path", .string(result.path))]
        object.append(("duration_ms", result.durationMS.map { .int($0) } ?? .null))
        object.append(("width", result.width.map { .int($0) } ?? .null))
        object.append(("height", result.height.map { .int($0) } ?? .null))
        object.append(("bytes", .int(result.bytes)))
        object.append(("render_ms", result.renderMS.map { .int($0) } ?? .null))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let data = try? encoder.encode(JSONValue.object(Dictionary(object, uniquingKeysWith: { $1 })))
        return data.map { String(decoding: $0, as: UTF8.self) + "\n" } ?? ""
    }
}
