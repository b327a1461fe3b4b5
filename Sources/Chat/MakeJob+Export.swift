import Foundation
import StudioAPI
import StudioClient
import Terminal
import Timeline

// The videos of a make: one for each shape, or a draft to look at.
extension MakeJob {
    /// One after the other. One that fails does not stop the rest.
    func export(_ view: DraftView, _ session: String) async throws -> End {
        guard options.aspects.count > 1 else {
            return try await export(view, session, shape: options.aspects.first, to: options.output ?? "")
        }
        var results: [ExportResult] = []
        var failures: [String] = []
        for (shape, path) in zip(options.aspects, options.outputs) {
            switch try await export(view, session, shape: shape, to: path) {
            case .made(let made, _): results += made
            case .failed(1, let messages): failures += messages.map { "\(MediaName.last(of: path)): \($0)" }
            case let end: return end
            }
        }
        return results.isEmpty ? .failed(1, failures) : .made(results, failures: failures)
    }

    private func export(_ view: DraftView, _ session: String, shape: Aspect?, to path: String) async throws -> End {
        let order = ExportOrder(
            id: ExportRun.newID(),
            session: session,
            draft: view.raw,
            output: RenderOutput(quality: options.quality.rawValue, aspect: shape?.rawValue),
            target: .file(path, replacing: options.force)
        )
        return await run(order, view, file: String(MediaName.last(of: path)))
    }

    /// A draft, which is kept apart: it is no export, and the name of one stays free.
    func draft(_ view: DraftView, _ session: String) async throws -> End {
        guard try await link.info() != nil else {
            progress.note(StyledText(phrases.previewByExport))
            return .shown
        }
        let folder = DraftFolder(stateFolder: options.stateFolder)
        folder.prepare()
        let title = options.output.map { (MediaName.last(of: $0) as NSString).deletingPathExtension } ?? view.title
        let order = ExportOrder(
            id: ExportRun.newID(),
            session: session,
            draft: view.raw,
            output: RenderOutput(quality: Quality.draft.rawValue, background: true),
            target: .file(folder.path(for: OutputName.base(title: title, day: OutputName.day())), replacing: true)
        )
        return await run(order, view, file: "")
    }

    private func run(_ order: ExportOrder, _ view: DraftView, file: String) async -> End {
        let exporter = ExportRun(link: link, store: store, clock: clock)
        let end = await exporter.run(order) { [progress, phrases] update in
            switch update {
            case .begins(let estimate?):
                progress.note(StyledText(phrases.exporting(file: file, about: estimate), .dim))
            case .waiting(let count): progress.update([StyledText(phrases.waiting(count))])
            case .rendering(let fraction, _) where order.output.background:
                progress.update([StyledText(phrases.makingDraft(fraction))])
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
            made(result)
            return .made([result], failures: [])
        case .failed(let error): return .failed(1, [phrases.makeFailed(phrases.words(for: error))])
        default: return interrupted
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
