import Foundation
import Timeline

/// What can be told before anything is sent: files and an output that cannot be.
struct MakeCheck {
    /// What the video is made of.
    let files: MakeFiles
    /// Nil: nothing speaks against it.
    let refusal: [String]?

    init(_ options: MakeProgram.Options, phrases: ChatPhrases) {
        files = MakeFiles(options, phrases: phrases)
        let outputs = options.outputs.compactMap { Self.refusal(ofOutput: $0, force: options.force, phrases: phrases) }
        let refusals = files.refusals + outputs
        refusal = refusals.isEmpty ? nil : refusals
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
