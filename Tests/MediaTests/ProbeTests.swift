import Foundation
import Testing
import Timeline

@testable import Media

@Suite struct ProbeTests {
    let fixtures: Fixtures

    init() throws { fixtures = try Fixtures() }

    func probe(_ name: String, memoryLimit: Int = MediaProbe.memoryLimit) throws -> MediaFacts {
        try MediaProbe.probe(fixtures.file(name), memoryLimit: memoryLimit)
    }

    func code(_ name: String, memoryLimit: Int = MediaProbe.memoryLimit) -> MediaError.Code? {
        refusal(naming: name) { _ = try probe(name, memoryLimit: memoryLimit) }
    }

    @Test(arguments: [("a.jpg", MediaFormat.jpg), ("a.png", .png), ("a.webp", .webp), ("a.gif", .gif)])
    func stillPictures(name: String, format: MediaFormat) throws {
        try fixtures.quarters("quarters.png", options: "compression=1")
        try fixtures.run("vips", "copy", "quarters.png", name)
        let facts = try probe(name)
        #expect(facts.kind == .photo && facts.format == format)
        #expect(facts.size == PixelSize(width: 160, height: 96))
    }

    @Test func heic() throws {
        try fixtures.quarters("quarters.png", 320, 192, options: "compression=1")
        try fixtures.run("heif-enc", "-q", "90", "quarters.png", "-o", "a.heic")
        let facts = try probe("a.heic")
        #expect(facts.kind == .photo && facts.format == .heic)
        #expect(facts.size == PixelSize(width: 320, height: 192))
    }

    @Test(arguments: ["a.gif", "a.webp"])
    func animations(name: String) throws {
        try fixtures.clip(name, sound: false, "-r", "10", "-frames:v", "10", "-loop", "0")
        let facts = try probe(name)
        #expect(facts.kind == .animation)
        #expect(facts.size == PixelSize(width: 320, height: 180))
        #expect(facts.duration == Milliseconds(1000))
    }

    @Test(
        arguments: [
            ("a.mp4", MediaFormat.mp4, ["-c:v", "libx264", "-c:a", "aac"]),
            ("a.mov", .mov, ["-c:v", "mpeg4", "-c:a", "pcm_s16le"]),
            ("a.avi", .avi, ["-c:v", "mpeg4", "-c:a", "mp3"]),
            ("a.webm", .webm, ["-c:v", "libvpx", "-c:a", "libopus"]),
            ("a.mkv", .mkv, ["-c:v", "libx264", "-c:a", "flac"]),
        ]
    )
    func clips(name: String, format: MediaFormat, options: [String]) throws {
        try fixtures.clip("raw.mkv", "-c:v", "mpeg4", "-q:v", "3", "-c:a", "flac")
        try fixtures.run(arguments: ["ffmpeg", "-v", "error", "-i", "raw.mkv"] + options + [name])
        let facts = try probe(name)
        #expect(facts.kind == .clip)
        #expect(facts.format == format)
        #expect(facts.size == PixelSize(width: 320, height: 180))
        #expect(facts.hasSound)
        #expect(abs((facts.duration?.rawValue ?? 0) - 1000) < 60)
    }

    @Test(arguments: [("a.mp3", MediaFormat.mp3), ("a.wav", .wav), ("a.m4a", .m4a), ("a.aac", .aac)])
    func songs(name: String, format: MediaFormat) throws {
        try fixtures.make(name, from: "sine=440:d=2")
        let facts = try probe(name)
        #expect(facts.kind == .song)
        #expect(facts.format == format)
        #expect(facts.size == nil)
        #expect(abs((facts.duration?.rawValue ?? 0) - 2000) < 80)
    }

    @Test func aClipKnowsItsTurnAndItsPixelAspect() throws {
        try fixtures.clip("flat.mp4", sound: false, "-c:v", "libx264")
        try fixtures.run(
            "ffmpeg",
            "-v",
            "error",
            "-i",
            "flat.mp4",
            "-c",
            "copy",
            "-metadata:s:v",
            "rotate=90",
            "turned.mp4"
        )
        try fixtures.clip("wide.mp4", sound: false, "-vf", "setsar=4/3", "-c:v", "libx264")
        #expect(try probe("turned.mp4").size == PixelSize(width: 180, height: 320))
        #expect(try probe("wide.mp4").size == PixelSize(width: 427, height: 180))
        #expect(try probe("turned.mp4").hasSound == false)
    }

