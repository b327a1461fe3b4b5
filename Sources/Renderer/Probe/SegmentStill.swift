public import Foundation
internal import Media
public import Timeline

/// The picture that stands for a segment: the frame in the middle of its time as the video shows it, framed and in the
/// colours of its look, without texts and transitions.
public struct SegmentStill: Hashable, Sendable {
    /// Equal for equal pictures, another for any other: lowercase hex.
    public let key: String
    let layer: PictureLayer
    let aspect: Aspect
    /// What the person calls each of its media.
    public let names: [MediaID: String]

    private struct Content: Codable {
        var version: Int
        var layer: PictureLayer
        var aspect: Aspect
    }

    /// nil when the segment has no frame.
    public init?(_ segment: Segment, aspect: Aspect) {
        let track = FrameTrack([segment], ratio: Quality.high.frameSize(for: aspect).ratio)
        let middle = (track.starts.last ?? 0) / 2
        guard let scene = track.scenes(from: middle, to: middle + 1).first else { return nil }
        let content = Content(version: ChunkDescription.currentVersion, layer: scene.picture, aspect: aspect)
        guard let hash = try? CanonicalJSON.hash(content) else { return nil }
        key = String(hash.prefix(32))
        layer = scene.picture
        self.aspect = aspect
        var names = [segment.media: segment.name]
        if let table = segment.look.table { names[table.media] = table.name }
        self.names = names
    }

    /// The size of the picture, at most `side` pixels wide and high.
    func size(within side: Int) -> PixelSize {
        let ratio = aspect.ratio
        func even(_ length: Double) -> Int { max(Int((length / 2).rounded()) * 2, 2) }
        let most = Double(side / 2 * 2)
        return PixelSize(width: even(most * min(ratio, 1)), height: even(most / max(ratio, 1)))
    }
}

extension MediaThumbnailer {
    /// A small picture of a segment, made in the worker.
    ///
    /// - Parameters:
    ///   - side: The most it is wide and high, in pixels.
    ///   - path: Where a medium is; nil when it is gone.
    /// - Throws: ``MediaRefusal`` when the segment's file is gone or cannot be read, ``RenderError`` when no worker can
    ///   be had.
    public func picture(
        of still: SegmentStill,
        side: Int,
        form: PictureForm,
        path: @Sendable (MediaID) -> String?
    ) async throws -> Data {
        let media = Set(still.layer.allMedia).sorted()
        let name = still.names[still.layer.media] ?? "A file of the video"
        // Beginning with the medium, so that it is forgotten with it.
        return try await once("\(still.layer.media)-\(still.key)-\(side)-\(form.rawValue)") {
            var wired: [WireMedium] = []
            var files: [OpenFile] = []
            for medium in media {
                let name = still.names[medium] ?? name
                guard let path = path(medium) else {
                    throw MediaRefusal(.unreadable, "\(name) is no longer there. Give it again.")
                }
                wired.append(WireMedium(id: medium, name: name))
                files.append(try Self.open(path, name: name))
            }
            let task = WorkerTask.still(still.layer, size: still.size(within: side), form: form, media: wired)
            return try await make(task, of: files, name: name, form: form)
        }
    }
}
