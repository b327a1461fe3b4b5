import Foundation

/// The folder in which a studio keeps everything.
struct DataFolder: Sendable {
    let path: String

    var store: String { path + "/studio.sqlite" }
    var lock: String { path + "/studio.lock" }
    /// Files on their way in, under random names; emptied at every start.
    var incoming: String { path + "/incoming" }
    var media: String { path + "/media" }
    var renders: String { path + "/renders" }
    var chunks: String { path + "/chunks" }
    /// Small pictures of media and exports; made again when they are gone.
    var thumbnails: String { path + "/thumbnails" }

    /// The place of a medium: media/<first two digits>/<SHA-256>.
    func mediaPath(_ id: String) -> String { "\(media)/\(id.prefix(2))/\(id)" }
    func renderPath(_ key: String) -> String { "\(renders)/\(key).mp4" }

    /// Makes what is missing; every folder is for its owner alone.
    func create() throws {
        for folder in [path, incoming, media, renders, chunks] {
            try Self.makePrivate(folder)
        }
        for name in try FileManager.default.contentsOfDirectory(atPath: incoming) {
            try FileManager.default.removeItem(atPath: incoming + "/" + name)
        }
    }

    static func makePrivate(_ folder: String) throws {
        let manager = FileManager.default
        do {
            try manager.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            // It may have been there before with other rights.
            try manager.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
        } catch {
            throw StudioStartError(
                .folder,
                "The folder \(folder) cannot be made or made private. Choose a folder that you may write to."
            )
        }
    }

    /// Moves a file to the place of a medium, where it appears at once and complete. One that is there stays.
    func keep(_ path: String, as id: String) throws {
        let place = mediaPath(id)
        guard access(place, R_OK) != 0 else { return }
        try Self.makePrivate((place as NSString).deletingLastPathComponent)
        guard rename(path, place) == 0 else { throw SpoolFile.refusal(errno) }
    }

    /// Deletes a medium; one that is not there is as good as deleted.
    func deleteMedium(_ id: String) {
        unlink(mediaPath(id))
    }

    /// The bytes of all files under a folder.
    static func size(of folder: String) -> Int {
        guard let walk = FileManager.default.enumerator(atPath: folder) else { return 0 }
        var total = 0
        while walk.nextObject() != nil {
            guard walk.fileAttributes?[.type] as? FileAttributeType == .typeRegular else { continue }
            total += (walk.fileAttributes?[.size] as? Int) ?? 0
        }
        return total
    }

    /// Deletes the media and the exports. What cannot be deleted is left.
    func empty() {
        for folder in [media, renders, incoming, chunks, thumbnails] {
            for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
                try? FileManager.default.removeItem(atPath: folder + "/" + name)
            }
        }
    }
}