    @Test(
        arguments: [
            ("e.jpg", #"<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>"#),
            ("y.mp4", "#EXTM3U\n#EXT-X-VERSION:3\n#EXTINF:1,\n/etc/hostname\n#EXT-X-ENDLIST\n"),
            ("z.mp4", "ffconcat version 1.0\nfile /etc/hostname\n"),
            ("t.jpg", "just some words"),
            ("p.png", "%PDF-1.4\n%"),
            ("h.gif", "<!doctype html><html></html>"),
            ("k.zip", "PK\u{3}\u{4}"),
            ("i.tif", "II*\u{0}\u{8}\u{0}\u{0}\u{0}"),
            ("b.mp3", "RIFF\u{4}\u{0}\u{0}\u{0}RMID"),
        ]
    )
    func otherTypesAreRefusedWhateverTheirName(name: String, content: String) throws {
        try fixtures.write(Array(content.utf8), name)
        #expect(code(name) == .unsupported)
    }

    @Test func aPictureThatIsCutOffIsDamaged() throws {
        try fixtures.quarters("whole.jpg")
        try fixtures.quarters("whole.png", options: "compression=1")
        for (whole, cut) in [("whole.jpg", "cut.jpg"), ("whole.png", "cut.png")] {
            let bytes = try fixtures.bytes(whole)
            try fixtures.write(Array(bytes.prefix(bytes.count * 2 / 3)), cut)
            #expect(code(cut) == .damaged)
            #expect(code(whole) == nil)
            try fixtures.write(Array(bytes.prefix(20)), "header-\(cut)")
            #expect(code("header-\(cut)") == .damaged)
        }
    }

    @Test func aClipThatIsCutOffIsDamaged() throws {
        try fixtures.clip("whole.mp4", seconds: 2, "-c:v", "libx264", "-movflags", "+faststart")
        try fixtures.clip("late.mp4", seconds: 2, "-c:v", "libx264")
        for name in ["whole.mp4", "late.mp4"] {
            let bytes = try fixtures.bytes(name)
            try fixtures.write(Array(bytes.prefix(bytes.count / 2)), "cut-\(name)")
            #expect(code("cut-\(name)") == .damaged)
        }
    }

    @Test func anEmptyFileIsRefused() throws {
        try fixtures.write([], "none.png")
        #expect(refusal(naming: "none.png") { _ = try fixtures.file("none.png") } == .empty)
    }

    @Test func aFolderIsRefused() throws {
        let descriptor = open(fixtures.folder.path, O_RDONLY)
        defer { close(descriptor) }
        #expect(refusal { _ = try MediaFile(descriptor: descriptor, name: "a folder") } == .unreadable)
    }

    @Test func aHeaderThatClaimsTooManyPixelsIsRefusedBeforeDecoding() throws {
        try fixtures.write(PNG.header(width: 60_000, height: 60_000), "huge.png")
        #expect(code("huge.png") == .tooManyPixels)
    }

    @Test func decodingIsRefusedWhenItWouldPassTheMemoryLimit() throws {
        try fixtures.write(PNG.header(width: 8000, height: 8000, interlaced: true), "interlaced.png")
        try fixtures.write(PNG.header(width: 8000, height: 8000), "plain.png")
        #expect(try MediaProbe.decodeMemory(fixtures.file("interlaced.png")) > 192_000_000)
        #expect(try MediaProbe.decodeMemory(fixtures.file("plain.png")) < 60_000_000)
        #expect(code("interlaced.png", memoryLimit: 100_000_000) == .tooManyPixels)
        // Enough memory, but no pixels after the header.
        #expect(code("plain.png", memoryLimit: 100_000_000) == .damaged)
    }

    @Test func aProgressivePictureIsKnownToTakeItsWholeSize() throws {
        try fixtures.quarters("plain.jpg", 2000, 1000, options: "Q=80")
        try fixtures.quarters("progressive.jpg", 2000, 1000, options: "Q=80,interlace=true")
        let plain = try MediaProbe.decodeMemory(fixtures.file("plain.jpg"))
        let progressive = try MediaProbe.decodeMemory(fixtures.file("progressive.jpg"))
        #expect(progressive - plain == 2000 * 1000 * 3 * 2)
    }
}

/// The start of a PNG without any pixels.
enum PNG {
    static func header(width: UInt32, height: UInt32, interlaced: Bool = false) -> [UInt8] {
        func big(_ value: UInt32) -> [UInt8] { withUnsafeBytes(of: value.bigEndian) { Array($0) } }
        let chunk = Array("IHDR".utf8) + big(width) + big(height) + [8, 2, 0, 0, interlaced ? 1 : 0]
        let data = Array("IDAT".utf8)
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + big(13) + chunk + big(crc(chunk))
            + big(0) + data + big(crc(data))
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { crc, byte in
            (0..<8).reduce(crc ^ UInt32(byte)) { value, _ in value >> 1 ^ (value & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
    }
}
