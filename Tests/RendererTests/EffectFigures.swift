import Foundation
import Testing
import Timeline

@testable import Media
@testable import Renderer

/// Not tests but figures and pictures, made when they are asked for: `scripts/effects`.
///
/// `KINORA_EFFECTS` names a folder for the pictures; what things cost is printed.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["KINORA_EFFECTS"] != nil), .serialized)
struct EffectFigures {
    let folder = ProcessInfo.processInfo.environment["KINORA_EFFECTS"] ?? ""

    /// Two photos of the samples as they are at one moment of their moves.
    func painters(_ names: [String], _ size: PixelSize, look: Look? = nil) throws -> [LayerPainter] {
        let plates = Plates(memory: 1 << 30)
        return try names.map { name in
            let samples = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
                path: "../../Docs/samples/\(name)"
            )
            let descriptor = open(samples.path, O_RDONLY)
            defer { close(descriptor) }
            let file = try MediaFile(descriptor: descriptor, name: name)
            let picture = try MediaProbe.probe(file).size ?? size
            let framing = Framing(
                motion: Motion(.zoomIn),
                fit: .fill,
                size: picture,
                ratio: size.ratio,
                seconds: 1
            )
            var layer = PictureLayer(media: name, size: picture, source: .still(framing, length: 60), offset: 0)
            layer.look = look
            return try LayerPainter(layer, frame: size, plates: plates, file: file)
        }
    }

    private func change(_ style: TransitionStyle, length: Int) -> ChunkDescription.Change {
        let layer = PictureLayer(
            media: "",
            size: PixelSize(width: 2, height: 2),
            source: .clip(start: 0, part: nil),
            offset: 0
        )
        return ChunkDescription.Change(
            style: style,
            direction: .left,
            easing: style.usualEasing,
            incoming: layer,
            offset: 0,
            length: length
        )
    }

    private func milliseconds(_ body: () throws -> Void) rethrows -> Double {
        let time = try ContinuousClock().measure(body)
        return Double(time.components.seconds) * 1000 + Double(time.components.attoseconds) / 1e15
    }

    /// Milliseconds a frame of 1080p: the mask once, the pictures and their blend, and the encoder.
    @Test func costs() throws {
        let size = PixelSize(width: 1920, height: 1080)
        let painters = try painters(["02-picos-de-europa.jpg", "05-sunset.jpg"], size)
        let length = 30
        let canvas = try Canvas(size)
        print("transition              mask once   draw+blend   encode   (ms a frame of 1080p)")
        for style in TransitionStyle.allCases {
            let masks = WipeMasks()
            var painter: TransitionPainter?
            let mask = try milliseconds {
                painter = try TransitionPainter(change(style, length: length), size: size, masks: masks)
            }
            guard let painter else { return }
            let encoder = try VideoEncoder(VideoSettings(size: size, quality: .high))
            var (draw, encode) = (0.0, 0.0)
            for index in 0..<length {
                draw += try milliseconds {
                    try canvas.draw(painter, index: index, from: painters[0], to: painters[1])
                }
                encode += try milliseconds { try encoder.encode(canvas.frame) }
            }
            encode += try milliseconds { _ = try encoder.finish() }
            let name = style.rawValue.padding(toLength: 22, withPad: " ", startingAt: 0)
            let figures = [mask, draw / Double(length), encode / Double(length)]
            print(name, figures.map { String(format: "%10.1f", $0) }.joined(separator: " "))
        }
    }

    /// Five moments of each transition side by side.
    @Test func pictures() throws {
        let size = PixelSize(width: 320, height: 180)
        let painters = try painters(["02-picos-de-europa.jpg", "05-sunset.jpg"], size)
        let canvas = try Canvas(size)
        for style in TransitionStyle.allCases where style != .cut {
            let painter = try TransitionPainter(change(style, length: 31), size: size, masks: WipeMasks())
            var strip = Data()
            for index in [4, 10, 15, 20, 26] {
                try canvas.draw(painter, index: index, from: painters[0], to: painters[1])
                strip += planes(of: canvas.frame)
            }
            try strip.write(to: URL(fileURLWithPath: "\(folder)/transition-\(style.rawValue).yuv"))
        }
    }

    private static let looks: [(name: String, look: Look)] =
        [("plain", .plain)] + Filter.allCases.map { ($0.rawValue, Look($0)) }
        + Adjustment.allCases.flatMap { adjustment in
            [-60, 60].filter(adjustment.range.contains).map {
                ("\(adjustment.rawValue)\($0 > 0 ? "+" : "")\($0)", Look(nil, [adjustment: $0]))
            }
        }

    @Test func pictureOfEachLook() throws {
        let size = PixelSize(width: 320, height: 180)
        let frame = try Frame(size)
        for (name, look) in Self.looks {
            var strip = Data()
            for painter in try painters(["04-friends.jpg", "05-sunset.jpg"], size, look: look) {
                try painter.draw(0, into: frame, with: PlateSampler())
                strip += planes(of: frame)
            }
            try strip.write(to: URL(fileURLWithPath: "\(folder)/look-\(name).yuv"))
        }
    }

    /// What a look costs: the table once, a plate of 1080p once, and the vignette in every frame.
    @Test func costOfLooks() throws {
        let size = PixelSize(width: 1920, height: 1080)
        var table: ColorTable?
        let making = milliseconds { table = ColorTable(Look(.vintage, [.contrast: 20]), table: nil) }
        let planes = Planes(size)
        for index in 0..<(planes.lumaStride * size.height) { planes.luma[index] = UInt8(16 + index / 7 % 219) }
        for index in 0..<(planes.chromaStride * size.height) { planes.blue[index] = UInt8(100 + index / 11 % 60) }
        let applying = milliseconds { table?.apply(to: planes) }
        let frame = try Frame(size)
        let memory = BlendMemory()
        let vignette = Vignette(strength: 0.5, size: size)
        let darkening = milliseconds { for _ in 0..<20 { vignette.darken(frame, memory: memory) } } / 20
        print(String(format: "look: table %.1f ms, plate or clip frame %.1f ms", making, applying))
        print(String(format: "vignette: %.1f ms a frame", darkening))
    }

    /// The page that shows them.
    @Test func page() throws {
        var page = """
            # Transitions, looks and texts

            Made by `scripts/effects`; the moments of a transition are those after 13, 33, 50, 67 and 87 percent of its
            time. Say "use circle transitions", "whip pan between photo 2 and 3", "random transitions", "圆形转场".

            """
        for family in TransitionFamily.allCases {
            page += "\n## \(family.rawValue)\n\n"
            for style in TransitionStyle.allCases where style.family == family {
                let ways = style.hasDirection ? ", left, right, up or down" : ""
                page += "\(style.name(in: .english))\(ways) · \(style.name(in: .chinese))\n\n"
                page += "![\(style.name(in: .english))](effects/transition-\(style.rawValue).jpg)\n\n"
            }
        }
        page += """

            ## Looks

            Say "make photo 2 black and white", "warmer", "increase the contrast a little", "给所有照片加复古滤镜".
            A .cube file of your own is a look, too: drop it, then say "use film.cube", "photo 2 with film.cube at 50%".


            """
        for (name, _) in Self.looks { page += "\(name)\n\n![\(name)](effects/look-\(name).jpg)\n\n" }
        page += TextFigures.section
        page = page.replacingOccurrences(of: "\n\n\n", with: "\n\n")
        try page.trimmingCharacters(in: .newlines).appending("\n").write(
            toFile: "\(folder)/effects.md",
            atomically: true,
            encoding: .utf8
        )
    }

    func planes(of frame: Frame) -> Data {
        var data = Data()
        for plane in [frame.luma, frame.blue, frame.red] {
            for y in 0..<plane.height { data.append(plane.row(y), count: plane.width) }
        }
        return data
    }
}
