import Foundation
import Timeline

@testable import Media
@testable import Renderer

/// A frame in floating point.
struct FloatFrame {
    struct Plane {
        let width: Int
        let height: Int
        var values: [Double]

        /// Beyond the border its last pixel goes on.
        subscript(x: Int, y: Int) -> Double {
            values[min(max(y, 0), height - 1) * width + min(max(x, 0), width - 1)]
        }

        func map(_ value: (_ x: Int, _ y: Int) -> Double) -> Plane {
            var copy = self
            for y in 0..<height { for x in 0..<width { copy.values[y * width + x] = value(x, y) } }
            return copy
        }
    }

    /// Luma, blue, red.
    var planes: [Plane]

    init(_ frame: Frame) {
        planes = [frame.luma, frame.blue, frame.red].map { plane in
            var values: [Double] = []
            for y in 0..<plane.height { for x in 0..<plane.width { values.append(Double(plane.row(y)[x])) } }
            return Plane(width: plane.width, height: plane.height, values: values)
        }
    }

    /// Peak signal to noise ratio against a drawn frame, over all samples, in dB.
    func psnr(_ frame: Frame) -> Double {
        var (sum, count) = (0.0, 0)
        for (mine, theirs) in zip(planes, FloatFrame(frame).planes) {
            for (one, other) in zip(mine.values, theirs.values) { sum += (one - other) * (one - other) }
            count += mine.values.count
        }
        return sum == 0 ? .infinity : 10 * log10(255 * 255 * Double(count) / sum)
    }
}

/// What each transition is, written down once more and in floating point.
struct TransitionReference {
    let outgoing: FloatFrame
    let incoming: FloatFrame
    let style: TransitionStyle
    let direction: Direction
    /// The frames of the transition, and how many of them lie before this one.
    let length: Int
    let index: Int

    var share: Double { Double(index) / Double(length - 1) }
    var progress: Double { style.usualEasing.progress(at: share) }
    var size: PixelSize { PixelSize(width: outgoing.planes[0].width, height: outgoing.planes[0].height) }

    var frame: FloatFrame {
        var result = outgoing
        for plane in 0...2 { result.planes[plane] = self.plane(plane) }
        return result
    }

    private func plane(_ index: Int) -> FloatFrame.Plane {
        let (a, b) = (outgoing.planes[index], incoming.planes[index])
        let zero = index == 0 ? 16.0 : 128
        let p = progress
        let mixed = a.map { a[$0, $1] * (1 - p) + b[$0, $1] * p }
        let bump = 4 * p * (1 - p)
        switch style {
        case .cut: return a
        case .crossfade: return mixed
        case .additiveDissolve:
            let (out, `in`) = (min(2 - 2 * p, 1), min(2 * p, 1))
            return a.map {
                min(max(zero + (a[$0, $1] - zero) * out + (b[$0, $1] - zero) * `in`, 16), index == 0 ? 235 : 240)
            }
        case .fadeThroughBlack, .fadeThroughWhite:
            let shade = index > 0 ? 128.0 : style == .fadeThroughBlack ? 16 : 235
            let one = p < 0.5 ? a : b
            return one.map { shade + (one[$0, $1] - shade) * abs(1 - 2 * p) }
        case .slide, .reveal, .push: return moved(a, b)
        case .whipPan:
            let side = direction.isHorizontal ? size.width : size.height
            let radius = Int((6 * share * (1 - share) * 1.5 * Double(side) / Double(length - 1) / 2).rounded())
            let scaled = p > 0 && p < 1 ? radius / (index == 0 ? 1 : 2) : 0
            return boxed(moved(a, b), x: direction.isHorizontal ? scaled : 0, y: direction.isHorizontal ? 0 : scaled)
        case .blur:
            let radius = Int((bump * 0.04 * Double(size.height)).rounded()) / (index == 0 ? 1 : 2)
            return boxed(boxed(mixed, x: radius, y: radius), x: radius, y: radius)
        case .pixelate:
            let block = Int((bump * 0.1 * Double(size.height)).rounded()) / 2 * 2 / (index == 0 ? 1 : 2)
            return block < 1 ? mixed : blocks(mixed, block)
        case .zoomIn, .zoomOut, .crossZoom:
            let (out, `in`, overlap) = style == .zoomIn ? (2, 1, 1) : style == .zoomOut ? (1, 2, 1) : (2.5, 2.5, 0.4)
            let part = min(max((p - 0.5) / overlap + 0.5, 0), 1)
            let near = enlarged(a, by: 1 + (out - 1) * p, isLuma: index == 0)
            let far = enlarged(b, by: 1 + (`in` - 1) * (1 - p), isLuma: index == 0)
            return near.map { near[$0, $1] * (1 - part) + far[$0, $1] * part }
        case .lumaBright, .lumaDark:
            let luma = incoming.planes[0]
            return weighted(a, b, softness: 0.4) { x, y in
                let light =
                    index == 0
                    ? luma[x, y]
                    : ((luma[2 * x, 2 * y] + luma[2 * x + 1, 2 * y] + luma[2 * x, 2 * y + 1]
                        + luma[2 * x + 1, 2 * y + 1]) / 4).rounded()
                let part = min(max((light - 16) / 219, 0), 1)
                return style == .lumaBright ? 1 - part : part
            }
        default:
            let (softness, place) = wipe
            let (width, height) = (Double(size.width), Double(size.height))
            return weighted(a, b, softness: softness) { x, y in
                func at(_ x: Int, _ y: Int) -> Double { place((Double(x) + 0.5) / width, (Double(y) + 0.5) / height) }
                guard index > 0 else { return at(x, y) }
                return (at(2 * x, 2 * y) + at(2 * x + 1, 2 * y) + at(2 * x, 2 * y + 1) + at(2 * x + 1, 2 * y + 1)) / 4
            }
        }
    }

