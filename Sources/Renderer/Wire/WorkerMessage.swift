internal import Foundation
internal import Media
internal import Timeline

/// A file that travels with a request as an open descriptor.
struct WireMedium: Codable, Hashable, Sendable {
    var id: MediaID
    /// What the person calls it, for messages.
    var name: String
}

/// Something asked of a worker. Descriptors come in the order in which each case names its files.
enum WorkerTask: Codable, Sendable {
    /// The first task of all: limits are set and doors are closed before anything else is read. No files.
    case begin(WorkerLimits)
    /// What a file is. Files: the medium.
    case probe(name: String)
    /// A small JPEG of a photo, or of a clip at a time. Files: the medium.
    case thumbnail(name: String, at: Milliseconds, box: PixelSize)
    /// A small picture of a layer as it is drawn into its first frame. Files: the media.
    case still(PictureLayer, size: PixelSize, form: PictureForm, media: [WireMedium])
    /// Renders and encodes a chunk. Files: the output, then the media.
    case chunk(ChunkDescription, media: [WireMedium])
    /// Makes the whole sound of a video. Files: the output, an empty one for what does not fit into memory, then the
    /// media.
    case sound(SoundDescription, soundFont: String, media: [WireMedium])
    /// Begins a video file. Files: the output, open for reading and writing, then the sound.
    case mux(VideoSettings)
    /// Adds chunks to the video begun last. Files: the chunks in order.
    case muxChunks
    /// Ends the video and reads it back. No files.
    case muxEnd
}

package struct WorkerLimits: Codable, Hashable, Sendable {
    /// The memory the whole worker may take, in bytes.
    package var memory: Int
    /// Folders and files outside of the system's that the worker itself reads, the SoundFont for instance.
    package var readable: [String]
    /// How far it steps back behind other programs, 0…19.
    package var niceness: Int

    package init(memory: Int, readable: [String], niceness: Int = 0) {
        self.memory = memory
        self.readable = readable
        self.niceness = niceness
    }
}

/// How a small picture is written.
public enum PictureForm: String, Codable, Hashable, Sendable {
    case jpeg
    /// The pixels themselves, for programs that shall not decode anything: a binary PPM, see
    /// https://netpbm.sourceforge.net/doc/ppm.html.
    case ppm
}

/// What a worker gives back for a task that went well.
enum WorkerResult: Codable, Sendable {
    case done
    case media(MediaReport)
    /// In the form that was asked for; a thumbnail is a JPEG.
    case picture(Data)
    case video(VideoReport)
}

/// What a file is, as far as the studio wants to know.
struct MediaReport: Codable, Hashable, Sendable {
    var facts: MediaFacts
    /// Where the beats of a song are.
    var beats: [Milliseconds]?
}

/// A finished video as it was read back.
struct VideoReport: Codable, Hashable, Sendable {
    var size: PixelSize
    var frames: Int
    var videoDuration: Milliseconds
    var soundDuration: Milliseconds?
    /// Frames are shown from 0 on, one after the other, and the index comes first.
    var isWhole: Bool
}

/// Why a task failed although the worker lives on.
struct WorkerFailure: Error, Codable, Hashable, Sendable {
    var code: MediaError.Code
    var message: String
}

/// A line from the studio to a worker.
struct WorkerRequest: Codable, Sendable {
    var id: Int
    /// How many descriptors belong to it.
    var files: Int
    var task: WorkerTask
}

/// A line from a worker to the studio.
struct WorkerReply: Codable, Sendable {
    enum Event: Codable, Sendable {
        /// Frames done since the last such event; also a sign of life.
        case progress(frames: Int)
        /// A medium is about to be decoded: whatever happens next is its doing.
        case reading(name: String)
        case finishedReading
        case done(WorkerResult)
        case failed(WorkerFailure)
    }

    var id: Int
    var event: Event
}
