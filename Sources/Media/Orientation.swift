import CFFmpeg
import Timeline

/// How a clip's coded pictures are to be seen.
struct Orientation: Hashable {
    /// What makes a picture upright: first rows and columns are exchanged, then it is mirrored.
    struct Turn: Hashable {
        var isTransposed = false
        /// Left and right are exchanged.
        var isMirrored = false
        /// Top and bottom are exchanged.
        var isFlipped = false

        static let none = Turn()
    }

    /// Upright, with square pixels.
    let size: PixelSize
    let turn: Turn

    init(_ stream: UnsafeMutablePointer<AVStream>, in context: UnsafeMutablePointer<AVFormatContext>) {
        let parameters = stream.pointee.codecpar.pointee
        var width = Double(parameters.width)
        let aspect = av_q2d(av_guess_sample_aspect_ratio(context, stream, nil))
        // Pixels of other shapes than these come of a damaged header.
        if aspect.isFinite, (0.1...10).contains(aspect) { width *= aspect }
        let matrix = av_stream_get_side_data(stream, AV_PKT_DATA_DISPLAYMATRIX, nil)
        turn = matrix.map { $0.withMemoryRebound(to: Int32.self, capacity: 9) { Turn(matrix: $0) } } ?? .none
        let upright = PixelSize(width: Int(min(width, 1e6).rounded()), height: Int(parameters.height))
        size = turn.isTransposed ? PixelSize(width: upright.height, height: upright.width) : upright
    }

    /// The part of a picture before the turn, in parts of its width and height, that is this part after it, in pixels.
    func coded(_ part: Region) -> Region {
        var part = part.scaled(1 / Double(max(size.width, 1)), 1 / Double(max(size.height, 1)))
        if turn.isMirrored { part.x = 1 - part.x - part.width }
        if turn.isFlipped { part.y = 1 - part.y - part.height }
        return turn.isTransposed ? Region(x: part.y, y: part.x, width: part.height, height: part.width) : part
    }

    /// The size before the turn of a picture that has this size after it.
    func coded(_ size: PixelSize) -> PixelSize {
        turn.isTransposed ? PixelSize(width: size.height, height: size.width) : size
    }
}

extension Orientation.Turn {
    /// From a display matrix (ISO/IEC 14496-12, 6.2.2): a point (x, y) is seen at (ax + cy, bx + dy), where a, b are the
    /// first two numbers and c, d the fourth and the fifth. Of other turns than quarters the nearest is taken.
    init(matrix: UnsafePointer<Int32>) {
        let (a, b) = (Double(matrix[0]), Double(matrix[1]))
        let (c, d) = (Double(matrix[3]), Double(matrix[4]))
        isTransposed = abs(b) + abs(c) > abs(a) + abs(d)
        isMirrored = (isTransposed ? c : a) < 0
        isFlipped = (isTransposed ? b : d) < 0
    }
}