    // MARK: Wipes

    /// How soft the edge is, and when each place changes.
    private var wipe: (softness: Double, place: (Double, Double) -> Double) {
        let ratio = size.ratio
        let along = { (x: Double, y: Double) in
            switch direction {
            case .left: 1 - x
            case .right: x
            case .up: 1 - y
            case .down: y
            }
        }
        /// Clockwise from 12 o'clock, in turns.
        let hour = { (x: Double, y: Double) in
            let turn = atan2(x, y) / (2 * .pi)
            return turn < 0 ? turn + 1 : turn
        }
        switch style {
        case .wipe: return (0.08, along)
        case .diagonalWipe:
            return (
                0.08,
                { x, y in
                    switch direction {
                    case .left: (2 - x - y) / 2
                    case .up: (1 + x - y) / 2
                    case .right: (x + y) / 2
                    case .down: (1 - x + y) / 2
                    }
                }
            )
        case .barnDoors: return (0.08, { abs(along($0, $1) - 0.5) * 2 })
        case .blinds:
            return (0.2, { (along($0, $1) * (direction.isHorizontal ? 12 : 8)).truncatingRemainder(dividingBy: 1) })
        case .checkerboard:
            let columns = (6 * ratio).rounded()
            return (
                0.2,
                { x, y in
                    let second = (Int(x * columns) + Int(y * 6)).isMultiple(of: 2) ? 0 : 0.5
                    return second + (x * columns).truncatingRemainder(dividingBy: 1) / 2
                }
            )
        case .clock: return (0.05, { hour(($0 - 0.5) * ratio, 0.5 - $1) })
        case .fan:
            return (
                0.05,
                { x, y in
                    let hour = hour((x - 0.5) * ratio, 0.5 - y)
                    return 2 * min(hour, 1 - hour)
                }
            )
        case .cornerSweep: return (0.05, { 4 * hour($0 * ratio, 1 - $1) })
        case .circle, .circleClose:
            let corner = (ratio * ratio + 1).squareRoot()
            return (
                0.05,
                { x, y in
                    let (right, up) = ((2 * x - 1) * ratio, 2 * y - 1)
                    let radius = (right * right + up * up).squareRoot() / corner
                    return style == .circle ? radius : 1 - radius
                }
            )
        case .diamond: return (0.08, { (abs($0 - 0.5) + abs($1 - 0.5)) })
        case .box: return (0.08, { 2 * max(abs($0 - 0.5), abs($1 - 0.5)) })
        case .heart: return (0.05, heart)
        // Noise is what it is: the test takes the same, and looks at the edge.
        case .grainDissolve: return (0.2, WipeMask.Shape.grain.place(in: size, direction: direction))
        default: return (0.3, WipeMask.Shape.clouds.place(in: size, direction: direction))
        }
    }

    /// The size of the heart (x² + y² - s²)³ = x²y³s that goes through a place, by halving.
    private func heart(_ x: Double, _ y: Double) -> Double {
        func scale(_ x: Double, _ y: Double) -> Double {
            var (low, high) = (0.0, 4.0)
            for _ in 0..<50 {
                let s = (low + high) / 2
                let isInside = pow(x * x + y * y - s * s, 3) < x * x * y * y * y * s
                if isInside { high = s } else { low = s }
            }
            return high
        }
        let ratio = size.ratio
        let largest = [scale(ratio, 1), scale(ratio, -1), scale(0, 1), scale(0, -1), scale(ratio, 0)].max() ?? 1
        return scale((2 * x - 1) * ratio, 1 - 2 * y) / largest
    }

