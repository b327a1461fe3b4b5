import Foundation
import StudioAPI
import StudioClient
import Timeline

// Giving files, and addresses of the web, to a session.
extension Desk {
    /// So many files are on their way at once, where the studio keeps them in the order they were dropped all the same.
    /// Elsewhere, and where it has to fetch some itself, one follows the other: "photo 2" means the second that arrived.
    static let uploadsAtOnce = 3

    func upload(_ paths: [String], language: Language) async throws -> [UploadOutcome] {
        _ = try await openSession(language)
        do {
            return try await send(paths)
        } catch let error as StudioError where error.code == .sessionNotFound {
            _ = try await replaceSession(language)
            return try await send(paths)
        }
    }

    /// - Throws: What concerns the session or the studio as a whole, as long as nothing was taken; after that the rest
    ///   is refused for this reason, so that what was taken is not forgotten.
    private func send(_ paths: [String]) async throws -> [UploadOutcome] {
        let order = UploadOrder(paths, known: current?.marks ?? [])
        var outcomes: [Int: UploadOutcome] = [:]
        for index in order.repeats {
            outcomes[index] = UploadOutcome(path: paths[index], isRepeat: true)
            // The bar of a path that is under way is not yet full.
            if paths.firstIndex(of: paths[index]) == index {
                notify(.uploaded(UploadOutcome(path: paths[index], isRepeat: true)))
            }
        }
        current?.draft = .unknown
        let keepsOrder = try await link.info() != nil && !paths.contains(where: WebAddress.isOne)
        let atOnce = keepsOrder ? Self.uploadsAtOnce : 1
        var trouble: StudioError?
        try await withThrowingTaskGroup(of: (Int, Result<UploadOutcome, StudioError>).self) { group in
            var waiting = order.sends[...]
            var running = 0
            while true {
                while trouble == nil, running < atOnce, let (index, position) = waiting.popFirst() {
                    running += 1
                    group.addTask { (index, try await self.outcome(of: paths[index], position: position)) }
                }
                guard let (index, result) = try await group.next() else { return }
                running -= 1
                switch result {
                case .success(let outcome): outcomes[index] = took(outcome)
                case .failure(let error): trouble = trouble ?? error
                }
            }
        }
        if let trouble {
            let taken = outcomes.values.contains { $0.refusal == nil && !$0.isRepeat }
            guard taken, trouble.code != .sessionNotFound else { throw trouble }
            for (index, _) in order.sends where outcomes[index] == nil {
                let outcome = UploadOutcome(path: paths[index], refusal: trouble)
                outcomes[index] = outcome
                notify(.uploaded(outcome))
            }
        }
        await keepSession()
        return paths.indices.compactMap { outcomes[$0] }
    }

    /// Sends one. A failure that does not concern this file alone is handed back and not thrown, so that others that
    /// are under way come to their end.
    private func outcome(of path: String, position: Int) async throws -> Result<UploadOutcome, StudioError> {
        guard let session else { return .failure(StudioError(.sessionNotFound, "")) }
        do {
            notify(.uploading(path: path, fraction: 0))
            let outcome = try await reached { [notify] studio in
                if WebAddress.isOne(path) { return try await studio.upload(url: path, session: session.id) }
                return try await studio.upload(path, session: session.id, position: position) {
                    notify(.uploading(path: path, fraction: $0))
                }
            }
            notify(.uploading(path: path, fraction: 1))
            return .success(outcome)
        } catch let error as StudioError {
            try Task.checkCancellation()
            let ofFile: [StudioError.Code] = [.file, .unsupportedFile, .fileTooLarge, .badRequest]
            guard ofFile.contains(error.code) else { return .failure(error) }
            return .success(UploadOutcome(path: path, refusal: error))
        }
    }

    /// Takes down what a session was given, and whether it had the very content before.
    private func took(_ outcome: UploadOutcome) -> UploadOutcome {
        var outcome = outcome
        if outcome.refusal == nil {
            if let mark = FileMark(outcome.path) { current?.marks.insert(mark) }
            if let item = outcome.item, current?.media.insert(item.id).inserted == false { outcome.isRepeat = true }
            if !outcome.isRepeat { current?.paths.append(outcome.path) }
        }
        notify(.uploaded(outcome))
        return outcome
    }
}

/// Which of the dropped are sent, and which are there already.
struct UploadOrder {
    /// The files to send by their place in the drop, each with a number that grows from drop to drop.
    var sends: [(index: Int, position: Int)] = []
    var repeats: [Int] = []

    init(_ paths: [String], known: Set<FileMark>, now: Double = Date().timeIntervalSince1970) {
        let first = Int(now * 1000) * 1000
        var seen = known
        for (index, path) in paths.enumerated() {
            if let mark = FileMark(path), !seen.insert(mark).inserted {
                repeats.append(index)
            } else {
                sends.append((index, first + index))
            }
        }
    }
}
