import StudioAPI
import StudioClient
import Terminal
import Timeline

// Exports, which run beside the work, one at a time.
extension Conversation {
    mutating func export(_ view: DraftView?, _ session: String?, _ wish: ExportWish) {
        guard let view, view.isReady, let session else { return fail(phrases.generateFirst) }
        wantsFile = false
        let shapes = shapes(wish)
        guard shapes.count > 1 else {
            return enqueue(order(view, session, wish, aspect: shapes.first, title: view.title), silently: false)
        }
        guard studio?.info != nil else { return oneShapeOnly(shapes) }
        say(phrases.exportingShapes(shapes.map(\.rawValue)))
        for shape in shapes {
            let title = view.title
            exports.orders.append(order(view, session, wish, aspect: shape, title: title, isOneOfSeveral: true))
            if exports.orders.count == 1, let first = exports.first { run(first, silently: false) }
        }
    }

    private func shapes(_ wish: ExportWish) -> [Aspect] {
        guard wish.everyShape else { return wish.aspects }
        return studio?.info?.aspects.compactMap(Aspect.init) ?? Aspect.allCases
    }

    /// Elsewhere the shape is the timeline's, and to change it is an edit, which may cost credits: the person's to send.
    private mutating func oneShapeOnly(_ shapes: [Aspect]) {
        say(phrases.oneShapeOnly)
        offer([.export] + shapes.map { .send(phrases.makeIt($0.rawValue)) })
    }

    /// - Parameter isOneOfSeveral: The shape is part of the name.
    func order(
        _ view: DraftView,
        _ session: String,
        _ wish: ExportWish,
        aspect: Aspect? = nil,
        title: String?,
        isOneOfSeveral: Bool = false
    ) -> ExportOrder {
        ExportOrder(
            id: settings.makeID(),
            session: session,
            draft: view.raw,
            output: RenderOutput(quality: (wish.quality ?? .high).rawValue, aspect: aspect?.rawValue),
            target: .anyName(base: freeName(title, shape: isOneOfSeveral ? aspect : nil), folder: settings.folder)
        )
    }

    /// The name an export will most likely have, so that it can be told: the last word on it is spoken when the file
    /// is there.
    private func freeName(_ title: String?, shape: Aspect?) -> String {
        let taken = Set(exports.orders.map { "\(settings.folder)/\($0.name).mp4" })
        let base = OutputName.base(title: title, day: settings.day, shape: shape)
        let path = OutputName.free(base, in: settings.folder) { path in
            taken.contains(path) || router.files.kind(path) != nil
        }
        return String(MediaName.last(of: path).dropLast(".mp4".count))
    }

    mutating func enqueue(_ order: ExportOrder, silently: Bool) {
        exports.orders.append(order)
        if exports.orders.count == 1 {
            run(order, silently: silently)
        } else if !silently {
            say(phrases.exportQueued(order.name))
        }
    }

    private mutating func run(_ order: ExportOrder, silently: Bool) {
        // A studio that can tell how long it will take is asked first.
        exports.isUntold = !silently && studio?.info != nil
        if !silently, !exports.isUntold { say(phrases.exporting(order.name)) }
        exports.status = .rendering(fraction: exports.isUntold ? 0 : nil, etaMS: nil)
        actions.append(.startExport(order))
    }

    mutating func exportWent(_ update: ExportUpdate) {
        guard let order = exports.first else { return }
        connecting = nil
        switch update {
        case .waiting, .rendering, .downloading:
            exports.status = update
            return
        case .begins(let estimate):
            if exports.isUntold { say(phrases.exporting(order.name, about: estimate)) }
            exports.isUntold = false
            exports.status = .rendering(fraction: estimate == nil ? 0 : nil, etaMS: estimate)
            return
        case .sessionLost(let session): return start(.replaceSession(session))
        case .finished(let result):
            actions.append(
                .show(StyledText(phrases.videoReady, .success) + StyledText(" " + details(result)))
            )
            if let link = result.link { say(phrases.browserLink(link)) }
        case .failed(let error):
            fail(phrases.exportFailed(order.name, phrases.words(for: error)))
        case .cancelled:
            say(phrases.exportCancelled(order.name))
        case .left:
            leave(order)
        }
        let isStopped = exports.isStopping
        exports.popFirst()
        if isEnding, settings.isInteractive { return quit() }
        if let following = exports.first { run(following, silently: false) }
        if batch != nil, isStopped { stopBatch() } else if batch?.awaits(order) == true { batchExportEnded(update) }
        next()
    }

    /// The studio goes on with it and we do not wait.
    private mutating func leave(_ order: ExportOrder) {
        if exports.isStopping { return say(phrases.exportLeft(order.name)) }
        say(phrases.exportTakesLong(order.name))
        var again = order
        again.draft = nil
        if batch == nil { offer([.fetch(again)]) }
    }

    func details(_ result: ExportResult) -> String {
        var details = [result.path, Measure.bytes(result.bytes)]
        if let length = result.durationMS { details.append(Measure.length(length)) }
        if let width = result.width, let height = result.height { details.append("\(width)x\(height)") }
        return details.joined(separator: " · ")
    }

    func exportLine(_ update: ExportUpdate) -> String {
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
