import CPixels
import TestKit
import Testing

@testable import Media

/// Each processor mixes columns in its own way, and all give the bytes of plain arithmetic.
struct MixedColumnsTests {
    private static let rows = Int(kinora_pixels_block)
    private static let group = Int(kinora_pixels_group)

    @Test("Mixed columns have the same bytes in every way they are made", arguments: 1...8)
    func sameBytes(taps: Int) {
        var random = Random(seed: UInt64(taps))
        // Enlarged a little, as large, scaled down a little, and so much that a group reads more than 64 columns.
        for step in [0.4, 1, 1.21, 1.5, 2.6] {
            let targets = 3 * Self.group
            let first = (0..<targets).map { Int32(Double($0) * step) }
            let width = (Int(first[targets - 1]) + taps + Self.group) / Self.group * Self.group
            let pixels = (0..<Self.rows * width + 2 * Self.group).map { _ in Int16(random.number(-900...32767)) }
            let weights = (0..<taps * targets).map { _ in
                Int16(random.number(-3000...(taps == 1 ? 32767 : 32767 / taps)))
            }
            for height in [Self.rows, 5] {
                let expected = mixed(pixels, width: width, first: first, weights: weights, taps: taps, height: height)
                for way in [kinora_pixels_mix_columns, kinora_pixels_turn_and_mix_columns] {
                    var target = [UInt8](repeating: 7, count: Self.rows * targets)
                    let columns = UnsafeMutableRawPointer.allocate(byteCount: 2 * Self.rows * width, alignment: 64)
                    defer { columns.deallocate() }
                    way(
                        pixels,
                        width,
                        width,
                        columns.bindMemory(to: Int16.self, capacity: Self.rows * width),
                        first,
                        weights,
                        Int32(taps),
                        &target,
                        targets,
                        targets,
                        Int32(height)
                    )
                    #expect(target == expected, "\(taps) taps, step \(step), \(height) rows")
                }
            }
        }
    }

    private func mixed(
        _ pixels: [Int16],
        width: Int,
        first: [Int32],
        weights: [Int16],
        taps: Int,
        height: Int
    ) -> [UInt8] {
        var target = [UInt8](repeating: 7, count: Self.rows * first.count)
        for y in 0..<height {
            for x in first.indices {
                var sum = Int16(32 + taps / 2)
                for tap in 0..<taps {
                    let weight = Int(weights[(x / Self.group * taps + tap) * Self.group + x % Self.group])
                    let product = Int(pixels[y * width + Int(first[x]) + tap]) * weight
                    sum &+= Int16(truncatingIfNeeded: product >> 16)
                }
                target[y * first.count + x] = UInt8(clamping: sum >> 6)
            }
        }
        return target
    }
}
