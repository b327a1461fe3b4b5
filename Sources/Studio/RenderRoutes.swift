import Foundation
import HTTPTypes
import Hummingbird
import Renderer
import StudioAPI
import Timeline

/// Exports: asked for, watched, cancelled, fetched.
struct RenderRoutes {
    let studio: StudioCore

    func add(to table: inout RouteTable) {
        table.on(.post, APIPath.render) { request, _ in try await submit(request) }
        table.on(.get, APIPath.render(id: ":id")) { try await poll($0, $1) }
        table.on(.delete, APIPath.render(id: ":id")) { try await cancel($0, $1) }
        table.on(.get, APIPath.download(id: ":id")) { try await download($0, $1) }
        table.on(.head, APIPath.download(id: ":id")) { try await download($0, $1).createHeadResponse() }
    }

    private func submit(_ request: Request) async throws -> Response {
        let caller = try await studio.gate.caller(of: request, for: .write)
        try studio.gate.requireAttribution(request.headers)
        let order = try SubmittedRender(body: await studio.body(of: request, upTo: StudioCore.draftLimit))
        let session = try await studio.store.session(order.session, for: caller)
        try order.checkMedia(await studio.store.media(of: session.id))
        try studio.refuseWhenDraining()
        // A guess is no reason to refuse an export.
        let estimate = try? await studio.estimator.estimate(
            [order.aspect.map(order.timeline.reframed) ?? order.timeline],
            quality: order.quality,
            session: session.id
        )
        let (record, isNew) = try await studio.store.submit(
            Store.ExportRecord(
                key: Identifier.random(),
                id: order.id,
                session: session.id,
                state: .pending,
                draft: order.draft,
                quality: order.quality,
                aspect: order.aspect,
                isBackground: order.isBackground,
                estimateMS: estimate?.outputs.first?.estimateMS,
                attempts: 0
            ),
            for: caller,
            limit: studio.configuration.limits.exportsPerAccount
        )
        if isNew { await enqueue(record) }
        return try Reply.json(await status(of: record, for: request))
    }

    private func enqueue(_ record: Store.ExportRecord) async {
        // A newer draft video takes the place of an older one.
        if record.isBackground {
            await studio.queue.dropBackground(of: record.session, sparing: record.key)
        }
        await studio.queue.add(
            RenderQueue.Entry(
                key: record.key,
                session: record.session,
                isBackground: record.isBackground,
                estimateMS: record.estimateMS
            )
        )
    }

    private func poll(_ request: Request, _ context: StudioContext) async throws -> Response {
        let caller = try await studio.gate.caller(of: request, for: .read)
        let record = try await studio.store.export(id: context.parameter("id"), for: caller)
        return try Reply.json(await status(of: record, for: request))
    }

    private func cancel(_ request: Request, _ context: StudioContext) async throws -> Response {
        let caller = try await studio.gate.caller(of: request, for: .write)
        let id = try context.parameter("id")
        try await studio.queue.cancel(studio.store.export(id: id, for: caller).key)
        return try Reply.json(await status(of: studio.store.export(id: id, for: caller), for: request))
    }

    private func status(of record: Store.ExportRecord, for request: Request) async -> RenderStatus {
        var status = RenderStatus(id: record.id, status: record.state, message: record.message)
        status.estimateMS = record.estimateMS
        switch record.state {
        case .pending, .processing:
            let standing = await studio.queue.standing(of: record.key)
            status.progress = standing?.progress.fraction ?? 0
            status.etaMS = standing?.progress.etaMS
            status.queuePosition = standing?.position
        case .completed:
            status.progress = 1
            status.renderMS = record.result?.renderMS
            status.output = RenderStatus.Output(
                url: studio.url(of: APIPath.download(id: record.id), for: request),
                bytes: record.result?.bytes,
                durationMS: record.result?.durationMS,
                width: record.result?.width,
                height: record.result?.height
            )
        case .failed, .cancelled:
            break
        }
        return status
    }

    private func download(_ request: Request, _ context: StudioContext) async throws -> Response {
        let caller = try await studio.gate.caller(of: request, for: .read)
        let record = try await studio.store.export(id: context.parameter("id"), for: caller)
        guard record.state == .completed else {
            throw Refusal(.conflict, "This export is not finished (\(record.state.rawValue)).")
        }
        // The file of a key is written once: the key is its version.
        return try FileReply.response(
            to: request,
            path: studio.folder.renderPath(record.key),
            tag: "\"\(record.key)\"",
            name: "\(record.id).mp4",
            activity: studio.activity
        )
    }
}
