import Timeline

/// What a token means, whichever language said it.
enum Concept: Hashable, Sendable {
    // Values
    case number(Double)
    /// Third is 3; the last is -1, the last but one -2.
    case ordinal(Int)
    case duration(Milliseconds)
    case percent(Double)
    /// Times as much.
    case factor(Double)
    case ratio(Int, Int)
    /// Words that are content: they are shown, not understood.
    case text(String)
    case photos(PhotoReference)

    // Pieces that values are made of
    /// So many milliseconds.
    case unit(Double)
    case half
    case times
    case percentSign
    /// The 第 before a number and the "th" after it.
    case ordinalSign
    case ordinalEnding
    /// 张 and its kin, which count photos.
    case counter
    case hash
    case dash
    case pixels
    /// Words of a file's name, or of what is usually seen on photos.
    case name(NameMatch)

    // Words
    case verb(Verb)
    case noun(Noun)
    case link(Link)
    case mood(Mood)
    /// A word that is a mood only where music or a new video is spoken of.
    case feeling(Mood)
    case transition(TransitionStyle)
    case easing(Easing)
    case filter(Filter)
    /// The person's own table of colours: the one of that name, or the last one given.
    case colorTable(NameMatch?)
    /// Colours as they are.
    case plainLook
    /// What of a look can be more or less; with a sign where the word says which: "brighter" is 1, "cooler" -1.
    case adjustment(Adjustment, Int)
    /// Another one each time.
    case random
    /// "Fade", which may be a crossfade or something else altogether.
    case fade
    case fadeIn, fadeOut
    /// How a text comes or goes.
    case animation(TextAnimation)
    /// A family of fonts, or a kind of them.
    case font(String)
    case bold, italic
    /// Going away, where coming has the same words.
    case exit
    case camera(Camera)
    case direction(Direction)
    case position(TextPosition)
    case place(Place)
    case fit(Fit)
    case frame(Aspect)
    case platform(Platform)
    case color(String)
    case degree(Degree)
    case ask(Ask)
    case talk(Talk)
    case all
    case each
    case only
    case except
    case total
    /// For all of the video's time.
    case always
    /// While clips are heard.
    case meanwhile
    /// All of a clip.
    case fullLength
    case not
    case another
    case own
    case new
    case one
    case same
    case it
    /// "Still", which only beside "keep" means without motion.
    case still
    case the
    case a
    case says
    /// Words without a meaning of their own here.
    case filler
    /// Something that is well known and not on offer, with what there is to say about it.
    case lacking(Hint)
    /// What only an eye can tell of a photo: "blurry", "the best".
    case judged
    /// At most, or at least, what follows.
    case atMost, atLeast
    /// "Out of", which makes "cut" a removal.
    case outOf
    /// Once more.
    case again
    /// It is not as the person wants it.
    case disliked
    /// A word that is not in the vocabulary.
    case word
    /// Between clauses.
    case comma
    case stop
    case and
    case or
    case with
    case colon
    case questionMark
}

enum Verb: Hashable, Sendable {
    case make, turn, add, remove, move, swap, copy, keep, reverse, shuffle, sort, set, write, show, use, start, end
    case undo, redo, startOver, clear
    case extend, shorten, faster, slower, trim
    case mute, unmute, louder, quieter, duck, stop
}

enum Noun: Hashable, Sendable {
    case photo, clip, video, title, endTitle, caption, lowerThird, text, outline, box, font, music, song, volume,
        transition, motion, length, order,
        speed, color, size, position, beat, timeline, everything, media, shape, step, name, background, sound, look,
        originalSound, part, strength
}

/// Words that say how the parts of a sentence hang together.
enum Link: Hashable, Sendable {
    case to, at, on, of, from, until, `in`, `for`, into, before, after, between, by, than, under
}

/// What a camera does over a still.
enum Camera: Hashable, Sendable {
    case zoomIn, zoomOut, pan, still, focus
    /// A zoom that does not say whether in or out.
    case zoom
    /// The faces, or whatever a photo is of.
    case subject
    case move(Move)
}

enum Place: Hashable, Sendable {
    case front, end
    case left, right, top, bottom, middle
    case corner
}

/// More or less of something.
enum Degree: Hashable, Sendable {
    case longer, shorter, bigger, smaller, huge, tiny, stronger, gentler, more, less, slightly, much, long
}

enum Ask: Hashable, Sendable {
    case howLong, howMany, what, which, other
}

enum Talk: Hashable, Sendable {
    case hello, help, thanks, fine, export, credits, status, upload
}

/// A place where videos are shown, with the shape it wants.
enum Platform: String, Hashable, Sendable {
    case tiktok = "TikTok"
    case reels = "Reels"
    case shorts = "Shorts"
    case stories = "Stories"
    case instagram = "Instagram"
    case facebook = "Facebook"
    case youtube = "YouTube"
    case twitter = "X"
    case television = "TV"
    case douyin = "抖音"
    case kuaishou = "快手"
    case xiaohongshu = "小红书"
    case channels = "视频号"
    case moments = "朋友圈"
    case bilibili = "B站"

    var aspect: Aspect {
        switch self {
        case .tiktok, .reels, .shorts, .stories, .douyin, .kuaishou, .channels, .moments: .portrait
        case .instagram, .facebook, .xiaohongshu: .tall
        case .youtube, .twitter, .television, .bilibili: .landscape
        }
    }
}
