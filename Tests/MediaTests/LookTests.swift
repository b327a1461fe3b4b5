import Foundation
import Testing
import Timeline

@testable import Media

/// Looks against their definitions, written down once more and in floating point.
@Suite struct LookTests {
    let fixtures: Fixtures
    let size = PixelSize(width: 320, height: 180)

    init() throws {
        fixtures = try Fixtures()
        // Every hue from dark to light, and at every strength: all that a photo can hold.
        try fixtures.ppm("colors.ppm", 320, 180) { x, y in
            let hue = Double(x % 160) / 160 * 6
            let light = Double(y) / 179
            let strength = x < 160 ? 1.0 : 0.4
            return [0.0, 4, 2].map { offset in
                let distance = abs((hue + offset).truncatingRemainder(dividingBy: 6) - 3)
                let pure = min(max(distance - 1, 0), 1)
                return UInt8((255 * light * (1 - strength * (1 - pure))).rounded())
            }
        }
    }

    private typealias Color = SIMD3<Double>

    private func luma(_ color: Color) -> Double { 0.2126 * color.x + 0.7152 * color.y + 0.0722 * color.z }

    private func warmed(_ color: Color, _ part: Double) -> Color {
        let gains = Color(1 + 0.3 * part, 1, 1 - 0.3 * part)
        return color * gains / luma(gains)
    }

    private func saturated(_ color: Color, _ gain: Double) -> Color {
        Color(repeating: luma(color)) * (1 - gain) + color * gain
    }

    private func filtered(_ color: Color, _ filter: Filter) -> Color {
        switch filter {
        case .blackAndWhite: return Color(repeating: luma(color))
        case .sepia:
            return color.x * Color(0.393, 0.349, 0.272) + color.y * Color(0.769, 0.686, 0.534)
                + color.z * Color(0.189, 0.168, 0.131)
        case .warm: return saturated(warmed(color, 0.5), 1.05)
        case .cool: return saturated(warmed(color, -0.5), 0.95)
        case .vintage: return saturated(color, 0.65) * Color(0.9, 0.86, 0.68) + Color(0.08, 0.06, 0.1)
        case .vivid:
            let strong = saturated(color, 1.4)
            return strong + 0.5 * strong * (1 - strong) * (2 * strong - 1)
        case .faded: return saturated(color, 0.75) * 0.8 + 0.1
        }
    }

    /// What a look makes of a plate, sample by sample: the four lumas of a block with its chroma, and the chroma with
    /// their mean.
    private func psnr(_ plain: Plate, _ changed: Plate, _ look: (Color) -> Color) -> Double {
        func change(_ luma: Double, _ blue: Double, _ red: Double) -> Color {
            let y = (luma - 16) / 219
            let (r, b) = (y + (red - 128) / 224 * 1.5748, y + (blue - 128) / 224 * 1.8556)
            let color = look(Color(r, (y - 0.2126 * r - 0.0722 * b) / 0.7152, b))
                .clamped(lowerBound: Color(repeating: 0), upperBound: Color(repeating: 1))
            let after = self.luma(color)
            return Color(
                16 + 219 * after,
                128 + 224 * (color.z - after) / 1.8556,
                128 + 224 * (color.x - after) / 1.5748
            )
        }
        var (sum, count) = (0.0, 0)
        func add(_ expected: Double, _ value: Int) {
            sum += (expected - Double(value)) * (expected - Double(value))
            count += 1
        }
        for y in stride(from: 0, to: size.height, by: 2) {
            for x in stride(from: 0, to: size.width, by: 2) {
                var mean = 0.0
                let chroma = plain.sample(x, y)
                for (column, row) in [(x, y), (x + 1, y), (x, y + 1), (x + 1, y + 1)] {
                    let luma = Double(plain.sample(column, row).luma)
                    mean += luma / 4
                    add(
                        change(luma, Double(chroma.blue), Double(chroma.red)).x,
                        changed.sample(column, row).luma
                    )
                }
                let expected = change(mean, Double(chroma.blue), Double(chroma.red))
                add(expected.y, changed.sample(x, y).blue)
                add(expected.z, changed.sample(x, y).red)
            }
        }
        return 10 * log10(255 * 255 * Double(count) / max(sum, 1e-9))
    }

