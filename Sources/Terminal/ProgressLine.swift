import Foundation
import Synchronization

/// One line of progress at the bottom of a terminal, redrawn in place; in a file or a pipe, a plain line now and
/// then.
public final class ProgressLine: Sendable {
    private struct State {
        var shown = ""
        var lastPlain = ""
        var lastPlainTime: ContinuousClock.Instant?
    }

    private let descriptor: Int32
    private let traits: TerminalTraits
    private let writer: DescriptorWriter
    private let interval: Duration
    private let now: @Sendable () -> ContinuousClock.Instant
    private let state = Mutex(State())

    /// - Parameters:
    ///   - interval: The least time between two plain lines.
    ///   - now: The clock.
    public init(
        descriptor: Int32,
        traits: TerminalTraits,
        interval: Duration = .seconds(5),
        now: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now }
    ) {
        self.descriptor = descriptor
        self.traits = traits
        self.interval = interval
        self.now = now
        writer = DescriptorWriter(descriptor)
    }

    /// Shows how far things are. None: there is nothing to show any more.
    public func update(_ lines: [StyledText]) {
        if traits.isInteractive {
            // There is room for one line; the last is the one that runs.
            let columns = TerminalTraits.columns(of: descriptor) - 1
            let line = lines.last?.line(columns: columns, colour: traits.hasColour) ?? ""
            state.withLock { state in
                guard line != state.shown else { return }
                writer.write(line.isEmpty ? "\r\u{1B}[K" : "\r" + line + "\u{1B}[K")
                state.shown = line
            }
        } else if let line = lines.last?.plain {
            state.withLock { state in
                let time = now()
                if let last = state.lastPlainTime, last.duration(to: time) < interval { return }
                guard line != state.lastPlain else { return }
                state.lastPlain = line
                state.lastPlainTime = time
                writer.write(line + "\n")
            }
        } else {
            state.withLock { $0.lastPlainTime = nil }
        }
    }

    /// A line that stays, in place of the progress until its next update.
    public func note(_ text: StyledText) {
        whileHidden {
            for line in text.lines(colour: traits.hasColour) { writer.write(line + "\n") }
        }
    }

    /// How many cards have room beside each other.
    public func cardsPerRow(_ form: PictureForm) -> Int { CardPainter(form, descriptor: descriptor).layout.perRow }

    /// A row of cards that stays, in place of the progress until its next update.
    public func show(_ cards: [Card], in form: PictureForm) {
        let lines = CardPainter(form, descriptor: descriptor).lines(cards)
        whileHidden {
            for line in lines { writer.write(line + "\n") }
        }
    }

    /// Takes the line away for as long as something else is written to the same terminal.
    public func whileHidden(_ body: () -> Void) {
        state.withLock { state in
            if !state.shown.isEmpty { writer.write("\r\u{1B}[K") }
            body()
            if !state.shown.isEmpty { writer.write(state.shown) }
        }
    }
}
