import Timeline

/// What somebody wants, before it is looked up on a timeline.
enum Wish: Hashable, Sendable {
    case make(MakeWish)
    case undo(Int)
    case redo(Int)
    case startOver

    case add(PhotoReference, Destination?)
    case remove(PhotoReference)
    case keep(PhotoReference)
    case move(PhotoReference, Destination)
    case swap(PhotoReference)
    /// Shown once more; right after itself, if nothing else is said.
    case copy(PhotoReference, Destination?)
    case reverse
    case shuffle
    case sortByName

    /// Of some photos, or of the whole video.
    case length(PhotoReference?, LengthChange)
    case transition(TransitionWish)
    case motion(PhotoReference, MotionChange)
    case fit(PhotoReference, Fit)
    case look(PhotoReference, LookChange)
    case trim(ClipReference, TrimChange)
    case clipSound(ClipReference, SoundChange)
    /// No sound at all.
    case mute
    case text(TextWish)
    case removeText(TextKind?, PhotoReference?, String?)
    case music(MusicWish)
    case volume(VolumeChange)
    case cutsOnBeat(Bool)
    case aspect(Aspect, Platform?)
    /// A shape that no video gets here, in its own words.
    case unknownAspect(String)

    case question(Question)
    case talk(Talk)
    case hint(Hint)
}

struct MakeWish: Hashable, Sendable {
    /// Nil is all there is.
    var photos: PhotoReference?
    var without: PhotoReference?
    /// How many photos were spoken of.
    var count: Int?

    func merged(with other: MakeWish) -> MakeWish {
        MakeWish(
            photos: other.photos ?? photos,
            without: other.without ?? without,
            count: other.count ?? count
        )
    }
}

enum Destination: Hashable, Sendable {
    case front, end
    case position(Int)
    case before(PhotoReference)
    case after(PhotoReference)
}

enum LengthChange: Hashable, Sendable {
    case to(Milliseconds)
    case by(Milliseconds)
    case times(Double)
    /// What is within the bound stays.
    case atMost(Milliseconds)
    case atLeast(Milliseconds)

    func applied(to length: Milliseconds) -> Milliseconds {
        switch self {
        case .to(let new): new
        case .by(let step): length + step
        // To a tenth of a second: 4 s become 6 s, not 5.97.
        case .times(let factor): Milliseconds(Int((Double(length.rawValue) * factor / 100).rounded()) * 100)
        case .atMost(let most): min(length, most)
        case .atLeast(let least): max(length, least)
        }
    }
}

struct TransitionWish: Hashable, Sendable {
    enum Scope: Hashable, Sendable {
        case all
        case into(PhotoReference)
        case outOf(PhotoReference)
        case between(PhotoReference)
    }

    var scope = Scope.all
    var style: TransitionStyle?
    /// Another style at every cut.
    var isRandom = false
    /// Of this kind alone.
    var family: TransitionFamily?
    var easing: Easing?
    var length: LengthChange?
    var direction: Direction?

    /// "With transitions", and no word on what they are like.
    var isBare: Bool { style == nil && !isRandom && easing == nil && length == nil && direction == nil }
}

enum MotionChange: Hashable, Sendable {
    /// A move with a strength, or with the usual one.
    case move(Move, strength: Double?)
    case strength(Double)
    case focus(x: Double, y: Double)
    /// On what is seen on the photo itself: faces, if there are any.
    case subject
    /// Chosen afresh for the photo.
    case chosen
}

enum LookChange: Hashable, Sendable {
    /// Nil takes it away.
    case filter(Filter?)
    /// The person's own table of colours, by so many percent: the one of that name, or the one that is there, or the
    /// last one given.
    case colorTable(NameMatch?, percent: Int?)
    case noColorTable
    /// In percent.
    case adjust(Adjustment, to: Int)
    case change(Adjustment, by: Int)
    /// The picture as it is.
    case plain
}

enum MusicWish: Hashable, Sendable {
    case any
    case none
    case mood(Mood)
    case another
    /// The person's own song: the one of that name, or the last one given.
    case own(NameMatch?)
}

enum VolumeChange: Hashable, Sendable {
    case to(Double)
    case times(Double)
}

enum Question: Hashable, Sendable {
    case length, photoCount, photos, everything, music, aspect, transitions
    /// Nil is all of them.
    case texts(TextKind?)
    case photoLength(PhotoReference)
}
