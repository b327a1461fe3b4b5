internal import Foundation
internal import Timeline

/// Opens the media of a timeline for the worker, by what the studio knows of where they lie.
struct MediaAccess: Sendable {
    private let path: @Sendable (MediaID) -> String?
    /// What the person calls each medium.
    private let names: [MediaID: String]

    init(_ timeline: Timeline, path: @escaping @Sendable (MediaID) -> String?) {
        self.path = path
        var names = Dictionary(timeline.segments.map { ($0.media, $0.name) }, uniquingKeysWith: { first, _ in first })
        for case let table? in timeline.segments.map(\.look.table) { names[table.media] = table.name }
        if case .song(let media, let name) = timeline.music?.source { names[media] = name }
        self.names = names
    }

    /// The media in a fixed order, each with its open file.
    /// - Throws: ``RenderError/Code/missingMedium``.
    func open(_ media: Set<MediaID>) throws -> (media: [WireMedium], files: [OpenFile]) {
        let sorted = media.sorted()
        return (sorted.map { WireMedium(id: $0, name: name(of: $0)) }, try sorted.map(open))
    }

    /// Finds out early whether anything is missing.
    func checkAll() throws {
        for media in names.keys.sorted() { _ = try open(media) }
    }

    /// The size of a medium's file; nil when it is gone.
    func bytes(of media: MediaID) -> Int? {
        path(media).flatMap { try? OpenFile($0, O_RDONLY).size() }
    }

    private func open(_ media: MediaID) throws -> OpenFile {
        guard let path = path(media), let file = try? OpenFile(path, O_RDONLY) else {
            throw RenderError(
                .missingMedium,
                "\(name(of: media)) is no longer there. Give it again, or take it out of the video."
            )
        }
        return file
    }

    private func name(of media: MediaID) -> String {
        names[media] ?? "A file of the video"
    }
}
