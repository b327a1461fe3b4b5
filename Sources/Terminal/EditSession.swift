import CEditLine
import Foundation

/// libedit and the screen it draws on. Lives on one thread from beginning to end.
///
/// The screen, from top to bottom: what was shown, which is never touched again; the live lines; the prompt with
/// what is being typed.
final class EditSession {
    let options: LineEditor.Options
    let wakeReader: Int32
    let take: () -> [LineEditor.Request]
    let emit: (InputEvent) -> Void

    let handle: OpaquePointer
    let screen: UnsafeMutablePointer<FILE>
    private let keyboard: UnsafeMutablePointer<FILE>
    private let pastHandle: OpaquePointer
    var past: InputHistory
    /// The prompt as libedit wants it, which reads it at every redraw.
    let prompt: UnsafeMutablePointer<CChar>
    let promptWidth: Int

    var live: [String] = []
    /// How many of the live lines are on the screen now.
    var liveRows = 0
    var isClosing = false
    var inputEnded = false
    var isPasting = false
    /// When the process went on after we had stopped it, if it has not been told yet.
    var resumedAt: ContinuousClock.Instant?
    /// The columns the screen had when it was drawn.
    var columns: Int

    init?(
        _ options: LineEditor.Options,
        wakeReader: Int32,
        take: @escaping () -> [LineEditor.Request],
        emit: @escaping (InputEvent) -> Void
    ) {
        let isUTF8 = TextLocale.isUTF8
        // libedit closes nothing it was given; streams of our own leave the process's alone.
        guard let keyboard = fdopen(dup(options.input), "r"), let screen = fdopen(dup(options.output), "w"),
            let handle = el_init(options.program, keyboard, screen, screen), let pastHandle = history_winit()
        else { return nil }
        self.options = options
        self.wakeReader = wakeReader
        self.take = take
        self.emit = emit
        self.keyboard = keyboard
        self.screen = screen
        self.handle = handle
        self.pastHandle = pastHandle
        past = InputHistory(path: options.historyPath)
        let text = isUTF8 ? options.prompt : options.plainPrompt
        promptWidth = DisplayWidth.of(text)
        prompt = strdup(Self.decorated(text, colour: options.traits.hasColour))
        columns = TerminalTraits.columns(of: options.output)
        configure()
    }

    deinit {
        el_end(handle)
        history_wend(pastHandle)
        fclose(screen)
        fclose(keyboard)
        free(prompt)
    }

    /// The colour's escapes stand between marks. Nothing of them may be at the very end, where libedit drops them.
    private static func decorated(_ prompt: String, colour: Bool) -> String {
        guard colour, prompt.hasSuffix(" ") else { return prompt }
        return "\u{1}\u{1B}[1;36m\u{1}" + prompt.dropLast() + "\u{1}\u{1B}[0m\u{1} "
    }

    private func configure() {
        kinora_el_set_client_data(handle, Unmanaged.passUnretained(self).toOpaque())
        if let terminal = options.terminal { kinora_el_set_terminal(handle, terminal) }
        kinora_el_set_signal(handle, 0)
        kinora_el_set_prompt(handle) { handle in EditSession.of(handle)?.prompt }
        kinora_el_set_reader(handle) { handle, character in
            guard let handle, let character else { return -1 }
            return EditSession.of(handle)?.readCharacter(into: character) ?? -1
        }
        kinora_el_set_editor(handle, "emacs")
        // Ctrl-C and Ctrl-Z come as keys, in their order among the others; a signal would overtake what was typed.
        kinora_el_set_mode(handle, "-isig")
        addFunctions()
        kinora_el_bind(handle, "^R", "em-inc-search-prev")
        bindOwnKeys()
        if options.readsEditrc, el_source(handle, nil) == 0, let mode = kinora_el_get_editor(handle),
            String(cString: mode) == "vi"
        {
            // The change of the mode has replaced the keys.
            bindOwnKeys()
        }
        kinora_history_set_size(pastHandle, 1000)
        kinora_el_set_history(handle, pastHandle)
        fillHistory()
    }

    private func addFunctions() {
        kinora_el_add_function(handle, "kinora-paste", "Insert what is pasted") { handle, _ in
            EditSession.of(handle)?.paste() ?? UInt8(CC_ERROR)
        }
        kinora_el_add_function(handle, "kinora-complete", "Complete a file name") { handle, _ in
            EditSession.of(handle)?.complete() ?? UInt8(CC_ERROR)
        }
        kinora_el_add_function(handle, "kinora-end", "Delete a character, or leave") { handle, _ in
            EditSession.of(handle)?.end() ?? UInt8(CC_ERROR)
        }
        kinora_el_add_function(handle, "kinora-interrupt", "Clear the line, or stop what goes on") { handle, _ in
            EditSession.of(handle)?.perform(.interrupt)
            return UInt8(CC_NORM)
        }
        kinora_el_add_function(handle, "kinora-suspend", "Stop the program") { handle, _ in
            EditSession.of(handle)?.perform(.suspend)
            return UInt8(CC_NORM)
        }
        kinora_el_add_function(handle, "kinora-abort", "Leave at once") { _, _ in
            TerminalGuard.restore()
            kill(getpid(), SIGQUIT)
            return UInt8(CC_NORM)
        }
    }

    private func bindOwnKeys() {
        let keys = [
            ("\u{1B}[200~", "paste"), ("^I", "complete"), ("^D", "end"), ("^C", "interrupt"), ("^Z", "suspend"),
            ("\u{1C}", "abort"),
        ]
        for (key, function) in keys { kinora_el_bind(handle, key, "kinora-" + function) }
    }

    func fillHistory() {
        kinora_history_clear(pastHandle)
        for line in past.lines { enterIntoHistory(line) }
    }

    func enterIntoHistory(_ line: String) {
        WideText.withScalars(of: PasteMark.inserted(for: line)) { kinora_history_enter(pastHandle, $0) }
    }

    static func of(_ handle: OpaquePointer?) -> EditSession? {
        guard let handle, let data = kinora_el_get_client_data(handle) else { return nil }
        return Unmanaged<EditSession>.fromOpaque(data).takeUnretainedValue()
    }
}
