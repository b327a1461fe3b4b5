import Foundation
import Timeline

/// The way of each dot over the frames of a move: as planned, and as it was seen.
struct DotPaths {
    private let planned: [[SIMD2<Double>]]
    private var seen: [[SIMD2<Double>]]
    private let frame: PixelSize

    /// The half width of the window around a dot's planned place in which its light is weighed, in pixels.
    private static let window = 9

    /// - Parameter planned: For each dot its place in every frame. Dots that come too near to the frame's edge are left
    ///   out.
    init(planned: [[SIMD2<Double>]], frame: PixelSize) {
        let margin = Double(Self.window + 3)
        self.planned = planned.filter { path in
            path.allSatisfy {
                (margin..<Double(frame.width) - margin).contains($0.x)
                    && (margin..<Double(frame.height) - margin).contains($0.y)
            }
        }
        self.frame = frame
        seen = self.planned.map { _ in [] }
    }

    var count: Int { planned.count }

    /// Weighs the light of each dot in the next frame.
    ///
    /// - Parameter row: The luma of a row of the frame.
    mutating func add(_ row: (Int) -> UnsafePointer<UInt8>) {
        for index in planned.indices {
            let place = planned[index][seen[index].count]
            let (left, top) = (Int(place.x) - Self.window, Int(place.y) - Self.window)
            var (sum, sumX, sumY) = (0, 0, 0)
            for y in 0...2 * Self.window {
                let row = row(top + y) + left
                var line = 0
                for x in 0...2 * Self.window {
                    // The background has a luma of 33; what is hardly brighter is left to the encoder's taste.
                    let light = max(0, Int(row[x]) - 48)
                    line += light
                    sumX += light * x
                }
                sum += line
                sumY += line * y
            }
            let center = SIMD2(Double(sumX), Double(sumY)) / Double(max(sum, 1))
            seen[index].append(center + SIMD2(Double(left) + 0.5, Double(top) + 0.5))
        }
    }

    /// The root of the mean square of the second difference of what was seen less what was planned, in px/frame².
    var roughness: Double {
        var (sum, count) = (0.0, 0)
        for (path, plan) in zip(seen, planned) {
            let errors = zip(path, plan).map { $0 - $1 }
            for index in errors.indices.dropFirst(2) {
                let difference = errors[index] - 2 * errors[index - 1] + errors[index - 2]
                sum += (difference * difference).sum()
                count += 2
            }
        }
        return (sum / Double(count)).squareRoot()
    }

    /// How many times a dot that should go at least at `speed` (px/frame) steps back by more than `slack` px.
    func stepsBack(atLeast speed: Double, by slack: Double = 0) -> Int {
        var count = 0
        for (path, plan) in zip(seen, planned) {
            for index in path.indices.dropFirst() {
                let wish = plan[index] - plan[index - 1]
                let length = (wish * wish).sum().squareRoot()
                guard length >= speed, length > 0 else { continue }
                let step = ((path[index] - path[index - 1]) * wish).sum() / length
                if step < -slack { count += 1 }
            }
        }
        return count
    }

    /// The root of the mean square of what a polynomial of degree 5 through each dot's way leaves over, in pixels.
    ///
    /// The plan itself is one of degree 3 in time for a pan, and very nearly one of degree 5 for a zoom.
    var restOfSmoothPath: Double {
        var (sum, count) = (0.0, 0)
        for path in seen {
            for axis in 0...1 {
                for rest in Self.residuals(path.map { $0[axis] }) {
                    sum += rest * rest
                    count += 1
                }
            }
        }
        return (sum / Double(count)).squareRoot()
    }

    /// What the projection onto the first six polynomials that are orthogonal over these samples leaves.
    private static func residuals(_ values: [Double]) -> [Double] {
        var rest = values
        var basis: [[Double]] = []
        for degree in 0...5 {
            var vector = values.indices.map { pow(2 * Double($0) / Double(values.count - 1) - 1, Double(degree)) }
            for other in basis { vector = less(vector, other) }
            let norm = dot(vector, vector).squareRoot()
            vector = vector.map { $0 / norm }
            basis.append(vector)
            rest = less(rest, vector)
        }
        return rest
    }

    private static func dot(_ left: [Double], _ right: [Double]) -> Double {
        zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
    }

    private static func less(_ vector: [Double], _ unit: [Double]) -> [Double] {
        let part = dot(vector, unit)
        return zip(vector, unit).map { $0 - part * $1 }
    }
}
