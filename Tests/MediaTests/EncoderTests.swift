import Foundation
import Testing
import Timeline

@testable import Media

/// Frames of a moving pattern, of which each is told by its brightness.
enum Pictures {
    static let size = PixelSize(width: 192, height: 108)

    static func draw(_ index: Int, into frame: Frame) {
        frame.fill { plane, x, y in
            plane == 0 ? UInt8(40 + (x + index * 3) % 64 + y / 4 + index % 50) : UInt8(118 + (x / 8 + index) % 20)
        }
    }

    static func chunk(_ range: Range<Int>, _ settings: VideoSettings = VideoSettings(size: size)) throws -> EncodedChunk
    {
        let frame = try Frame(settings.size)
        let encoder = try VideoEncoder(settings)
        for index in range {
            draw(index, into: frame)
            try encoder.encode(frame)
        }
        return try encoder.finish()
    }
}

@Suite struct EncoderTests {
    let fixtures: Fixtures

    init() throws { fixtures = try Fixtures() }

    @Test(arguments: [VideoSettings.Preset.ultrafast, .veryfast, .medium])
    func equalFramesGiveEqualBytes(preset: VideoSettings.Preset) throws {
        let settings = VideoSettings(size: Pictures.size, preset: preset)
        #expect(try Pictures.chunk(0..<70, settings) == Pictures.chunk(0..<70, settings))
    }

    @Test func equalFramesGiveEqualBytesWithAnotherEncoderBesideIt() async throws {
        let alone = try Pictures.chunk(0..<40)
        let chunks = try await withThrowingTaskGroup(of: EncodedChunk.self) { group in
            for _ in 0..<4 { group.addTask { try Pictures.chunk(0..<40) } }
            return try await group.reduce(into: [EncodedChunk]()) { $0.append($1) }
        }
        #expect(chunks.allSatisfy { $0 == alone })
    }

    @Test func aChunkStartsWithAKeyframeAndHasOneEverySixtyFrames() throws {
        let chunk = try Pictures.chunk(0..<125)
        #expect(chunk.frameCount == 125)
        #expect(chunk.packets.first?.isKeyframe == true)
        let keys = chunk.packets.filter(\.isKeyframe).map(\.shown).sorted()
        #expect(zip(keys, keys.dropFirst()).allSatisfy { $1 - $0 <= 60 })
        #expect(chunk.packets.map(\.shown).sorted() == Array(0..<125))
    }

    @Test func aChunkFileGivesBackTheChunk() throws {
        let chunk = try Pictures.chunk(0..<30)
        let descriptor = fixtures.create("a.chunk")
        defer { close(descriptor) }
        try chunk.write(to: descriptor)
        #expect(try EncodedChunk.read(from: descriptor) == chunk)
    }

    @Test func aDamagedChunkFileIsNoticed() throws {
        let chunk = try Pictures.chunk(0..<12)
        let descriptor = fixtures.create("a.chunk")
        try chunk.write(to: descriptor)
        close(descriptor)
        let whole = try fixtures.bytes("a.chunk")
        var damaged: [[UInt8]] = [0, 3, 40, whole.count / 2, whole.count - 1].map { Array(whole.prefix($0)) }
        for place in [0, 5, 33, whole.count / 2, whole.count - 1] {
            var changed = whole
            changed[place] ^= 0x10
            damaged.append(changed)
        }
        damaged.append(whole + [0])
        for bytes in damaged {
            try fixtures.write(bytes, "b.chunk")
            let descriptor = open(fixtures.path("b.chunk"), O_RDONLY)
            defer { close(descriptor) }
            #expect(throws: MediaError.self) { try EncodedChunk.read(from: descriptor) }
        }
    }

    @Test func aFullDiskIsTold() throws {
        let descriptor = open("/dev/full", O_RDWR)
        defer { close(descriptor) }
        #expect(refusal { try Pictures.chunk(0..<3).write(to: descriptor) } == .notWritten)
    }
}
