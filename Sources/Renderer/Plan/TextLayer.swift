internal import Media
internal import Timeline

/// A text over the pictures of a chunk.
struct TextLayer: Codable, Hashable, Sendable {
    var block: TextBlock
    /// How many frames of the text's time lie before the chunk; less than 0 when it begins within the chunk.
    var offset: Int
    /// Those that it makes room for, seen at the same time in the same third of the frame; and those that these do.
    var neighbours: [TextBlock]
}

/// A text with the room it may take.
struct TextBlock: Codable, Hashable, Sendable {
    var design: TextDesign
    /// When it is seen, in frames from when the chunk's own text is.
    var start: Int
    var length: Int
    /// The most it may take of the safe area's width and height.
    var width: Double
    var height: Double
    /// Texts of one third of the frame that are seen at the same time are in lanes of their own, which are counted from
    /// the edge of the frame; in the middle, downwards.
    var lane: Int

    func isSeen(with other: TextBlock) -> Bool {
        start < other.start + other.length && other.start < start + length
    }
}
