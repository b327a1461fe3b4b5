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
    /// What libedit draws: nobody sees it. See ``PromptLayout``.
    private let unseen: UnsafeMutablePointer<FILE>
    let prompt: String
    let promptWidth: Int

    var live: [String] = []
    /// How many columns each of the live lines takes that are on the screen now.
    var liveWidths: [Int] = []
    var isClosing = false
    var inputEnded = false
    var isPasting = false
    /// The person edits as in vi, where Escape alone is a key.
    var isVi = false
    /// Escape has come, and nothing after it yet.
    var isEscaping = false
    /// The prompt as it is on the screen; nil when it is not.
    var drawn: PromptLayout?
    /// When the process went on after we had stopped it, if it has not been told yet.
    var resumedAt: ContinuousClock.Instant?
    /// The columns the screen had when it was drawn last.
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
            let unseen = fopen("/dev/null", "w"),
            let handle = el_init(options.program, keyboard, screen, screen), let pastHandle = history_winit()
        else { return nil }
        self.options = options
        self.wakeReader = wakeReader
        self.take = take
        self.emit = emit
        self.keyboard = keyboard
        self.screen = screen
        self.unseen = unseen
        self.handle = handle
        self.pastHandle = pastHandle
        past = InputHistory(path: options.historyPath)
        let text = isUTF8 ? options.prompt : options.plainPrompt
        promptWidth = DisplayWidth.of(text)
        prompt = options.traits.hasColour ? "\u{1B}[1;36m\(text)\u{1B}[0m" : text
        columns = TerminalTraits.columns(of: options.output)
        configure()
    }

    deinit {
        el_end(handle)
        history_wend(pastHandle)
        fclose(screen)
        fclose(keyboard)
        fclose(unseen)
    }

    private func configure() {
        kinora_el_set_client_data(handle, Unmanaged.passUnretained(self).toOpaque())
        if let terminal = options.terminal { kinora_el_set_terminal(handle, terminal) }
        kinora_el_set_signal(handle, 0)
        kinora_el_set_reader(handle) { handle, character in
            guard let handle, let character else { return -1 }
            return EditSession.of(handle)?.readCharacter(into: character) ?? -1
        }
        kinora_el_set_editor(handle, "emacs")
        // Ctrl-C and Ctrl-Z come as keys, in their order among the others; a signal would overtake what was typed.
        kinora_el_set_mode(handle, "-isig")
        addFunctions()
        bindKeys()
        if options.readsEditrc, el_source(handle, nil) == 0, let mode = kinora_el_get_editor(handle),
            String(cString: mode) == "vi"
        {
            // The change of the mode has replaced the keys.
            bindKeys()
            isVi = true
            kinora_el_bind(handle, "\u{1B}\u{1B}", "vi-command-mode")
        }
        // It has seen that there is a terminal; the screen is ours from here on.
        kinora_el_set_output(handle, unseen)
        kinora_history_set_size(pastHandle, 1000)
        kinora_el_set_history(handle, pastHandle)
        fillHistory()
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
