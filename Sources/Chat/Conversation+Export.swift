import StudioAPI
import StudioClient
import Terminal
import Timeline

// Exports, which run beside the work, one at a time.
extension Conversation {
    mutating func export(_ view: DraftView?, _ session: String?, _ wish: ExportWish) {
        guard let view, view.isReady, let session else { return fail(phrases.generateFirst) }
        enqueue(
            ExportOrder(
                id: settings.makeID(),
                session: session,
                draft: view.raw,
                output: RenderOutput(
                    quality: (wish.quality ?? .high).rawValue,
                    aspect: wish.aspect?.rawValue
                ),
                target: .anyName(
                    base: OutputName.base(title: view.title, day: settings.day),
                    folder: settings.folder
                )
            ),
            silently: false
        )
    }

    mutating func enqueue(_ order: ExportOrder, silently: Bool) {
        exports.append(order)
        if exports.count == 1 {
            if !silently { say(phrases.exporting(order.name)) }
            exportStatus = .rendering(fraction: nil, etaMS: nil)
            actions.append(.startExport(order))
        } else if !silently {
            say(phrases.exportQueued(order.name))
        }
    }

    mutating func exportWent(_ update: ExportUpdate) {
        guard let order = exports.first else { return }
        switch update {
        case .waiting, .rendering, .downloading:
            exportStatus = update
            return
        case .sessionLost: return
        case .finished(let result):
            actions.append(.show(StyledText(phrases.videoReady, .success) + StyledText(" " + details(result))))
        case .failed(let error):
            fail(phrases.exportFailed(order.name, error.message))
        case .cancelled:
            say(phrases.exportCancelled(order.name))
        case .left:
            say(phrases.exportLeft(order.name))
        }
        exports.removeFirst()
        exportStatus = nil
        isStoppingExport = false
        if isEnding, settings.isInteractive { return quit() }
        if let following = exports.first {
            say(phrases.exporting(following.name))
            exportStatus = .rendering(fraction: nil, etaMS: nil)
            actions.append(.startExport(following))
        }
        next()
    }

    private func details(_ result: ExportResult) -> String {
        var details = [result.path, Measure.bytes(result.bytes)]
        if let length = result.durationMS { details.append(Measure.length(length)) }
        if let width = result.width, let height = result.height { details.append("\(width)x\(height)") }
        return details.joined(separator: " · ")
    }

    // MARK: What is redrawn in place

    mutating func showLive() {
        var lines: [StyledText] = []
        if let slowedDown { lines.append(StyledText(phrases.slowedDown(slowedDown), .dim)) }
        if let turnStatus { lines.append(StyledText(turnStatus, .dim)) }
        if case .upload = work {
            for upload in uploads where upload.fraction < 1 {
                let name = DisplayWidth.padded(DisplayWidth.truncated(MediaName.last(of: upload.path), to: 24), to: 24)
                let bar = ProgressBar.drawn(upload.fraction, columns: 20)
                lines.append(StyledText("\(name) \(bar) \(Measure.percent(upload.fraction))"))
            }
        }
        if let exportStatus, let order = exports.first {
            lines.append(StyledText(exportLine(order, exportStatus)))
        }
        actions.append(.setLive(lines))
    }

    func exportLine(_ order: ExportOrder, _ update: ExportUpdate) -> String {
        switch update {
        case .rendering(let fraction, let etaMS):
            let text = phrases.rendering(fraction: fraction, etaMS: etaMS)
            guard let fraction else { return text }
            return text + " " + ProgressBar.drawn(fraction, columns: 20)
        case .waiting(let count): return phrases.waiting(count)
        case .downloading(let fraction): return phrases.fetching(fraction)
        default: return ""
        }
    }
}
