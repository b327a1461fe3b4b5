internal import Media
internal import Timeline

/// The texts of a video in frames, each with its room, so that those seen at the same time do not cover each other.
///
/// How high a text is comes out only when it is drawn. So each third of the frame - top, middle, bottom - is shared out
/// beforehand: whatever the words are, those of two thirds never meet, and those of one third have lanes.
struct TextTrack {
    struct Text {
        var design: TextDesign
        var start: Int
        var end: Int
        var lane = 0
        var width = 1.0
        var height = 1.0

        func isSeen(with other: Text) -> Bool { start < other.end && other.start < end }
        var row: TextPosition.Third { design.style.position.row }
        var column: TextPosition.Third { design.style.position.column }

        /// One at the left and one at the right have room beside each other.
        func shares(_ other: Text) -> Bool {
            row == other.row && isSeen(with: other)
                && !(column != .middle && other.column != .middle && column != other.column)
        }
    }

    /// In the order in which they are drawn.
    private(set) var texts: [Text]

    /// What a third may take of the safe area's height while there is something in another, with a gap between.
    private static let thirds: [TextPosition.Third: Double] = [.first: 0.24, .middle: 0.48, .last: 0.24]
    /// What one of two at the sides may take of its width.
    private static let half = 0.48

    init(_ segments: [TextSegment], total: Int) {
        texts = segments.compactMap { segment in
            let design = TextDesign(
                kind: segment.kind,
                text: segment.text,
                language: segment.language,
                style: segment.style
            )
            let text = Text(
                design: design,
                start: FrameClock.frames(in: segment.start),
                end: FrameClock.frames(in: segment.end)
            )
            return text.start < total && text.end > 0 && text.start < text.end && design.isVisible ? text : nil
        }
        giveLanes()
        giveRoom()
    }

    /// The longest first: one that stays while others come and go keeps its place, and needs to know of none of them.
    private mutating func giveLanes() {
        let order = texts.indices.sorted {
            let (one, other) = (texts[$0], texts[$1])
            return (other.end - other.start, one.start, $0) < (one.end - one.start, other.start, $1)
        }
        var placed: [Int] = []
        for index in order {
            let taken = Set(placed.filter { texts[$0].shares(texts[index]) }.map { texts[$0].lane })
            texts[index].lane = (0...taken.count).first { !taken.contains($0) } ?? 0
            placed.append(index)
        }
    }

    private mutating func giveRoom() {
        let all = texts
        for index in all.indices {
            let text = all[index]
            let others = all.indices.filter { $0 != index && all[$0].isSeen(with: text) }.map { all[$0] }
            let isAlone = others.allSatisfy { $0.row == text.row }
            let band = isAlone ? 1 : Self.thirds[text.row] ?? 1
            let lanes = (others.filter { $0.shares(text) }.map(\.lane) + [text.lane]).reduce(0, max) + 1
            // The first in the middle stands there, and the others below it have half of the room.
            let shares = text.row == .middle ? 2 * lanes - 1 : lanes
            texts[index].height = band / Double(shares)
            let hasOpposite = others.contains { $0.row == text.row && !$0.shares(text) }
            texts[index].width = hasOpposite ? Self.half : 1
        }
    }

    func layers(from start: Int, to end: Int) -> [TextLayer] {
        texts.filter { $0.start < end && $0.end > start }.map { text in
            TextLayer(
                block: block(text, for: text),
                offset: start - text.start,
                neighbours: neighbours(of: text).map { block($0, for: text) }
            )
        }
    }

    private func neighbours(of text: Text) -> [Text] {
        var found = [text]
        for lane in (0..<text.lane).reversed() {
            let next = texts.filter { other in other.lane == lane && found.contains { $0.shares(other) } }
            found += next
        }
        return found.dropFirst().sorted { ($0.lane, $0.start) < ($1.lane, $1.start) }
    }

    private func block(_ text: Text, for owner: Text) -> TextBlock {
        TextBlock(
            design: text.design,
            start: text.start - owner.start,
            length: text.end - text.start,
            width: text.width,
            height: text.height,
            lane: text.lane
        )
    }
}
