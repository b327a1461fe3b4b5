import Timeline

/// Signs that no font has.
extension Editing {
    /// What of the words that the message wrote cannot be seen, and what to do about it.
    var missingFonts: [String] {
        let known = Set(original.texts.map(\.text))
        var lacking: [MissingFont] = []
        for text in timeline.texts.map(\.text) where !known.contains(text) {
            lacking += missing(text).filter { !lacking.contains($0) }
        }
        return lacking.map { font in
            let advice = "apt-get install \(font.package)"
            return say(
                "⚠️ No font here has \(font.english): it will not look as you typed it. On Debian: \(advice)",
                "⚠️ 这里没有\(font.chinese)字体，显示会和你写的不一样。Debian 上可以：\(advice)"
            )
        }
    }
}
