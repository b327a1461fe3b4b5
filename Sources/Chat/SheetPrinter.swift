import StudioAPI
import Synchronization
import Terminal

/// Shows a timeline beside the progress of a make: a row of pictures as soon as it is full, or lines.
final class SheetPrinter: Sendable {
    private struct State {
        var sheet: PreviewSheet?
        var row: [Card] = []
    }

    private let progress: ProgressLine
    private let phrases: ChatPhrases
    private let pictures: PictureForm?
    private let state = Mutex(State())

    init(_ progress: ProgressLine, phrases: ChatPhrases, pictures: PictureForm?) {
        self.progress = progress
        self.phrases = phrases
        self.pictures = pictures
    }

    func begin(_ sheet: PreviewSheet) {
        state.withLock { $0.sheet = sheet }
        progress.note(StyledText(phrases.sheetTitle(sheet), .accent))
        guard pictures == nil || sheet.entries.allSatisfy({ $0.url == nil }) else { return }
        for entry in sheet.entries { progress.note(phrases.sheetLine(entry, of: sheet.total)) }
    }

    func take(_ entry: PreviewSheet.Entry, _ picture: PlainPicture?) {
        guard let pictures else { return }
        let perRow = progress.cardsPerRow(pictures)
        let full = state.withLock { state -> [Card] in
            let total = state.sheet?.entries.count ?? .max
            state.row.append(phrases.card(entry, picture, isLarge: false, of: total))
            guard state.row.count >= perRow else { return [] }
            defer { state.row = [] }
            return state.row
        }
        if !full.isEmpty { progress.show(full, in: pictures) }
    }

    /// The last row, and how many more there are.
    func end() {
        let (row, sheet) = state.withLock { ($0.row, $0.sheet) }
        if let pictures, !row.isEmpty { progress.show(row, in: pictures) }
        guard let sheet, let rest = sheet.rest else { return }
        progress.note(StyledText(phrases.sheetMore(sheet.total - rest.lowerBound + 1), .dim))
    }
}
