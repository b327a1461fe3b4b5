import Foundation
import ProgramKit
import TestKit
import Testing

/// Files and folders that cannot be: one clear sentence that names the file, and nothing left behind.
@Suite(.serialized)
struct BadInputTests {
    /// A picture's first bytes that promise 60,000 x 60,000 pixels.
    private static let hugePNG: [UInt8] = {
        func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
            let named = Array(name.utf8) + body
            var crc: UInt32 = 0xffff_ffff
            for byte in named {
                crc ^= UInt32(byte)
                for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xedb8_8320 : crc >> 1 }
            }
            func big(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) } }
            return big(UInt32(body.count)) + named + big(~crc)
        }
        let side: [UInt8] = [0, 0, 0xea, 0x60]
        return [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
            + chunk("IHDR", side + side + [8, 2, 0, 0, 0]) + chunk("IDAT", [0x78, 0x9c, 0x63, 0, 0, 0, 1, 0, 1])
            + chunk("IEND", [])
    }()

    private func refusal(_ home: Home, _ path: String, _ more: String...) throws -> Spawned.Result {
        let result = try home.kinora(["make", Home.samples[0], path, "-o", "out.mp4", "--quality", "draft"] + more)
        let name = URL(filePath: path).lastPathComponent
        #expect(result.status == 1 || result.status == 2, "\(name): \(result.status)")
        #expect(result.errors.contains(name), "\(name): \(result.errors)")
        #expect(!result.errors.contains("{"), "no raw JSON: \(result.errors)")
        #expect(result.output.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: home.folder + "/out.mp4"))
        return result
    }

    @Test func filesThatAreNotPhotos() throws {
        let home = try Home()
        let jpeg = [UInt8](try Data(contentsOf: URL(filePath: Home.samples[1])))
        _ = try refusal(home, try home.write(Array("Dear diary, today…".utf8), as: "text.jpg"))
        _ = try refusal(home, try home.write(jpeg.prefix(jpeg.count / 2), as: "truncated.jpg"))
        _ = try refusal(home, try home.write([], as: "empty.png"))
        _ = try refusal(home, try home.write(Self.hugePNG, as: "huge.png"))
        let folder = home.folder + "/album"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        _ = try refusal(home, folder)
        _ = try refusal(home, home.folder + "/missing.jpg")
    }

    @Test func aPlaylistAndADrawingUnderOtherNames() throws {
        let home = try Home()
        let secret = try home.write(Array("secret".utf8), as: "secret.ts")
        let playlist = "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile://\(secret)\n#EXT-X-ENDLIST\n"
        _ = try refusal(home, try home.write(Array(playlist.utf8), as: "y.mp4"))
        let drawing = """
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" width="9" height="9">
            <image x:href="file://\(secret)" width="9" height="9"/></svg>
            """
        _ = try refusal(home, try home.write(Array(drawing.utf8), as: "e.jpg"))
    }

    @Test func goodPhotosGoOnWithoutTheBadOneWhenAsked() throws {
        let home = try Home()
        let bad = try home.write(Array("no photo".utf8), as: "bad.jpg")
        let result = try home.kinora(
            [
                "make", Home.samples[0], bad, Home.samples[1], "-o", "out.mp4", "--quality", "draft", "--length", "2",
                "--skip-bad",
            ]
        )
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.errors.contains("bad.jpg"))
        #expect(try home.files().contains("out.mp4"))
    }

    @Test func aFolderThatIsNotThere() throws {
        let home = try Home()
        let result = try home.kinora("make", Home.samples[0], "-o", "no/such/folder/out.mp4")
        #expect(result.status == 2)
        #expect(result.errors.contains("no/such/folder"))
    }

    @Test func aDiskThatFillsUp() throws {
        // A small file system of its own stands for the full disk.
        let home = try Home()
        let small = home.scratch["small"]
        try FileManager.default.createDirectory(atPath: small, withIntermediateDirectories: false)
        let mounted = try Spawned.run(
            ["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", small],
            environment: home.environment
        )
        guard mounted.status == 0 else {
            // Without the right to mount, the studio's own tests of a failing write stand alone.
            return
        }
        defer { _ = try? Spawned.run(["umount", "-l", small], environment: home.environment) }
        let result = try home.kinora(
            ["make"] + Home.samples + ["-o", small + "/out.mp4", "--length", "10"]
        )
        #expect(result.status == 1, "\(result.errors)")
        #expect(result.errors.contains("full") || result.errors.contains("space"), "\(result.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: small).isEmpty)
    }
}
