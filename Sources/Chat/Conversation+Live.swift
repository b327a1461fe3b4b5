import Terminal

// What is redrawn in place: what is going on, how far it is, what waits.
extension Conversation {
    /// More of the queue is counted, not shown.
    private static let mostQueued = 3

    mutating func showLive() {
        var lines: [StyledText] = []
        if let connecting { lines.append(StyledText(connecting, .dim)) }
        if let slowedDown { lines.append(StyledText(phrases.slowedDown(slowedDown), .dim)) }
        if let turnStatus { lines.append(StyledText(turnStatus, .dim)) }
        if case .upload = work { lines += upload.bars.filter { $0.fraction < 1 }.map(bar) }
        if let status = exports.status { lines.append(StyledText(exportLine(status))) }
        if let draftLine { lines.append(StyledText(draftLine, .dim)) }
        if let batch { lines.append(StyledText(batchLine(batch), .dim)) }
        if settings.isInteractive { lines += queueLines }
        actions.append(.setLive(lines))
    }

    private func bar(_ path: String, _ fraction: Double) -> StyledText {
        let name = DisplayWidth.padded(DisplayWidth.truncated(MediaName.last(of: path), to: 24), to: 24)
        return StyledText(
            "\(name) \(ProgressBar.drawn(fraction, columns: 20)) \(Measure.percent(fraction))"
        )
    }

    private var queueLines: [StyledText] {
        let waiting = queue.persons.map(words)
        var lines = waiting.prefix(Self.mostQueued).enumerated().map { index, line in
            StyledText(phrases.queued(line.replacing("\n", with: " "), index + 1), .dim)
        }
        let more = waiting.count - lines.count
        if more > 0 { lines.append(StyledText(phrases.queuedMore(more), .dim)) }
        return lines
    }
}
