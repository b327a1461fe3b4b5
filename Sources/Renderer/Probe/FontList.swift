internal import Media
internal import Synchronization

/// The names of the installed families, looked up once for as long as nothing is installed or removed, for that takes
/// a while. A studio lives on while a person does what it asked for: installs a font that was missing.
final class FontList: Sendable {
    struct Known {
        var families: [String]
        fileprivate var state: FontState
    }

    static let shared = FontList()
    static let places = InstalledFonts.Places()

    private let known = Mutex<Known?>(nil)

    @discardableResult
    func upToDate() -> Known {
        known.withLock { known in
            let state = FontState()
            if let known, known.state == state { return known }
            if known != nil { InstalledFonts.forget() }
            let found = Known(families: InstalledFonts.families(), state: state)
            known = found
            return found
        }
    }
}