    private func weighted(
        _ a: FloatFrame.Plane,
        _ b: FloatFrame.Plane,
        softness: Double,
        _ threshold: (Int, Int) -> Double
    ) -> FloatFrame.Plane {
        a.map { x, y in
            let depth = min(max((progress * (1 + softness) - threshold(x, y)) / softness, 0), 1)
            let weight = depth * depth * (3 - 2 * depth)
            return a[x, y] * (1 - weight) + b[x, y] * weight
        }
    }

    // MARK: Moves

    /// Where each pixel's colour comes from when one picture or both move; between pixels by a straight line.
    private func moved(_ a: FloatFrame.Plane, _ b: FloatFrame.Plane) -> FloatFrame.Plane {
        let side = direction.isHorizontal ? a.width : a.height
        let isForward = direction == .left || direction == .up
        let travel = progress * Double(side)
        return a.map { x, y in
            func at(_ plane: FloatFrame.Plane, _ place: Int) -> Double {
                direction.isHorizontal ? plane[place, y] : plane[x, place]
            }
            /// The colour of a whole pixel of the world, with the incoming picture right behind the outgoing one.
            func world(_ place: Int) -> Double {
                let isOut = (0..<side).contains(place)
                let `in` = isForward ? place - side : place + side
                return isOut ? at(a, place) : at(b, `in`)
            }
            let place = direction.isHorizontal ? x : y
            let exact = Double(place) + (isForward ? travel : -travel)
            let whole = Int(exact.rounded(.down))
            let part = exact - Double(whole)
            func colour(_ whole: Int) -> Double {
                let isOut = (0..<side).contains(whole)
                return switch style {
                case .slide: isOut ? at(a, place) : world(whole)
                case .reveal: isOut ? world(whole) : at(b, place)
                default: world(whole)
                }
            }
            return colour(whole) * (1 - part) + colour(whole + 1) * part
        }
    }

    private func boxed(_ plane: FloatFrame.Plane, x radiusX: Int, y radiusY: Int) -> FloatFrame.Plane {
        let rows = plane.map { x, y in
            (-radiusX...radiusX).reduce(0) { $0 + plane[x + $1, y] } / Double(2 * radiusX + 1)
        }
        return rows.map { x, y in
            (-radiusY...radiusY).reduce(0) { $0 + rows[x, y + $1] } / Double(2 * radiusY + 1)
        }
    }

    private func blocks(_ plane: FloatFrame.Plane, _ side: Int) -> FloatFrame.Plane {
        plane.map { x, y in
            let (left, top) = (x / side * side, y / side * side)
            let (right, bottom) = (min(left + side, plane.width), min(top + side, plane.height))
            var sum = 0.0
            for row in top..<bottom { for column in left..<right { sum += plane[column, row] } }
            return sum / Double((right - left) * (bottom - top))
        }
    }

    /// Luma by the cubic of Mitchell and Netravali (1988) with B = C = 1/3, chroma by straight lines. Chroma samples
    /// lie on the left of their two luma columns.
    private func enlarged(_ plane: FloatFrame.Plane, by zoom: Double, isLuma: Bool) -> FloatFrame.Plane {
        guard zoom > 1 else { return plane }
        func kernel(_ distance: Double) -> Double {
            let t = abs(distance)
            guard isLuma else { return max(1 - t, 0) }
            if t < 1 { return (7 * t * t * t - 12 * t * t + 16.0 / 3) / 6 }
            if t < 2 { return (-7.0 / 3 * t * t * t + 12 * t * t - 20 * t + 32.0 / 3) / 6 }
            return 0
        }
        func taps(_ index: Int, side: Int, shift: Double) -> [(Int, Double)] {
            // From the middle of the frame, in samples.
            let place = (Double(index) + 0.5 - shift - Double(side) / 2) / zoom + Double(side) / 2 - 0.5 + shift
            let first = Int(place.rounded(.down)) - 1
            return (first...(first + 3)).map { ($0, kernel(place - Double($0))) }
        }
        let columns = (0..<plane.width).map { taps($0, side: plane.width, shift: isLuma ? 0 : 0.25) }
        let rows = (0..<plane.height).map { taps($0, side: plane.height, shift: 0) }
        let across = plane.map { x, y in columns[x].reduce(0) { $0 + plane[$1.0, y] * $1.1 } }
        return across.map { x, y in rows[y].reduce(0) { $0 + across[x, $1.0] * $1.1 } }
    }
}
