import Timeline

/// What is wanted of a text, or of several.
struct TextWish: Hashable, Sendable {
    enum Time: Hashable, Sendable {
        case start(Milliseconds)
        case duration(Milliseconds)
        case until(Milliseconds)
        case longer(LengthChange)
        case front, end, always
    }

    /// Nil is whatever there is.
    var kind: TextKind? = .title
    /// Nil leaves the words as they are.
    var text: String?
    var photos: PhotoReference?
    var times: [Time] = []
    /// The words of the text that is there are meant.
    var isChange = false
    /// One more, beside those that are there.
    var isAnother = false
    /// All of the kind, not the last one.
    var isPlural = false
    /// The words are the names of the photos' files.
    var usesNames = false
    var style = TextStyleWish()
}

/// What is said of how texts look; nil leaves it as it is.
struct TextStyleWish: Hashable, Sendable {
    /// Something that can be there or not.
    enum Part<Value: Hashable & Sendable>: Hashable, Sendable {
        case no
        case yes(Value)
    }

    struct Frame: Hashable, Sendable {
        var color: String?
        /// Of an outline's width, or of a box's opacity.
        var factor: Double?
        var opacity: Double?
    }

    enum Side: Hashable, Sendable { case entrance, exit, both }

    struct Movement: Hashable, Sendable {
        var side: Side
        var animation: TextAnimation?
        var length: Milliseconds?
        /// Times as long as usual.
        var pace: Double?
    }

    var position: TextPosition?
    var color: String?
    /// Times as large.
    var size: Double?
    /// A family, or one of ``TextFont``'s names.
    var font: String?
    var isBold: Bool?
    var isItalic: Bool?
    var outline: Part<Frame>?
    var box: Part<Frame>?
    var movement: Movement?

    var isEmpty: Bool { self == TextStyleWish() }
}
