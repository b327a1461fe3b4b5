import Foundation
import Timeline

/// What can be told before anything is sent: files and an output that cannot be.
struct MakeCheck {
    /// Nil: nothing speaks against it.
    let refusal: [String]?

    init(_ options: MakeProgram.Options, phrases: ChatPhrases) {
        var refusals: [String] = []
        if options.files.isEmpty { refusals.append(phrases.noFiles) }
        for file in options.files {
            var isFolder: ObjCBool = false
            if !FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) {
                refusals.append(phrases.makeMissing(file))
            } else if isFolder.boolValue {
                refusals.append(phrases.isFolder(file))
            } else if access(file, R_OK) != 0 {
                refusals.append(phrases.unreadable(file))
            }
        }
        if refusals.isEmpty, !options.files.isEmpty, !options.files.contains(where: Self.mayBeShown) {
            refusals.append(phrases.nothingToShow)
        }
        refusals += options.outputs.compactMap { Self.refusal(ofOutput: $0, force: options.force, phrases: phrases) }
        refusal = refusals.isEmpty ? nil : refusals
    }

    /// Songs and color tables alone make no video. What else a file is, the studio knows better than its name does.
    private static func mayBeShown(_ path: String) -> Bool {
        !MediaName.songs.union(MediaName.colorTables).contains(MediaName.type(of: path))
    }

    private static func refusal(ofOutput path: String, force: Bool, phrases: ChatPhrases) -> String? {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
            if isFolder.boolValue { return phrases.outputIsFolder(path) }
            if !force { return phrases.outputExists(path) }
        }
        // A player that goes by the name would refuse it.
        let ending = (path as NSString).pathExtension
        if ending.lowercased() != "mp4" { return phrases.outputIsNoMP4(path, ending) }
        var folder = (path as NSString).deletingLastPathComponent
        if folder.isEmpty { folder = "." }
        if !FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) || !isFolder.boolValue {
            return phrases.noOutputFolder(folder, path)
        }
        return access(folder, W_OK) == 0 ? nil : phrases.outputNotWritable(folder, path)
    }
}
