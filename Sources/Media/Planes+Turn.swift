import Timeline

extension Planes {
    /// A tile is read along its rows and written along its columns without either leaving the nearest cache.
    private static let tile = 32

    /// - Parameter turned: Of the size that the turn gives.
    func turn(_ turn: Orientation.Turn, into turned: Planes) {
        let (width, height) = (size.width, size.height)
        Self.turn(luma, lumaStride, width, height, into: turned.luma, turned.lumaStride, turn)
        Self.turn(blue, chromaStride, width / 2, height / 2, into: turned.blue, turned.chromaStride, turn)
        Self.turn(red, chromaStride, width / 2, height / 2, into: turned.red, turned.chromaStride, turn)
    }

    /// - Parameters:
    ///   - width: Of the source.
    ///   - height: Of the source.
    private static func turn(
        _ source: UnsafeMutablePointer<UInt8>,
        _ sourceStride: Int,
        _ width: Int,
        _ height: Int,
        into target: UnsafeMutablePointer<UInt8>,
        _ targetStride: Int,
        _ turn: Orientation.Turn
    ) {
        // Where the first source pixel goes, and how far a step along a source row and to the next row leads.
        let (turnedWidth, turnedHeight) = turn.isTransposed ? (height, width) : (width, height)
        let horizontal = turn.isMirrored ? -1 : 1
        let vertical = turn.isFlipped ? -targetStride : targetStride
        let first =
            target + (turn.isMirrored ? turnedWidth - 1 : 0) + (turn.isFlipped ? turnedHeight - 1 : 0) * targetStride
        let (alongRow, toNextRow) = turn.isTransposed ? (vertical, horizontal) : (horizontal, vertical)
        for top in stride(from: 0, to: height, by: tile) {
            for left in stride(from: 0, to: width, by: tile) {
                let right = min(left + tile, width)
                for y in top..<min(top + tile, height) {
                    let row = source + y * sourceStride
                    var place = first + y * toNextRow + left * alongRow
                    for x in left..<right {
                        place.pointee = row[x]
                        place += alongRow
                    }
                }
            }
        }
    }
}
