import Foundation
import Renderer
import Soundtrack
import StudioAPI
import Timeline

/// Tries out what the main job needs, rather than looking for files that might do.
struct Doctor {
    struct Check {
        enum State {
            case good
            /// Something is plainer without it, but videos can be made.
            case worse
            /// No video can be made.
            case broken
        }

        var name: String
        var state: State
        var words: String
    }

    let home: StudioHome

    func checks() async -> [Check] {
        [folder] + fonts + [instruments, faces, await video]
    }

    /// The state folder can be written to and has room.
    private var folder: Check {
        let name = "state folder"
        do {
            try FileManager.default.createDirectory(
                atPath: home.stateFolder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            return Check(
                name: name,
                state: .broken,
                words: "\(home.stateFolder) cannot be made; set XDG_STATE_HOME to a folder that you may write to"
            )
        }
        guard access(home.stateFolder, W_OK) == 0 else {
            return Check(name: name, state: .broken, words: "\(home.stateFolder) cannot be written to")
        }
        var disk = statvfs()
        guard statvfs(home.stateFolder, &disk) == 0 else {
            return Check(name: name, state: .good, words: home.stateFolder)
        }
        let free = Int64(disk.f_bavail) * Int64(disk.f_frsize)
        let size = ByteCountFormatStyle(style: .file, allowedUnits: [.mb, .gb]).format(free)
        return free < 1 << 30
            ? Check(name: name, state: .worse, words: "only \(size) free for media and chunks; free some space")
            : Check(name: name, state: .good, words: "\(home.stateFolder), \(size) free")
    }

    /// Each of the world's kinds of writing, as it comes out of the fonts at hand.
    private var fonts: [Check] {
        Fonts.writings().map { writing in
            let name = writing.kind == .emoji ? "emoji in texts" : "texts in \(writing.kind.name)"
            guard let family = writing.family else {
                let plain = writing.kind == .emoji ? "will have no colours" : "will be empty boxes"
                let advice = "no font has them, they \(plain); on Debian: apt-get install \(writing.kind.package)"
                return Check(name: name, state: .worse, words: advice)
            }
            return Check(name: name, state: .good, words: family)
        }
    }

    private var instruments: Check {
        do throws(SoundtrackError) {
            return Check(name: "instruments", state: .good, words: try SoundFont.find())
        } catch {
            return Check(name: "instruments", state: .broken, words: error.message)
        }
    }

    /// Makes a one-second video of a small picture, the whole way but for the API.
    private var video: Check {
        get async {
            let name = "a one-second video"
            let folder = FileManager.default.temporaryDirectory.path + "/kinora-doctor-\(getpid())"
            defer { try? FileManager.default.removeItem(atPath: folder) }
            do {
                try FileManager.default.createDirectory(
                    atPath: folder,
                    withIntermediateDirectories: true,
                    attributes: [.posixPermissions: 0o700]
                )
                let picture = folder + "/picture.png"
                try Self.picture.write(to: URL(filePath: picture))
                let item = try await MediaProber(launch: .own).probe(path: picture, name: "picture.png")
                let still = Segment(
                    id: "1",
                    media: item.id,
                    kind: item.kind,
                    name: item.name,
                    size: item.size ?? PixelSize(width: 1, height: 1),
                    duration: Milliseconds(1000)
                )
                let title = TextSegment(id: "2", text: "Kinora 你好", duration: Milliseconds(1000))
                let timeline = Timeline(segments: [still], texts: [title], music: Music(.mood(.piano, seed: 1)))
                let result = try await RenderJob(
                    timeline: timeline,
                    settings: RenderSettings(quality: .draft),
                    media: { _ in picture },
                    cache: ChunkCache(folder: folder + "/chunks"),
                    launch: .own
                ).run(to: folder + "/video.mp4")
                return Check(name: name, state: .good, words: "made in \(result.renderMS) ms")
            } catch let error as RenderError {
                return Check(name: name, state: .broken, words: error.message)
            } catch let refusal as MediaRefusal {
                return Check(name: name, state: .broken, words: refusal.message)
            } catch {
                return Check(name: name, state: .broken, words: error.localizedDescription)
            }
        }
    }

    /// A PNG of 2 x 2 pixels.
    private static let picture =
        Data(
            base64Encoded:
                "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR42mM4EaChUXGCQWNBwJ0T"
                + "NgAlZgWhNC8ZqQAAAABJRU5ErkJggg=="
        ) ?? Data()
}
