internal import CChafa
import Foundation

/// In what form a terminal can show pictures.
///
/// It is told by the environment alone. A terminal could be asked, but its answer comes back as if it had been typed:
/// into the line that is being edited, or into the shell's when the program has ended by then.
public struct PictureForm: Hashable, Sendable {
    enum Kind: Hashable, Sendable, CaseIterable {
        case kitty, iTerm2, sixel
        /// Characters that are filled in part, in two colours each.
        case blocks
    }

    enum Colours: Hashable, Sendable {
        case direct
        case indexed256, indexed16
    }

    var kind: Kind
    var colours: Colours

    init(_ kind: Kind, _ colours: Colours = .direct) {
        self.kind = kind
        self.colours = colours
    }

    /// The best form for a terminal; nil where pictures are not wanted or cannot be.
    public init?(_ traits: TerminalTraits, environment: [String: String]) {
        // Without colours there is no picture, and a terminal that only hardware ever was has none.
        let name = environment["TERM"] ?? ""
        guard traits.isInteractive, traits.hasColour, !name.hasPrefix("vt1"), !name.hasPrefix("vt2") else { return nil }
        let info = TerminalInfo(environment)
        kind = Self.kind(info, name, environment)
        colours =
            info.has(CHAFA_TERM_SEQ_SET_COLOR_FGBG_DIRECT) || Self.isTrueColour(environment)
            ? .direct
            : info.has(CHAFA_TERM_SEQ_SET_COLOR_FGBG_256) && !name.hasSuffix("16color") ? .indexed256 : .indexed16
        // Every one of them is beyond ASCII.
        if kind == .blocks, !TextLocale.isUTF8 { return nil }
    }

    private static func kind(_ info: TerminalInfo, _ name: String, _ environment: [String: String]) -> Kind {
        func isSet(_ variable: String) -> Bool { environment[variable]?.isEmpty == false }
        // A multiplexer redraws the screen from its own memory, which holds characters and no pictures; what is set of
        // the terminal around it says nothing of it.
        if ["screen", "tmux"].contains(where: name.hasPrefix) || ["TMUX", "STY", "ZELLIJ"].contains(where: isSet) {
            return .blocks
        }
        if info.has(CHAFA_TERM_SEQ_BEGIN_KITTY_IMMEDIATE_IMAGE_V1) { return .kitty }
        if info.has(CHAFA_TERM_SEQ_BEGIN_ITERM2_IMAGE) { return .iTerm2 }
        if info.has(CHAFA_TERM_SEQ_BEGIN_SIXELS) { return .sixel }
        // Younger than the library's list of terminals.
        switch (name, environment["TERM_PROGRAM"]) {
        case ("xterm-ghostty", _), (_, "ghostty"): return .kitty
        case ("contour", _), (_, "mintty"): return .sixel
        default: return .blocks
        }
    }

    private static func isTrueColour(_ environment: [String: String]) -> Bool {
        ["truecolor", "24bit"].contains(environment["COLORTERM"])
    }
}

/// What the library knows of a terminal's sequences.
final class TerminalInfo {
    let handle: OpaquePointer

    /// By a terminal's environment; without one, the sequences most terminals have in common.
    init(_ environment: [String: String]? = nil) {
        let all = chafa_term_db_get_default()
        guard let environment else {
            handle = chafa_term_db_get_fallback_info(all)
            return
        }
        var variables = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { for variable in variables { free(variable) } }
        handle = chafa_term_db_detect(all, &variables)
    }

    deinit { chafa_term_info_unref(handle) }

    func has(_ sequence: ChafaTermSeq) -> Bool { chafa_term_info_have_seq(handle, sequence) != 0 }
}
