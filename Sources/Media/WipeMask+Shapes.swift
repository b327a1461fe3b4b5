internal import Foundation
internal import Timeline

extension WipeMask {
    /// The shapes of wipes. Each gives every place of the frame a number from 0 (changes first) to 1.
    public enum Shape: String, Hashable, Sendable, CaseIterable {
        case edge, diagonal, barnDoors, blinds, checkerboard, clock, fan, corner, circle, shrinkingCircle, diamond, box,
            heart, grain, clouds

        /// The part of the transition that a pixel takes to change.
        var softness: Double {
            switch self {
            case .edge, .diagonal, .barnDoors, .diamond, .box: 0.08
            case .clock, .fan, .corner, .circle, .shrinkingCircle, .heart: 0.05
            case .blinds, .checkerboard, .grain: 0.2
            case .clouds: 0.3
            }
        }

        typealias Place = (_ x: Double, _ y: Double) -> Double

        /// The number of a place given in parts of the frame's width and height.
        func place(in size: PixelSize, direction: Direction) -> Place {
            let ratio = size.ratio
            switch self {
            case .edge: return { Shape.along(direction, $0, $1) }
            case .diagonal: return { (Shape.along(direction, $0, $1) + Shape.along(direction.clockwise, $0, $1)) / 2 }
            case .barnDoors: return { abs(2 * Shape.along(direction, $0, $1) - 1) }
            case .blinds:
                let slats = direction.isHorizontal ? 12.0 : 8
                return { Shape.fraction(slats * Shape.along(direction, $0, $1)) }
            case .checkerboard:
                let rows = 6.0
                let columns = max((rows * ratio).rounded(), 1)
                return { x, y in
                    let isOdd = (Int(x * columns) + Int(y * rows)) % 2 == 1
                    return ((isOdd ? 1 : 0) + Shape.fraction(x * columns)) / 2
                }
            case .clock: return { Shape.fraction(Shape.turn(($0 - 0.5) * ratio, 0.5 - $1) + 1) }
            case .fan: return { 2 * abs(Shape.turn(($0 - 0.5) * ratio, 0.5 - $1)) }
            case .corner: return { 4 * Shape.turn($0 * ratio, 1 - $1) }
            case .circle: return { Shape.distance($0, $1, ratio) }
            case .shrinkingCircle: return { 1 - Shape.distance($0, $1, ratio) }
            case .diamond: return { (abs(2 * $0 - 1) + abs(2 * $1 - 1)) / 2 }
            case .box: return { max(abs(2 * $0 - 1), abs(2 * $1 - 1)) }
            case .heart: return Shape.heart(ratio)
            case .grain: return Shape.grain(ratio)
            case .clouds: return Shape.clouds(ratio)
            }
        }

        private static func fraction(_ value: Double) -> Double { value - value.rounded(.down) }

        /// How far on the way toward the direction.
        private static func along(_ direction: Direction, _ x: Double, _ y: Double) -> Double {
            switch direction {
            case .left: 1 - x
            case .right: x
            case .up: 1 - y
            case .down: y
            }
        }

        /// Clockwise from straight up, in whole turns from -0.5 to 0.5.
        private static func turn(_ right: Double, _ up: Double) -> Double { atan2(right, up) / (2 * .pi) }

        /// From the middle; 1 in the corners.
        private static func distance(_ x: Double, _ y: Double, _ ratio: Double) -> Double {
            hypot((2 * x - 1) * ratio, 2 * y - 1) / hypot(ratio, 1)
        }

        /// How large a heart about the middle must be to reach a place: (x² + y² - 1)³ = x²y³, which every ray from the
        /// middle meets once.
        private static func heart(_ ratio: Double) -> Place {
            let steps = 2048
            let radii = (0...steps).map { step -> Double in
                let angle = (Double(step) / Double(steps) - 0.5) * 2 * .pi
                let (x, y) = (sin(angle), cos(angle))
                var (low, high) = (0.0, 2.0)
                for _ in 0..<40 {
                    let radius = (low + high) / 2
                    let outside = pow(radius * radius - 1, 3) - x * x * y * y * y * pow(radius, 5)
                    if outside > 0 { high = radius } else { low = radius }
                }
                return low
            }
            func scale(_ x: Double, _ y: Double) -> Double {
                let place = (turn(x, y) + 0.5) * Double(steps)
                let step = min(Int(place), steps - 1)
                let radius = radii[step] + (radii[step + 1] - radii[step]) * (place - Double(step))
                return hypot(x, y) / radius
            }
            let largest = max(scale(ratio, 1), scale(ratio, -1), scale(0, 1), scale(0, -1), scale(ratio, 0))
            return { scale((2 * $0 - 1) * ratio, 1 - 2 * $1) / largest }
        }
    }
}

extension Direction {
    fileprivate var clockwise: Direction {
        switch self {
        case .left: .up
        case .up: .right
        case .right: .down
        case .down: .left
        }
    }
}
