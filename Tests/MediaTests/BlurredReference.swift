import Foundation
import Timeline

@testable import Media

/// The blurred copy of a picture as it is meant, in floating point and from the picture itself at every pixel.
struct BlurredReference {
    /// With the picture in their middle.
    private(set) var planes: [[Double]] = []

    init(_ picture: Planes, _ canvas: PixelSize) {
        // The small copy, eight times smaller, has a pixel more on each side.
        let small = PixelSize(width: (canvas.width + 7) / 8 + 2, height: (canvas.height + 7) / 8 + 2)
        let step = min(
            Double(picture.size.width) / Double(small.width),
            Double(picture.size.height) / Double(small.height)
        )
        // Picture pixels a canvas pixel; what making smaller and larger again softens counts, too.
        let scale = step / 8
        let sigma = Double(min(canvas.width, canvas.height)) / 29
        let soft = (sigma * sigma + 8 * 8 * (1.0 / 6 + 1.0 / 3)).squareRoot() * scale
        let left = (canvas.width - picture.size.width) / 2 & ~1
        let top = (canvas.height - picture.size.height) / 2 & ~1
        for (index, plane) in picture.grids.enumerated() {
            let part = index == 0 ? 1 : 2
            let (width, height) = (canvas.width / part, canvas.height / part)
            // Where a sample lies on the canvas: chroma on the left of two columns, between two rows.
            let columns = (0..<width).map { Double($0 * part) + 0.5 }
            let rows = (0..<height).map { Double($0 * part) + Double(part) / 2 }
            let shift = part == 1 ? 0.0 : 0.25
            let mixed = Self.blurred(
                plane,
                columns: columns.map {
                    (Double(picture.size.width) / 2 + ($0 - Double(small.width * 8) / 2 + 8) * scale) / Double(part)
                        + shift
                },
                rows: rows.map {
                    (Double(picture.size.height) / 2 + ($0 - Double(small.height * 8) / 2 + 8) * scale) / Double(part)
                },
                sigma: soft / Double(part)
            )
            let black = part == 1 ? 16.0 : 128
            let reach = Double(min(canvas.width, canvas.height)) / 40
            func shadow(_ place: Double, _ start: Int, _ length: Int) -> Double {
                func below(_ edge: Int) -> Double { erf((Double(edge) - place) / (reach * 2.0.squareRoot())) / 2 }
                return below(start + length) - below(start)
            }
            let across = columns.map { shadow($0, left, picture.size.width) }
            let down = rows.map { shadow($0, top, picture.size.height) }
            var values = mixed
            for y in 0..<height {
                for x in 0..<width {
                    let factor = 0.6 * (1 - 0.5 * across[x] * down[y])
                    values[y * width + x] = black + (mixed[y * width + x] - black) * factor
                }
            }
            for y in 0..<plane.height {
                for x in 0..<plane.width {
                    values[(top / part + y) * width + left / part + x] = Double(plane[x, y])
                }
            }
            planes.append(values)
        }
    }

    /// A plane's values at places of it, mixed as a Gauss function does; beyond its border its last pixels go on.
    private static func blurred(_ plane: Grid, columns: [Double], rows: [Double], sigma: Double) -> [Double] {
        func weights(_ places: [Double], _ count: Int) -> [[(place: Int, weight: Double)]] {
            places.map { place in
                let reach = 3.5 * max(sigma, 0.5)
                let taps = (Int((place - reach).rounded(.down))...Int((place + reach).rounded(.up))).map { tap in
                    let distance = (Double(tap) + 0.5 - place) / max(sigma, 0.5)
                    return (place: min(max(tap, 0), count - 1), weight: exp(-distance * distance / 2))
                }
                let sum = taps.reduce(0) { $0 + $1.weight }
                return taps.map { ($0.place, $0.weight / sum) }
            }
        }
        let across = weights(columns, plane.width)
        let half = (0..<plane.height).map { y in
            across.map { taps in taps.reduce(0.0) { $0 + Double(plane[$1.place, y]) * $1.weight } }
        }
        return weights(rows, plane.height).flatMap { taps in
            columns.indices.map { x in taps.reduce(0.0) { $0 + half[$1.place][x] * $1.weight } }
        }
    }
}

/// The values of a plane.
struct Grid {
    let width: Int
    let height: Int
    let values: [UInt8]

    subscript(x: Int, y: Int) -> UInt8 { values[y * width + x] }

    func row(_ y: Int) -> [UInt8] { Array(values[y * width..<(y + 1) * width]) }
}

extension Planes {
    /// Luma, blue and red, without what fills their rows.
    var grids: [Grid] {
        [lumaPlane, bluePlane, redPlane].map { plane in
            let rows = (0..<plane.height).map { UnsafeBufferPointer(start: plane.row($0), count: plane.width) }
            return Grid(width: plane.width, height: plane.height, values: rows.flatMap(Array.init))
        }
    }

    var bytes: [UInt8] { grids.flatMap(\.values) }

    func fill(_ luma: Int, _ blue: Int, _ red: Int) {
        lumaPlane.fill(UInt8(luma))
        bluePlane.fill(UInt8(blue))
        redPlane.fill(UInt8(red))
    }

    /// A picture with detail of every size, in all colours.
    ///
    /// - Parameter change: What becomes of each luma.
    static func waves(_ size: PixelSize, change: (UInt8) -> UInt8 = { $0 }) -> Planes {
        let planes = Planes(size)
        for (index, plane) in [planes.lumaPlane, planes.bluePlane, planes.redPlane].enumerated() {
            let (width, height) = (Double(plane.width), Double(plane.height))
            for y in 0..<plane.height {
                for x in 0..<plane.width {
                    let (u, v) = (Double(x) / width, Double(y) / height)
                    let wide = sin(5 * u + 2 * Double(index)) * cos(7 * v)
                    let fine = sin(40 * u * u) * sin(90 * v) + Double((x / 3 + y / 3) % 2) - 0.5
                    let value = UInt8(clamping: Int(125.5 + 70 * wide + 25 * fine))
                    plane.row(y)[x] = index == 0 ? change(value) : value
                }
            }
        }
        return planes
    }
}
