import Foundation
import Testing
import Timeline

@testable import Media

@Suite("Moving pictures as they were meant") struct MovingPictureTests {
    let fixtures: Fixtures

    init() throws { fixtures = try Fixtures() }

    func reader(_ name: String, _ width: Int = 1000, _ height: Int = 1000) throws -> ClipReader {
        try ClipReader(fixtures.file(name), placement: .covering(PixelSize(width: width, height: height)))
    }

    /// A clip of a still picture; `picture` gives the luma of a pixel (X, Y) of the N-th picture.
    func clip(_ name: String, _ picture: String, size: String = "128x72", _ options: [String] = []) throws {
        let source = "color=black:s=\(size):r=25:d=1,format=yuv420p,geq=lum='\(picture)':cb=128:cr=128"
        try fixtures.make(name, from: source, options: ["-qp", "0"] + options)
    }

    // MARK: Turns and shapes

    @Test(
        "A clip is turned and mirrored as its display matrix says",
        arguments: [
            [1, 0, 0, 1], [0, 1, -1, 0], [-1, 0, 0, -1], [0, -1, 1, 0], [-1, 0, 0, 1], [1, 0, 0, -1], [0, 1, 1, 0],
            [0, -1, -1, 0],
        ]
    )
    func turns(_ matrix: [Int]) throws {
        let lumas = [[200, 150], [100, 50]]
        try clip("flat.mp4", "if(lt(Y,36),if(lt(X,64),200,150),if(lt(X,64),100,50))")
        var bytes = try fixtures.bytes("flat.mp4")
        // The matrix of ISO/IEC 14496-12, 8.3.2, in a track header of version 0.
        let start = try #require(bytes.firstRange(of: Array("tkhd".utf8))?.upperBound) + 40
        for (index, place) in [0, 1, 3, 4].enumerated() {
            let value = UInt32(bitPattern: Int32(matrix[index] << 16))
            for byte in 0..<4 { bytes[start + place * 4 + byte] = UInt8(truncatingIfNeeded: value >> (24 - 8 * byte)) }
        }
        try fixtures.write(bytes, "a.mp4")
        let (a, b, c, d) = (matrix[0], matrix[1], matrix[2], matrix[3])
        let size = a == 0 ? PixelSize(width: 72, height: 128) : PixelSize(width: 128, height: 72)
        #expect(try MediaProbe.probe(fixtures.file("a.mp4")).size == size)
        let plate = try reader("a.mp4").plate(at: .zero)
        #expect(plate.size == size)
        for (row, y) in [-1, 1].enumerated() {
            for (column, x) in [-1, 1].enumerated() {
                let seen = (0.5 + 0.25 * Double(a * x + c * y), 0.5 + 0.25 * Double(b * x + d * y))
                #expect(abs(plate.sample(at: seen.0, seen.1).luma - lumas[row][column]) <= 3)
            }
        }
        // A quarter of what is seen is the same quarter of the plate.
        let half = PixelSize(width: size.width / 2, height: size.height / 2)
        for (row, y) in [0, half.height].enumerated() {
            for (column, x) in [0, half.width].enumerated() {
                let part = Region(x: Double(x), y: Double(y), width: Double(half.width), height: Double(half.height))
                let quarter = try ClipReader(fixtures.file("a.mp4"), placement: .covering(half, part: part))
                    .plate(at: .zero)
                #expect(quarter.size == half)
                let whole = plate.sample(at: 0.25 + 0.5 * Double(column), 0.25 + 0.5 * Double(row)).luma
                for place in [0.1, 0.9] { #expect(abs(quarter.sample(at: place, place).luma - whole) <= 3) }
            }
        }
        // The small picture of it is turned alike.
        try fixtures.write(Thumbnail.jpeg(of: fixtures.file("a.mp4"), fitting: size), "thumb.jpg")
        let small = try Plate.load(fixtures.file("thumb.jpg"), covering: size)
        #expect(small.size == size)
        let seen = (0.5 - 0.25 * Double(a + c), 0.5 - 0.25 * Double(b + d))
        #expect(small.sample(at: seen.0, seen.1).luma > 185)
    }

    @Test("Pixels that are no squares are made so", arguments: [("4/3", 96, 72, 128, 72), ("1/2", 96, 72, 48, 72)])
    func pixelAspect(_ aspect: String, _ width: Int, _ height: Int, _ seenWidth: Int, _ seenHeight: Int) throws {
        try clip("a.mp4", "if(lt(X,W/2),200,40)", size: "\(width)x\(height)", ["-vf", "setsar=\(aspect)"])
        let seen = PixelSize(width: seenWidth, height: seenHeight)
        #expect(try MediaProbe.probe(fixtures.file("a.mp4")).size == seen)
        #expect(try reader("a.mp4").plate(at: .zero).size == seen)
    }

    @Test("Odd sizes and full range", arguments: ["yuv444p", "yuvj444p"])
    func formats(_ format: String) throws {
        try fixtures.make("a.mp4", from: "color=white:s=127x71:d=0.2", "-pix_fmt", format, "-qp", "0")
        let plate = try reader("a.mp4").plate(at: .zero)
        #expect(abs(plate.size.width - 127) <= 1 && abs(plate.size.height - 71) <= 1)
        #expect(abs(plate.sample(at: 0.5, 0.5).luma - 235) <= 1)
    }

    @Test("What moves in an interlaced clip has no comb", arguments: ["yuv420p", "yuv422p"])
    func interlaced(_ format: String) throws {
        try fixtures.make(
            "a.mp4",
            from: "color=black:s=160x96:r=50:d=1,geq=lum='if(between(X,3*N,3*N+24),200,40)':cb=128:cr=128",
            "-vf",
            "tinterlace=mode=interleave_top,format=\(format)",
            "-flags",
            "+ildct+ilme",
            "-x264-params",
            "tff=1",
            "-qp",
            "0"
        )
        let plate = try reader("a.mp4").plate(at: Milliseconds(400))
        let edges = (8..<88).map { y in (0..<160).first { plate.sample($0, y).luma > 120 } ?? -1 }
        #expect((edges.max() ?? 0) - (edges.min() ?? 0) <= 1, "\(edges)")
        // Nor has a part of it, wherever that begins and ends.
        let (box, part) = (PixelSize(width: 160, height: 78), Region(x: 0, y: 9, width: 160, height: 78))
        let cut = try ClipReader(fixtures.file("a.mp4"), placement: .covering(box, part: part))
            .plate(at: Milliseconds(400))
        let cutEdges = (4..<74).map { y in (0..<160).first { cut.sample($0, y).luma > 120 } ?? -1 }
        #expect((cutEdges.max() ?? 0) - (cutEdges.min() ?? 0) <= 1, "\(cutEdges)")
    }

    @Test(
        "A part of a clip is that part of the whole, whatever its pixels are",
        arguments: [
            ["-pix_fmt", "yuv420p", "-qp", "0"], ["-pix_fmt", "yuv444p", "-qp", "0"],
            ["-pix_fmt", "yuv422p10le", "-qp", "0"],
            ["-vf", "setsar=4/3", "-pix_fmt", "yuv420p", "-qp", "0"],
            ["-flags", "+ildct+ilme", "-x264-params", "tff=1", "-pix_fmt", "yuv420p", "-qp", "0"],
            [
                "-pix_fmt", "yuv420p10le", "-qp", "0", "-color_primaries", "bt2020", "-colorspace", "bt2020nc",
                "-color_trc", "arib-std-b67",
            ],
            ["-c:v", "mjpeg", "-pix_fmt", "yuvj422p", "-q:v", "1"],
        ]
    )
    func part(_ options: [String]) throws {
        let picture = "color=black:s=256x144:r=25:d=0.2,geq=r='X':g='Y*1.7':b='128'"
        try fixtures.make("a.mov", from: picture, options: options)
        let whole = try reader("a.mov").plate(at: .zero)
        let wide = Double(whole.size.width)
        // None of its edges lies on an even pixel.
        let part = Region(x: 0.33 * wide + 0.7, y: 21.3, width: 0.4 * wide, height: 97)
        let box = PixelSize(width: Int(part.width), height: Int(part.height))
        let plate = try ClipReader(fixtures.file("a.mov"), placement: .covering(box, part: part)).plate(at: .zero)
        for place in [(0.1, 0.1), (0.5, 0.5), (0.9, 0.2), (0.2, 0.9)] {
            let seen = plate.sample(at: place.0, place.1)
            let x = (part.x + place.0 * part.width) / wide
            let y = (part.y + place.1 * part.height) / Double(whole.size.height)
            #expect(seen.isNear(whole.sample(at: x, y), within: 5), "\(place): \(seen), \(whole.sample(at: x, y))")
        }
    }

    // MARK: Wide colours

    /// A clip of one grey, by its 10-bit code.
    func grey(_ name: String, code: Double, transfer: String) throws {
        let source = "color=black:s=64x64:d=0.2,format=yuv420p10le,geq=lum='\(Int(code.rounded()))':cb=512:cr=512"
        try fixtures.make(
            name,
            from: source,
            "-c:v",
            "libx264",
            "-pix_fmt",
            "yuv420p10le",
            "-qp",
            "0",
            "-color_primaries",
            "bt2020",
            "-colorspace",
            "bt2020nc",
            "-color_trc",
            transfer,
            "-color_range",
            "tv"
        )
    }

    /// The luma at which a screen of 203 cd/m² (BT.1886) shows so much light.
    func luma(_ light: Double) -> Double { 16 + 219 * pow(min(light, 203) / 203, 1 / 2.4) }

    @Test("Light of a PQ clip is kept up to the middle and drawn together above")
    func perceptualQuantizer() throws {
        var lumas: [Int] = []
        for light in [1.0, 10, 50, 100, 203, 400, 1000, 4000] {
            try grey("a.mp4", code: 64 + 876 * PQ.code(light), transfer: "smpte2084")
            let sample = try reader("a.mp4").plate(at: .zero).sample(at: 0.5, 0.5)
            #expect(sample.blue == 128 && sample.red == 128)
            if light <= 50 { #expect(abs(Double(sample.luma) - luma(light)) <= 2, "\(light): \(sample.luma)") }
            #expect(abs(Double(sample.luma) - luma(ToneCurve.shown(min(light, 1000)))) <= 2, "\(light): \(sample.luma)")
            lumas.append(sample.luma)
        }
        #expect(lumas == lumas.sorted() && Set(lumas.prefix(7)).count == 7)
        #expect(lumas.last == 235)
        // White paper is white, and light above it still has room.
        #expect((205...228).contains(lumas[4]), "\(lumas)")
    }

    @Test("The curve is steady, never brighter than the light, and ends in white")
    func curve() {
        var last = 0.0
        for light in stride(from: 1.0, through: 1000, by: 1) {
            let shown = ToneCurve.shown(light)
            #expect(shown > last && shown <= light + 1e-9)
            last = shown
        }
        #expect(abs(last - 203) < 0.01)
    }

    @Test("White paper of an HLG clip is as bright as that of a PQ clip")
    func hybridLogGamma() throws {
        // 75 % is 203 cd/m² on HLG's own screen of 1,000 (ITU-R BT.2408).
        try grey("a.mp4", code: 64 + 876 * 0.75, transfer: "arib-std-b67")
        let sample = try reader("a.mp4").plate(at: .zero).sample(at: 0.5, 0.5)
        #expect(abs(Double(sample.luma) - luma(ToneCurve.shown(203))) <= 3, "\(sample)")
    }

    // MARK: Times

    @Test("A clip cut without coding anew begins at its cut")
    func editList() throws {
        try clip("a.mp4", "20+5*N", ["-bf", "3", "-g", "50"])
        try fixtures.run("ffmpeg", "-v", "error", "-ss", "0.52", "-i", "a.mp4", "-c", "copy", "b.mp4")
        let clip = try reader("b.mp4")
        for (time, number) in [(0, 13), (400, 23), (40, 14), (200, 18)] {
            let luma = try clip.plate(at: Milliseconds(time)).sample(at: 0.5, 0.5).luma
            #expect(Int((Double(luma - 20) / 5).rounded()) == number, "\(time)")
        }
    }

    @Test("A clip that breaks off keeps its last picture, and so does one of a single picture")
    func ends() throws {
        try clip("a.mkv", "20+5*N", ["-g", "5", "-bf", "0"])
        let bytes = try fixtures.bytes("a.mkv")
        try fixtures.write(Array(bytes.prefix(bytes.count * 2 / 3)), "cut.mkv")
        let late = try reader("cut.mkv").plate(at: Milliseconds(5000)).sample(at: 0.5, 0.5).luma
        #expect(late > 30 && late < 145)
        try fixtures.clip("long.mkv", seconds: 4, "-g", "10")
        let long = try fixtures.bytes("long.mkv")
        try fixtures.write(Array(long.prefix(long.count / 2)), "half.mkv")
        let length = try #require(try MediaProbe.probe(fixtures.file("half.mkv")).duration)
        #expect((1...3).contains(length.seconds), "\(length)")
        try clip("one.mp4", "120", ["-frames:v", "1"])
        #expect(try reader("one.mp4").plate(at: Milliseconds(3000)).sample(at: 0.5, 0.5).luma == 120)
    }

    @Test("Sound that pauses in its file is heard at its own time")
    func soundGap() throws {
        try fixtures.make(
            "a.mkv",
            from: "aevalsrc=if(between(t\\,2\\,2.002)\\,0.9\\,0):s=48000:d=4,aselect=not(between(t\\,0.5\\,1.2))",
            "-c:a",
            "pcm_s16le"
        )
        let sound = try SoundReader.read(fixtures.file("a.mkv"), limit: Milliseconds(4000))
        let click = sound.left.indices.max { abs(sound.left[$0]) < abs(sound.left[$1]) } ?? 0
        #expect(abs(click - 96_048) < 100, "\(click)")
    }
}
