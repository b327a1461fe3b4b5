import Foundation
import Timeline

/// The files a video is made of: what was given, with folders opened.
struct MakeFiles {
    /// Files and addresses of the web, in the order they are to be shown.
    private(set) var paths: [String] = []
    /// What of folders is used and what is left out, and what is gone on without.
    private(set) var notes: [String] = []
    /// Why nothing can be made of them.
    private(set) var refusals: [String] = []

    init(_ options: MakeProgram.Options, phrases: ChatPhrases) {
        let files = FileProbe.system(home: options.environment["HOME"] ?? "")
        // The video of an earlier run lies among the photos it was made from.
        let outputs = Set(options.outputs.map(Self.whole))
        var missing: [String] = []
        var bad: [String] = []
        for given in options.files {
            let path = DroppedPaths.path(ofURL: given) ?? given
            switch files.kind(path) {
            case _ where WebAddress.isOne(path): paths.append(path)
            case nil where Self.isDeadLink(path): bad.append(phrases.deadLink(path))
            case nil: missing.append(path)
            case .folder:
                let folder = FolderContents(of: path, in: files) { outputs.contains(Self.whole($0)) }
                if folder.media.isEmpty {
                    bad.append(phrases.nothingIn(folder))
                } else {
                    paths += folder.media
                    notes.append(phrases.used(folder))
                }
            case .file where MediaName.isArchive(path): bad.append(phrases.archive(MediaName.last(of: path)))
            case .file where access(path, R_OK) != 0: bad.append(phrases.unreadable(path))
            case .file: paths.append(path)
            }
        }
        if !missing.isEmpty { bad.insert(phrases.makeMissing(missing), at: 0) }
        if options.skipBad, !paths.isEmpty { notes += bad } else { refusals = bad }
        if options.files.isEmpty { refusals.append(phrases.noFiles) }
        if refusals.isEmpty, !paths.contains(where: MediaName.isShown) { refusals.append(phrases.nothingToShow) }
    }

    /// The same for every way to write the path of a file that may not be there yet.
    private static func whole(_ path: String) -> String {
        let url = URL(filePath: path)
        return url.deletingLastPathComponent().resolvingSymlinksInPath().path + "/" + url.lastPathComponent
    }

    private static func isDeadLink(_ path: String) -> Bool {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
    }
}
