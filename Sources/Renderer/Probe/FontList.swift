internal import Media
internal import Synchronization

/// What was found of the installed fonts, kept for as long as none is installed or removed, for looking takes a while.
/// A studio lives on while a person does what it asked for: installs a font that was missing.
enum FontList {
    private struct Known {
        var state: FontState?
        var families: [String]?
    }

    static let places = InstalledFonts.Places()

    private static let known = Mutex(Known())

    /// The names of all families that are installed now.
    static var families: [String] {
        known.withLock { known in
            refresh(&known)
            let families = known.families ?? InstalledFonts.families()
            known.families = families
            return families
        }
    }

    /// Has the fonts be looked for anew if others are there than before.
    static func refresh() {
        known.withLock { refresh(&$0) }
    }

    private static func refresh(_ known: inout Known) {
        let state = FontState()
        guard state != known.state else { return }
        if known.state != nil { InstalledFonts.forget() }
        known = Known(state: state)
    }
}
