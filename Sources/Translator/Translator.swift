/// Turns talk of buttons, panels and dragging into what a chat can do, English and Chinese.
///
/// Lines go in as they come. One translator serves a turn: what was asked for once is not given again, also when the
/// turn has several texts.
///
///     var translator = Translator(wantsFile: false)
///     translator.take("Your video is ready! Click the Export button in the top right.")
///     // pieces: "Your video is ready!", now: export
public struct Translator: Sendable {
    let wantsFile: Bool
    /// What has been given already.
    var given = Given()
    /// Headings and blank lines that wait for what comes below them.
    var waiting = Waiting()
    var list = ListState()
    /// The mark that ends the code we are in.
    var fence: Character?
    var offers: [Translation.Step] = []

    struct Given: Hashable, Sendable {
        var shown: Set<Translation.Shown> = []
        var steps: Set<Translation.Step> = []
    }

    /// - Parameter wantsFile: The person has asked for the file, so that an export is done and not only offered.
    public init(wantsFile: Bool) {
        self.wantsFile = wantsFile
    }

    /// The translation of a line, and of lines before it that waited for it.
    ///
    /// - Parameter line: Without its line end.
    public mutating func take(_ line: String) -> Translation {
        var result = Translation()
        read(line, into: &result)
        return result
    }

    /// What still waited, and the next steps that the text leaves to the person.
    public mutating func end() -> Translation {
        var result = Translation()
        waiting.end(into: &result)
        list = ListState()
        fence = nil
        result.offers = offers.filter { given.steps.insert($0).inserted }
        offers = []
        return result
    }

    /// The translation of a whole text.
    public static func translate(_ text: String, wantsFile: Bool) -> Translation {
        var translator = Translator(wantsFile: wantsFile)
        var whole = Translation()
        func add(_ part: Translation) {
            whole.pieces += part.pieces
            whole.now += part.now
            whole.offers += part.offers
        }
        // No other kind of line end: U+2028 and the like stay in their lines.
        let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        for line in lines { add(translator.take(String(line))) }
        add(translator.end())
        return whole
    }
}
