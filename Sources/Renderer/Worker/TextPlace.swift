internal import Media
internal import Timeline

/// Where texts stand in a frame.
struct TextPlace {
    /// The part of the frame's width and height that stays free on each side: SMPTE ST 2046-1's safe title area is the
    /// inner nine tenths.
    static let safeMargin = 0.05

    let frame: PixelSize
    private let left: Int
    private let top: Int
    private let gap: Int

    init(_ frame: PixelSize) {
        self.frame = frame
        left = Int((Double(frame.width) * Self.safeMargin).rounded(.up))
        top = Int((Double(frame.height) * Self.safeMargin).rounded(.up))
        gap = Int(Double(min(frame.width, frame.height)) * 0.02)
    }

    private var safe: PixelSize { PixelSize(width: frame.width - 2 * left, height: frame.height - 2 * top) }

    /// The most a text's block may take.
    func room(for block: TextBlock) -> PixelSize {
        let isTall = frame.width <= frame.height
        // Lines across the whole of a wide frame are long to read.
        let (width, height): (Double, Double) =
            switch block.design.kind {
            case .title, .endCard: (isTall ? 1 : 0.86, 0.8)
            case .caption: (isTall ? 1 : 0.8, 0.4)
            case .lowerThird: (isTall ? 0.9 : 0.62, 0.4)
            }
        let lanes = block.height < 1 ? gap : 0
        return PixelSize(
            width: max(2, Int(Double(safe.width) * min(width, block.width))),
            height: max(2, Int(Double(safe.height) * min(height, block.height)) - lanes)
        )
    }

    func lineHeight(of block: TextBlock) -> Double {
        max(block.design.style.size * Double(min(frame.width, frame.height)), 8)
    }

    /// The top left corner of a text's block, at even places.
    func origin(of size: PixelSize, block: TextBlock, neighbours: [TextBlock]) throws -> (x: Int, y: Int) {
        let position = block.design.style.position
        let x =
            switch position.column {
            case .first: up(left)
            case .middle: (frame.width - size.width) / 2 & ~1
            case .last: (frame.width - left - size.width) & ~1
            }
        let shift = try beyond(neighbours, of: block)
        let y =
            switch position.row {
            case .first: up(top + shift)
            case .middle: shift == 0 ? (frame.height - size.height) / 2 & ~1 : up(frame.height / 2 + shift)
            case .last: (frame.height - top - size.height - shift) & ~1
            }
        return (x, y)
    }

    private func up(_ place: Int) -> Int { (place + 1) & ~1 }

    /// How far from the edge, in the middle from there, the texts reach that a text makes room for.
    private func beyond(_ neighbours: [TextBlock], of block: TextBlock) throws -> Int {
        // Those of lower lanes come first, so that what they make room for is known.
        var ends: [(block: TextBlock, end: Int)] = []
        for neighbour in neighbours {
            let height = try TextBitmap.blockSize(
                neighbour.design,
                lineHeight: lineHeight(of: neighbour),
                box: room(for: neighbour)
            ).height
            let start = Self.end(of: ends, before: neighbour)
            let isFirstInMiddle = start == 0 && block.design.style.position.row == .middle
            ends.append((neighbour, start + (isFirstInMiddle ? (height + 1) / 2 : height) + gap))
        }
        return Self.end(of: ends, before: block)
    }

    private static func end(of ends: [(block: TextBlock, end: Int)], before block: TextBlock) -> Int {
        ends.filter { $0.block.lane < block.lane && $0.block.isSeen(with: block) }.map(\.end).max() ?? 0
    }
}
