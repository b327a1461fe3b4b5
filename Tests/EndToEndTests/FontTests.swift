import Foundation
import ProgramKit
import TestKit
import Testing

/// A machine with a single font, of Latin letters and little more.
@Suite(.serialized)
struct FontTests {
    /// A home whose settings of fontconfig know of one folder with one font.
    private func poorHome() throws -> Home {
        let font = try Self.file(of: "DejaVu Sans:style=Book")
        return try Home { scratch in
            try FileManager.default.createDirectory(atPath: scratch["fonts"], withIntermediateDirectories: true)
            try FileManager.default.copyItem(atPath: font, toPath: scratch["fonts"] + "/only.ttf")
            let settings = """
                <?xml version="1.0"?>
                <!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
                <fontconfig><dir>\(scratch["fonts"])</dir><cachedir>\(scratch["font-cache"])</cachedir></fontconfig>
                """
            try Data(settings.utf8).write(to: URL(filePath: scratch["fonts.conf"]))
            return ["FONTCONFIG_FILE": scratch["fonts.conf"]]
        }
    }

    private static func file(of font: String) throws -> String {
        let list = try Spawned.run(
            ["fc-list", font, "file"],
            environment: ["PATH": "/usr/local/bin:/usr/bin:/bin"]
        )
        return try #require(list.output.split(separator: ":").first.map(String.init))
    }

    @Test func theDoctorNamesTheMissingFontsAndHowToGetThem() throws {
        let result = try poorHome().kinora("doctor")
        let lines = result.output.split(separator: "\n")
        #expect(result.status == 0, "videos can be made: \(result.output) \(result.errors)")
        for (name, package) in [("Chinese", "fonts-noto-cjk"), ("emoji", "fonts-noto-color-emoji")] {
            let line = try #require(lines.first { $0.contains(name) })
            #expect(line.contains("missing") && line.contains("apt-get install \(package)"), "\(line)")
        }
        let latin = try #require(lines.first { $0.contains("Latin") })
        #expect(latin.contains("ok") && latin.contains("DejaVu Sans"), "\(latin)")
        #expect(!result.output.contains("{") && !result.errors.contains("warning"), "\(result.errors)")
    }

    @Test func aVideoIsMadeAllTheSameAndThePersonIsTold() throws {
        let home = try poorHome()
        let gray = home.folder + "/gray.jpg"
        let painted = try Spawned.run(
            ["ffmpeg", "-v", "error", "-f", "lavfi", "-i", "color=gray:s=640x360", "-frames:v", "1", gray],
            environment: ["PATH": "/usr/local/bin:/usr/bin:/bin"]
        )
        #expect(painted.status == 0, "\(painted.errors)")
        func make(_ title: String, _ output: String) throws -> Spawned.Result {
            try home.kinora(
                "make",
                gray,
                "-o",
                output,
                "--quality",
                "draft",
                "--length",
                "1",
                "-p",
                "make a video without music, title '\(title)' without animation"
            )
        }
        func pixels(_ video: String) throws -> [UInt8] {
            try Video(path: home.folder + "/" + video).rgb(frame: 15, width: 640, height: 360)
        }
        let plain = try make("Summer", "plain.mp4")
        #expect(plain.status == 0, "\(plain.errors)")
        #expect(!plain.errors.contains("apt-get"), "all is there: \(plain.errors)")
        let result = try make("夏天的 😀", "missing.mp4")
        #expect(result.status == 0, "\(result.errors)")
        for package in ["fonts-noto-cjk", "fonts-noto-color-emoji"] {
            #expect(result.errors.contains("apt-get install \(package)"), "\(result.errors)")
        }
        // Drawn in the same poor fonts that were spoken of: there is something white, and nothing yellow.
        let boxes = try pixels("missing.mp4")
        var (brightest, mostColored) = (0, 0)
        for place in stride(from: 0, to: boxes.count, by: 3) {
            let colors = boxes[place..<place + 3].map(Int.init)
            brightest = max(brightest, colors.min() ?? 0)
            mostColored = max(mostColored, (colors.max() ?? 0) - (colors.min() ?? 0))
        }
        #expect(brightest > 200 && mostColored < 40)

        // What the person was told to do is enough: the same again has the signs, though the studio ran on, and though
        // it has drawn these words before.
        let signs = try Self.file(of: "Noto Sans CJK SC:style=Regular")
        try FileManager.default.copyItem(atPath: signs, toPath: home.folder + "/../fonts/signs.ttc")
        let again = try make("夏天的 😀", "again.mp4")
        #expect(again.status == 0 && !again.errors.contains("fonts-noto-cjk"), "\(again.errors)")
        #expect(again.errors.contains("apt-get install fonts-noto-color-emoji"), "\(again.errors)")
        let drawn = try pixels("again.mp4")
        #expect(zip(boxes, drawn).count { abs(Int($0) - Int($1)) > 100 } > 500, "signs instead of boxes")
    }
}
