public import Timeline

/// Turns what a person says, in English or Chinese, into edits of a timeline and an answer.
///
///     let director = Director { music, media in .steady(period: 750) }
///     let reply = director.respond(to: "make it vertical", history: history, media: media, fallback: .english)
///     reply.commands  // [.setAspect(.portrait)]
///     reply.text      // "✅ Shape: 16:9 -> 9:16"
///
/// The same message about the same timeline always gets the same reply. What is not understood is said and never
/// edited on a guess; of several wishes in one message those that are understood take effect.
public struct Director: Sendable {
    private let beats: @Sendable (Music, [MediaItem]) -> BeatGrid?
    private let fonts: @Sendable () -> [String]
    private let missing: @Sendable (String) -> [MissingFont]

    /// - Parameters:
    ///   - beats: where the beats of some music are; nil if that is not known.
    ///   - fonts: the families of fonts that texts can be written in; none if that is not known.
    ///   - missing: what of a text no font shows.
    public init(
        beats: @escaping @Sendable (Music, [MediaItem]) -> BeatGrid?,
        fonts: @escaping @Sendable () -> [String] = { [] },
        missing: @escaping @Sendable (String) -> [MissingFont] = { _ in [] }
    ) {
        self.beats = beats
        self.fonts = fonts
        self.missing = missing
    }

    /// - Parameters:
    ///   - media: all that the person has given, in upload order.
    ///   - fallback: the language to answer in when the message shows none.
    public func respond(
        to text: String,
        history: History,
        media: [MediaItem],
        fallback: Language
    ) -> DirectorReply {
        let message = Message(text)
        let names = NameIndex(media: media, timeline: history.timeline)
        let reading = Reader.read(message, names: names, fonts: fonts, isFirst: history.timeline.segments.isEmpty)
        let language = message.language ?? fallback
        var editing = Editing(
            history: history,
            media: media,
            beats: beats,
            fonts: fonts,
            missing: missing,
            phrases: Phrases(language)
        )
        editing.isJapanese = text.unicodeScalars.contains(where: \.isKana)
        editing.perform(reading.wishes)
        return editing.reply(unclear: reading.unclear, mended: reading.mended)
    }
}

extension Message {
    /// The language it is in: Chinese as soon as it has a Chinese character outside of quotations and file names.
    var language: Language? {
        var language: Language?
        for token in Lexer.tokens(of: self, names: NameIndex(media: [], timeline: Timeline())) {
            if case .text = token.concept { continue }
            let words = plain[token.range]
            if words.contains(where: \.isHan) { return .chinese }
            if words.contains(where: \.isSpacedLetter) { language = .english }
        }
        if language == nil, original.contains(where: \.isHan) { return .chinese }
        return language
    }
}