    private func plates(_ look: Look, table: CubeTable? = nil) throws -> (plain: Plate, changed: Plate) {
        try fixtures.run("vips", "copy", "colors.ppm", "colors.png")
        let file = try fixtures.file("colors.png")
        let colors = try #require(ColorTable(look, table: table))
        return (try Plate.load(file, covering: size), try Plate.load(file, covering: size, colors: colors))
    }

    @Test(arguments: Filter.allCases)
    func aFilterIsWhatItIsDefinedToBe(filter: Filter) throws {
        let plates = try plates(Look(filter))
        let psnr = psnr(plates.plain, plates.changed) { filtered($0, filter) }
        #expect(psnr >= 40, "\(filter): \(psnr) dB")
    }

    @Test(arguments: [Adjustment.brightness, .contrast, .saturation, .warmth], [-100, -20, 10, 60, 100])
    func anAdjustmentIsWhatItIsDefinedToBe(adjustment: Adjustment, percent: Int) throws {
        let plates = try plates(Look(nil, [adjustment: percent]))
        let part = Double(percent) / 100
        let psnr = psnr(plates.plain, plates.changed) { color in
            switch adjustment {
            case .brightness: color + 0.4 * part
            case .contrast: (color - 0.5) * (1 + part) + 0.5
            case .saturation: saturated(color, 1 + part)
            case .warmth: warmed(color, part)
            case .vignette: color
            }
        }
        #expect(psnr >= 40, "\(adjustment) \(percent): \(psnr) dB")
    }

    @Test func allOfALookIsOneTable() throws {
        let plates = try plates(Look(.vintage, [.brightness: 10, .contrast: 20, .warmth: 30]))
        let psnr = psnr(plates.plain, plates.changed) { color in
            filtered((warmed(color, 0.3) + 0.04 - 0.5) * 1.2 + 0.5, .vintage)
        }
        #expect(psnr >= 40, "\(psnr) dB")
    }

    @Test func aVignetteAloneChangesNoColour() {
        #expect(ColorTable(Look(nil, [.vignette: 50]), table: nil) == nil)
        #expect(ColorTable(.plain, table: nil) == nil)
    }

    @Test(arguments: [0.2, 1])
    func aVignetteIsWhatItIsDefinedToBe(strength: Double) throws {
        let frame = try Frame(size)
        frame.fill { plane, x, y in UInt8((x * 3 + y * 5 + plane * 40) % 200 + 20) }
        let before = frame.allBytes
        Vignette(strength: strength, size: size).darken(frame, memory: BlendMemory())
        let after = frame.allBytes
        var index = 0
        var sum = 0.0
        for plane in 0...2 {
            let (width, height) = plane == 0 ? (320, 180) : (160, 90)
            for y in 0..<height {
                for x in 0..<width {
                    let right = ((Double(x) + 0.5) / Double(width) - 0.5) * 320
                    let down = ((Double(y) + 0.5) / Double(height) - 0.5) * 180
                    let distance = hypot(right, down) / hypot(160, 90)
                    let depth = min(max((distance - 0.35) / 0.65, 0), 1)
                    let dark = strength * 0.85 * depth * depth * (3 - 2 * depth)
                    let black = plane == 0 ? 16.0 : 128
                    let expected = Double(before[index]) * (1 - dark) + black * dark
                    sum += (expected - Double(after[index])) * (expected - Double(after[index]))
                    index += 1
                }
            }
        }
        #expect(10 * log10(255 * 255 * Double(index) / sum) >= 40)
    }

    // MARK: .cube files

    private func cube(_ text: String) throws -> CubeTable {
        try fixtures.write(Array(text.utf8), "mine.cube")
        return try CubeTable(try fixtures.file("mine.cube"))
    }

    /// A cube of `points` that turns each channel into another and bends it.
    private func bent(_ color: SIMD3<Double>) -> SIMD3<Double> {
        SIMD3(color.y * color.y, 1 - color.x, 0.2 + 0.6 * color.z)
    }

    @Test func aCubeOfThePersonsOwnIsWhatItSays() throws {
        var text =
            "\u{FEFF}# made by hand\r\nTITLE \"Bent\"\r\n\r\nLUT_3D_SIZE 17\r\nDOMAIN_MIN 0 0 0\r\nDOMAIN_MAX 1.0 1 1e0\r\n"
        for blue in 0..<17 {
            for green in 0..<17 {
                for red in 0..<17 {
                    let color = bent(SIMD3(Double(red), Double(green), Double(blue)) / 16)
                    text += "\(color.x)\t\(color.y)  \(color.z)\r\n"
                }
            }
        }
        let table = try cube(text)
        let plates = try plates(.plain, table: table)
        let psnr = psnr(plates.plain, plates.changed) {
            bent($0.clamped(lowerBound: SIMD3(repeating: 0), upperBound: SIMD3(repeating: 1)))
        }
        #expect(psnr >= 40, "\(psnr) dB")
    }

