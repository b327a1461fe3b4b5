import StudioAPI
import StudioClient
import Timeline

// A look at the timeline before it is exported.
extension Desk {
    /// So many pictures are asked for side by side.
    private static let picturesAtOnce = 4
    /// The most a picture is wide and high, in pixels: as much as its place on a screen shows of it.
    private static let smallSide = 240

    /// Tells what is on the timeline, then its pictures one after the other in their order.
    ///
    /// - Parameter withPictures: The screen can show some.
    func preview(_ wish: PreviewWish, withPictures: Bool, language: Language) async throws -> WorkResult {
        guard let session else { return .previewed(nil, session: nil, isListed: false) }
        let view: DraftView?
        let reply: PreviewReply?
        do {
            view = try await readState().flatMap(DraftView.init)
            reply =
                view?.isReady == true
                ? try await reached { try await $0.preview(session.id, aspect: wish.aspect?.rawValue) } : nil
        } catch let error as StudioError where error.code == .sessionNotFound {
            return .previewed(nil, session: try await replaceSession(language).id, isListed: false)
        }
        guard let sheet = reply.map({ PreviewSheet($0, wish) }) ?? view?.digest.timeline.map({ PreviewSheet($0, wish) })
        else { return .previewed(view, session: session.id, isListed: false) }
        notify(.sheet(sheet))
        if withPictures, reply != nil { try await tellPictures(of: sheet) }
        return .previewed(view, session: session.id, isListed: true)
    }

    private func tellPictures(of sheet: PreviewSheet) async throws {
        let side = sheet.isLarge ? PlainPicture.largestSide : Self.smallSide
        let studio = try await link.studio()
        var waiting = sheet.entries.enumerated().makeIterator()
        var arrived: [Int: PlainPicture?] = [:]
        var told = 0
        try await withThrowingTaskGroup(of: (Int, PlainPicture?).self) { group in
            func ask() {
                guard let (index, entry) = waiting.next() else { return }
                group.addTask { (index, try await Self.picture(of: entry, side: side, from: studio)) }
            }
            for _ in 0..<Self.picturesAtOnce { ask() }
            while let (index, picture) = try await group.next() {
                ask()
                arrived[index] = .some(picture)
                while let next = arrived.removeValue(forKey: told) {
                    notify(.picture(sheet.entries[told], next, isLarge: sheet.isLarge))
                    told += 1
                }
            }
        }
    }

    /// A picture that cannot be had leaves a gap; the others are shown all the same.
    private static func picture(
        of entry: PreviewSheet.Entry,
        side: Int,
        from studio: any StudioService
    ) async throws -> PlainPicture? {
        guard let url = entry.url else { return nil }
        do {
            return try await studio.picture(url, side: side)
        } catch let error as StudioError where !error.isLoss {
            try Task.checkCancellation()
            return nil
        }
    }
}
