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
                refusals.append(phrases.missing(file))
            } else if isFolder.boolValue {
                refusals.append(phrases.isFolder(file))
            } else if access(file, R_OK) != 0 {
                refusals.append(phrases.unreadable(file))
            }
        }
        refusals += options.outputs.compactMap { Self.refusal(ofOutput: $0, force: options.force, phrases: phrases) }
        refusal = refusals.isEmpty ? nil : refusals
    }

    private static func refusal(ofOutput path: String, force: Bool, phrases: ChatPhrases) -> String? {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
            if isFolder.boolValue { return phrases.outputIsFolder(path) }
            if !force { return phrases.outputExists(path) }
        }
        var folder = (path as NSString).deletingLastPathComponent
        if folder.isEmpty { folder = "." }
        if !FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) || !isFolder.boolValue {
            return phrases.noOutputFolder(folder, path)
        }
        return access(folder, W_OK) == 0 ? nil : phrases.outputNotWritable(folder, path)
    }
}
