internal import Crypto
internal import Foundation
internal import Media
internal import Timeline

/// Everything that decides how a chunk of video looks, and nothing else: no names, no ids, no times from the video's
/// start. Equal descriptions give equal bytes, so the description's hash is the chunk's name in the cache.
struct ChunkDescription: Codable, Hashable, Sendable {
    /// Raised whenever the same description would give another picture.
    static let currentVersion = 5

    var version = ChunkDescription.currentVersion
    var settings: VideoSettings
    /// The number of frames, that of all scenes together.
    var frames: Int
    /// Back to back.
    var scenes: [Scene]
    /// In the order in which they are drawn.
    var texts: [TextLayer]

    /// A stretch of frames drawn from the same pictures.
    struct Scene: Codable, Hashable, Sendable {
        var frames: Int
        var picture: PictureLayer
        /// What changes the picture into another, if something does.
        var change: Change?
    }

    /// A part of a transition.
    struct Change: Codable, Hashable, Sendable {
        var style: TransitionStyle
        var direction: Direction
        var easing: Easing
        var incoming: PictureLayer
        /// How many frames of the transition lie before the scene.
        var offset: Int
        /// The frames of the whole transition.
        var length: Int
    }

    /// All media that are read for the chunk.
    var media: Set<MediaID> {
        Set(scenes.flatMap { $0.picture.allMedia + ($0.change?.incoming.allMedia ?? []) })
    }

    /// The chunk's name: the SHA-256 of its description in canonical JSON, in lowercase hex; with texts also of the
    /// fonts that they are drawn with, which may be others tomorrow.
    func name(fonts: @autoclosure () -> FontState = FontState()) throws -> String {
        texts.isEmpty ? try CanonicalJSON.hash(self) : try CanonicalJSON.hash(WithFonts(chunk: self, fonts: fonts()))
    }

    private struct WithFonts: Encodable {
        var chunk: ChunkDescription
        var fonts: FontState
    }
}

/// A photo, or a clip, as it is drawn into frames.
struct PictureLayer: Codable, Hashable, Sendable {
    var media: MediaID
    /// The size of the picture as seen, in pixels.
    var size: PixelSize
    var source: Source
    /// How many frames of the layer's whole visible time lie before the scene.
    var offset: Int
    /// Nil leaves its colours as they are.
    var look: Look?

    enum Source: Codable, Hashable, Sendable {
        /// A move over a photo that takes `length` frames from first to last.
        case still(Framing, length: Int)
        /// A clip that plays from `start` ms of its own time at offset 0; before its beginning its first picture stands.
        /// A part of it fills the frame; nil is the whole of it, on its own blurred copy.
        case clip(start: Int, part: SourceRect?)
        /// A GIF or WebP that goes round and round from `start` ms of its own time at offset 0, seen as a clip is.
        case animation(start: Int, part: SourceRect?)
    }

    /// The picture and the table of its colours.
    var allMedia: [MediaID] { [media] + (look?.table.map { [$0.media] } ?? []) }

    /// It moves by itself, and is decoded while it is drawn.
    var isClip: Bool {
        if case .still = source { false } else { true }
    }
}

/// JSON with its keys in order, so that equal values are equal bytes.
enum CanonicalJSON {
    static func encode(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(value)
    }

    /// The SHA-256 of a value's canonical JSON, in lowercase hex.
    static func hash(_ value: some Encodable) throws -> String {
        SHA256.hash(data: try encode(value)).hex
    }
}

extension Sequence<UInt8> {
    /// Two lowercase hex digits a byte.
    var hex: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in self {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
