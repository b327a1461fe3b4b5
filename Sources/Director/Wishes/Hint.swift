/// What is said where a wish is understood and cannot be fulfilled, or not without a word more: why, and what can be
/// said instead.
enum Hint: Hashable, Sendable {
    // Not on offer
    case voice, hearing, sticker, overlay, turning, retouching, effect, textShadow
    case resolution, frameRate, format
    case clipSpeed, musicShape, endFade, dates
    // A word is missing
    case whichLook, whichFont, whichColor, whichPhoto
    /// A feeling: of the music, or of the colours?
    case feeling
    /// Something is not liked, and nothing said of what to do about it.
    case whatInstead
}
