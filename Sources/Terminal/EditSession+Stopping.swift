import CEditLine
import Foundation

extension EditSession {
    /// Gives the terminal back and stops the process, with the prompt left where it is.
    func suspend() {
        leave(typed)
        prepareTerminal(false)
        let missed = options.stopsProcess ? stopped() : []
        resume()
        for request in missed { perform(request) }
    }

    /// Stops the process.
    ///
    /// - Returns: What was asked for until it went on.
    private func stopped() -> [LineEditor.Request] {
        var missed: [LineEditor.Request] = []
        var hasResumed = false
        SignalRelay.stopProcess()
        // Where nobody could make the process go on again, it is not stopped at all.
        let end = ContinuousClock.now + .seconds(1)
        while !hasResumed, .now < end {
            waitForRequests(atMost: 100)
            for request in take() {
                if case .resume = request { hasResumed = true } else { missed.append(request) }
            }
        }
        SignalRelay.take(SIGTSTP)
        if !hasResumed { resumedAt = .now }
        return missed
    }

    /// The process goes on, below whatever the shell has written in the meantime.
    func resume() {
        prepareTerminal(true)
        write("\r")
        forget()
        redraw()
    }

    private func prepareTerminal(_ on: Bool) {
        markPastes(on)
        fflush(screen)
        kinora_el_prepare_terminal(handle, on ? 1 : 0)
    }
}
