import Foundation
import StudioAPI
import StudioClient

// The finished file, its page, and the job as it is remembered until the file is there.
extension ExportRun {
    func fetched(
        _ order: ExportOrder,
        _ status: RenderStatus,
        update: @escaping @Sendable (ExportUpdate) -> Void
    ) async throws -> ExportResult {
        let studio = try await link.studio()
        var attempts = 0
        while true {
            let (path, replacing) = target(of: order)
            do {
                let bytes = try await studio.download(
                    order.id,
                    output: status.output,
                    to: path,
                    replacing: replacing
                ) { update(.downloading($0)) }
                return ExportResult(
                    path: path,
                    bytes: bytes,
                    durationMS: status.output?.durationMS,
                    width: status.output?.width,
                    height: status.output?.height,
                    renderMS: status.renderMS
                )
            } catch let error as StudioError where error.code == .fileExists && attempts < 100 {
                // Somebody took the name in the meantime.
                guard case .anyName = order.target else { throw error }
                attempts += 1
            }
        }
    }

    private func target(of order: ExportOrder) -> (path: String, replacing: Bool) {
        switch order.target {
        case .anyName(let base, let folder): (OutputName.free(base, in: folder, exists: exists), false)
        case .file(let path, let replacing): (path, replacing)
        }
    }

    /// The page of the session; nil without pages, and when there is none to be had: the file is there all the same.
    func page(of order: ExportOrder, update: @Sendable (ExportUpdate) -> Void) async -> String? {
        guard let studio = try? await link.studio(), !studio.isOwn else { return nil }
        let known = store.studio(studio.origin).sessions.first { $0.id == order.session }
        do {
            return try await studio.page(of: StudioSession(id: order.session, taskID: known?.taskID))
        } catch let error as StudioError where error.code == .sessionNotFound {
            update(.sessionLost(order.session))
            return nil
        } catch {
            return nil
        }
    }

    // MARK: The job on disk

    func calledOff(_ order: ExportOrder) async -> ExportUpdate {
        // The task is cancelled, and so would be every call it makes.
        await Task {
            guard let studio = try? await link.studio() else { return ExportUpdate.left }
            guard studio.isLocal || order.output.background, (try? await link.info()) != nil else { return .left }
            do {
                try await studio.cancel(order.id)
            } catch let error as StudioError where error.code == .notFound {
                // It was never submitted.
            } catch {
                return .left
            }
            store.forgetJob(order.id, of: studio.origin)
            return .cancelled
        }.value
    }

    func remember(_ order: ExportOrder, origin: String) {
        guard case .anyName(let base, let folder) = order.target else { return }
        store.keep(
            ChatStore.Job(id: order.id, session: order.session, name: base, folder: folder, owner: getpid()),
            of: origin
        )
    }

    func forget(_ order: ExportOrder) async {
        guard let origin = try? await link.studio().origin else { return }
        store.forgetJob(order.id, of: origin)
    }
}
