import Foundation

/// What the terminal at hand can do.
public struct TerminalTraits: Hashable, Sendable {
    /// It is a terminal whose lines can be redrawn.
    public var isInteractive: Bool
    public var hasColour: Bool
    /// It marks what is pasted.
    public var marksPastes: Bool
    /// What has become too long when its width changes goes on in the next row; else it is cut off.
    public var wrapsAnew: Bool

    public init(isInteractive: Bool, hasColour: Bool, marksPastes: Bool, wrapsAnew: Bool = true) {
        self.isInteractive = isInteractive
        self.hasColour = hasColour
        self.marksPastes = marksPastes
        self.wrapsAnew = wrapsAnew
    }

    /// The traits of the terminal behind `descriptor`, by TERM and NO_COLOR.
    public init(descriptor: Int32, environment: [String: String]) {
        let name = environment["TERM"] ?? ""
        isInteractive = isatty(descriptor) == 1 && !name.isEmpty && name != "dumb"
        hasColour = isInteractive && (environment["NO_COLOR"] ?? "").isEmpty
        let known = [
            "xterm", "screen", "tmux", "rxvt", "alacritty", "kitty", "foot", "wezterm", "vte", "gnome", "konsole",
            "st-", "iterm", "ghostty", "contour", "mintty",
        ]
        marksPastes = isInteractive && known.contains { name.hasPrefix($0) }
        wrapsAnew = environment["XTERM_VERSION"] == nil && !name.hasPrefix("rxvt")
    }

    /// The columns of the terminal behind `descriptor`; 80 where there is none.
    public static func columns(of descriptor: Int32) -> Int {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// How large a character of the terminal behind `descriptor` is; nil where it does not say.
    static func cell(of descriptor: Int32) -> CellSize? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return nil }
        let (width, height) = (Int(size.ws_xpixel) / Int(size.ws_col), Int(size.ws_ypixel) / Int(size.ws_row))
        // What is no size of a character is not one.
        return (3...200).contains(width) && (5...400).contains(height) ? CellSize(width: width, height: height) : nil
    }

    static func rows(of descriptor: Int32) -> Int {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else { return 24 }
        return Int(size.ws_row)
    }
}