    private func isNear(_ one: SIMD3<Double>, _ other: SIMD3<Double>) -> Bool {
        let distance = one - other
        return (distance * distance).sum() < 1e-12
    }

    @Test func curvesAndOtherDomainsAreRead() throws {
        let curves = try cube("LUT_1D_SIZE 3\nLUT_1D_INPUT_RANGE 0.0 2.0\n0 0.1 1\n0.5 0.2 0.5\n1 0.3 0\n")
        #expect(isNear(curves.color(SIMD3(1, 0.5, 2)), SIMD3(0.5, 0.15, 0)))
        let corners = try cube("LUT_3D_SIZE 2\n" + String(repeating: "0 0 0\n", count: 7) + "1 1 1")
        #expect(isNear(corners.color(SIMD3(repeating: 0.5)), SIMD3(repeating: 0.125)))
    }

    @Test(arguments: [
        "LUT_3D_SIZE 2\n" + String(repeating: "0 0 0\n", count: 8), "TITLE \"Film\"\nLUT_1D_SIZE 2\n0 0 0\n1 1 1\n",
        "\u{FEFF}# made by hand\r\n\r\n#\r\nDOMAIN_MAX 1 1 1\r\nLUT_1D_SIZE 2\r\n0 0 0\r\n1 1 1\r\n",
    ])
    func aCubeIsToldByItsContent(text: String) throws {
        try fixtures.write(Array(text.utf8), "a.jpg")
        let facts = try MediaProbe.probe(try fixtures.file("a.jpg"))
        #expect(facts == MediaFacts(kind: .colorTable, format: .cube))
    }

    @Test func aTableMixedInByHalfGoesHalfTheWay() throws {
        let table = try cube("LUT_1D_SIZE 2\n1 1 1\n0 0 0\n")
        let look = Look(table: Look.Table(media: "m", name: "mine.cube", strength: 50))
        let color = look.colors(SIMD3(0.2, 0.5, 1), table: table)
        #expect(isNear(color, SIMD3(repeating: 0.5)))
        let quarter = Look(table: Look.Table(media: "m", name: "mine.cube", strength: 25))
        #expect(isNear(quarter.colors(SIMD3(0.2, 0.5, 1), table: table), SIMD3(0.35, 0.5, 0.75)))
    }

    @Test(arguments: ["LUT_3D_SIZE 2\n0 0 0\n", "LUT_1D_SIZE 2\n0 0 0\n1 1 nan\n", "TITLE \"no table\"\n"])
    func aBrokenCubeIsRefusedWhenItIsLookedAt(text: String) throws {
        try fixtures.write(Array(text.utf8), "mine.cube")
        let code = refusal(naming: "mine.cube") { _ = try MediaProbe.probe(try fixtures.file("mine.cube")) }
        #expect(code == .damaged || code == .unsupported)
    }

    @Test(arguments: [
        "", "not a table\n1 2 3\n", "LUT_3D_SIZE 1\n0 0 0\n", "LUT_3D_SIZE 300\n", "LUT_3D_SIZE two\n",
        "LUT_3D_SIZE 2\nLUT_1D_SIZE 2\n", "LUT_3D_SIZE 2\n0 0 0\n", "LUT_1D_SIZE 2\n0 0 0\n1 1 nan\n",
        "LUT_1D_SIZE 2\n0 0 0\n1 1\n", "LUT_1D_SIZE 2\n0 0 0\n1 1 1\n2 2 2\n",
        "LUT_1D_SIZE 2\nDOMAIN_MIN 1 0 0\nDOMAIN_MAX 1 1 1\n0 0 0\n1 1 1\n", "0 0 0\nLUT_1D_SIZE 2\n",
    ])
    func whatIsNoTableIsRefusedByItsName(text: String) throws {
        let code = refusal(naming: text.isEmpty ? "" : "mine.cube") { _ = try cube(text) }
        #expect(code == .unsupported || code == .damaged || code == .empty)
    }
}
