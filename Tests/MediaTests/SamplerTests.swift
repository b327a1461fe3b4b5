import Foundation
import Testing
import Timeline

@testable import Media

@Suite struct SamplerTests {
    let size = PixelSize(width: 640, height: 360)

    /// A dark plate with a soft bright dot whose centre is known exactly.
    func plate(dotAt centerX: Double, _ centerY: Double) -> Plate {
        let planes = Planes(PixelSize(width: 800, height: 450))
        for y in 0..<450 {
            for x in 0..<800 {
                let (dx, dy) = (Double(x) + 0.5 - centerX, Double(y) + 0.5 - centerY)
                planes.luma[y * planes.lumaStride + x] = UInt8(40 + (180 * exp(-(dx * dx + dy * dy) / 18)).rounded())
            }
        }
        for y in 0..<225 {
            for x in 0..<400 {
                // A step in chroma that must stay under the same step of luma.
                planes.blue[y * planes.chromaStride + x] = 128
                planes.red[y * planes.chromaStride + x] = 128
            }
        }
        return Plate(planes)
    }

    func centroid(_ frame: Frame) -> (x: Double, y: Double) {
        var (sum, sumX, sumY) = (0.0, 0.0, 0.0)
        for y in 0..<size.height {
            for x in 0..<size.width {
                let weight = max(0, Double(frame.luma.row(y)[x]) - 44)
                sum += weight
                sumX += weight * (Double(x) + 0.5)
                sumY += weight * (Double(y) + 0.5)
            }
        }
        return (sumX / sum, sumY / sum)
    }

    @Test func aDotFollowsThePlannedPathToAFractionOfAPixel() throws {
        let plate = plate(dotAt: 413.3, 201.7)
        let frame = try Frame(size)
        let sampler = PlateSampler()
        for step in 0..<40 {
            // A slow zoom with a drift: some hundredths of a pixel a frame.
            let width = 760 - Double(step) * 0.37
            let region = Region(
                x: 11 + Double(step) * 0.083,
                y: 7 + Double(step) * 0.041,
                width: width,
                height: width * 9 / 16
            )
            sampler.sample(plate, region: region, into: frame)
            let found = centroid(frame)
            #expect(abs(found.x - (413.3 - region.x) * 640 / region.width) < 0.03)
            #expect(abs(found.y - (201.7 - region.y) * 360 / region.height) < 0.03)
        }
    }

    @Test func chromaMovesWithLuma() throws {
        let planes = Planes(PixelSize(width: 800, height: 450))
        // One edge at x = 400 in all planes.
        for y in 0..<450 {
            for x in 0..<800 { planes.luma[y * planes.lumaStride + x] = x < 400 ? 60 : 180 }
        }
        for y in 0..<225 {
            for x in 0..<400 {
                // Chroma samples sit on the even luma columns: the one on column 400 is the first of the right side.
                planes.blue[y * planes.chromaStride + x] = x < 200 ? 60 : 180
                planes.red[y * planes.chromaStride + x] = x < 200 ? 180 : 60
            }
        }
        let plate = Plate(planes)
        let frame = try Frame(size)
        let sampler = PlateSampler()
        for shift in [0.0, 0.3, 0.8, 1.4, 1.9] {
            sampler.sample(plate, region: Region(x: 20 + shift, y: 10, width: 720, height: 405), into: frame)
            // The place of an edge is the sum of how much of each sample is still dark.
            let luma = (0..<640).reduce(0.0) { $0 + (180 - Double(frame.luma.row(180)[$1])) / 120 }
            let blue = (0..<320).reduce(0.0) { $0 + (180 - Double(frame.blue.row(90)[$1])) / 120 }
            #expect(abs(luma - (380 - shift) * 640 / 720) < 0.05)
            // In frame pixels: 2 to a chroma sample, whose edge lies half a luma sample before the step's.
            let edge = blue * 2 - 0.5
            #expect(abs(edge - (379.5 - shift) * 640 / 720) < 0.15)
        }
    }

    @Test func theWholePlateAtItsOwnSizeIsCopiedClosely() throws {
        let planes = Planes(size)
        for y in 0..<360 { for x in 0..<640 { planes.luma[y * planes.lumaStride + x] = UInt8(50 + (x + y) % 150 / 2) } }
        for y in 0..<180 {
            for x in 0..<320 {
                planes.blue[y * planes.chromaStride + x] = 100
                planes.red[y * planes.chromaStride + x] = 150
            }
        }
        let frame = try Frame(size)
        PlateSampler().sample(Plate(planes), region: Region(x: 0, y: 0, width: 640, height: 360), into: frame)
        #expect(frame.sample(101, 60).blue == 100 && frame.sample(101, 60).red == 150)
        #expect(abs(frame.sample(100, 20).luma - 110) <= 1)
    }

    @Test func aRegionBeyondThePlateIsMovedInside() throws {
        let plate = plate(dotAt: 700, 400)
        let (inside, outside) = (try Frame(size), try Frame(size))
        let sampler = PlateSampler()
        sampler.sample(plate, region: Region(x: 160, y: 90, width: 640, height: 360), into: inside)
        sampler.sample(plate, region: Region(x: 500, y: 300, width: 640, height: 360), into: outside)
        #expect(inside.allBytes == outside.allBytes)
    }

    @Test func samplesAreTheSameOnEveryThread() async throws {
        let region = Region(x: 33.37, y: 12.93, width: 701.3, height: 394.48)
        let plate = plate(dotAt: 300, 200)
        let size = size
        let results = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<8 {
                group.addTask {
                    let frame = try Frame(size)
                    PlateSampler().sample(plate, region: region, into: frame)
                    return frame.allBytes
                }
            }
            return try await group.reduce(into: [[UInt8]]()) { $0.append($1) }
        }
        #expect(Set(results).count == 1)
    }
}
