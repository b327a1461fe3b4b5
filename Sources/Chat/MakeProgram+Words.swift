import Foundation

extension MakeProgram.Options {
    /// Takes a sentence that was given as the last of the files for what the video should be, where nothing else says
    /// it: `kinora make trip "a calm slideshow"`.
    public mutating func takeWords() {
        guard prompt == nil, files.count > 1, let last = files.last, Self.isSentence(last) else { return }
        prompt = files.removeLast()
    }

    private static func isSentence(_ text: String) -> Bool {
        guard text.contains(where: \.isWhitespace) || LanguageSense.hasHan(text) else { return false }
        let hasEnding = MediaName.isMedia(text) || MediaName.isArchive(text)
        return !hasEnding && !text.contains("/") && !FileManager.default.fileExists(atPath: text)
    }
}
