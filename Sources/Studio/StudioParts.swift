import Director
import Foundation
import Renderer
import Timeline

/// The rooms that do a studio's work, as functions: the server is built and tested without knowing how they do it.
struct StudioParts: Sendable {
    /// Looks at a file: what it is, or a `MediaRefusal`. The path, the name for messages, and the SHA-256 if known.
    var probe: @Sendable (_ path: String, _ name: String, _ id: MediaID) async throws -> MediaItem
    /// Reads a message and edits the timeline.
    var respond: @Sendable (TurnInput) async throws -> DirectorReply
    /// Renders a timeline into a file that appears whole or not at all.
    var export: @Sendable (ExportOrder) async throws -> ExportResult
    /// Counts what an export would have to do if it were made now.
    var workload: @Sendable (ExportOrder) throws -> RenderWorkload
    /// Makes a small picture of a segment, or gives the one made before; throws a `MediaRefusal` when there is none.
    var still: @Sendable (StillOrder) async throws -> Data
    /// Makes a small JPEG of a medium, or gives the one it has made before; throws a `MediaRefusal` when there is none.
    var thumbnail: @Sendable (ThumbnailOrder) async throws -> Data
    /// Removes what was made of a medium for ``thumbnail`` and ``still``.
    var forget: @Sendable (MediaID) -> Void
}

/// What the agent is given for a turn.
struct TurnInput: Sendable {
    var text: String
    var history: History
    var media: [MediaItem]
    var language: Language
}

/// Which picture is wanted.
struct ThumbnailOrder: Hashable, Sendable {
    /// The medium, or the key of an export.
    var id: String
    var path: String
    /// What the person calls the file, for messages.
    var name: String
    /// From a clip's start.
    var time: Milliseconds
    /// The most it may be wide and high, in pixels.
    var side: Int
}

/// Which segment's picture is wanted.
struct StillOrder: Sendable {
    var still: SegmentStill
    /// The most it may be wide and high, in pixels.
    var side: Int
    var form: PictureForm
    /// Where a medium is; nil when it is not the session's.
    var media: @Sendable (MediaID) -> String?
}

/// What is to be rendered.
struct ExportOrder: Sendable {
    /// In the shape that it shall have.
    var timeline: Timeline
    var quality: Quality
    var path: String
    /// Where a medium is; nil when it is not the session's.
    var media: @Sendable (MediaID) -> String? = { _ in nil }
    /// It leaves the processor to whatever else wants it.
    var isBackground = false
    var progress: @Sendable (RenderProgress) -> Void = { _ in }

    init(_ timeline: Timeline, quality: Quality, path: String) {
        self.timeline = timeline
        self.quality = quality
        self.path = path
    }
}

/// A finished export.
struct ExportResult: Codable, Hashable, Sendable {
    var bytes: Int
    var durationMS: Int
    var width: Int
    var height: Int
    var renderMS: Int
    /// What it tells of how fast this machine is.
    var pace: RenderPace.Sample?
}
