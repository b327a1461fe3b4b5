import Foundation
import Testing
import Timeline

@testable import Media
@testable import Renderer

/// Long texts in finished files of every shape.
@Suite struct FinishedShapeTests {
    private static let shapes: [(Aspect, PixelSize)] = [
        (.landscape, PixelSize(width: 320, height: 180)), (.portrait, PixelSize(width: 180, height: 320)),
        (.square, PixelSize(width: 240, height: 240)),
    ]

    private static let words: [(TextKind, String)] = [
        (.title, "A title of so many words that it can neither stand on one line nor in its usual size, by no means"),
        (.caption, "夏天的回忆在科莫湖边的清晨，我们一起看日出，然后坐船去了对岸的小镇吃早餐，回来的路上下起了小雨。"),
        (
            .lowerThird,
            "Donaudampfschifffahrtsgesellschaftskapitän\nthe man who brought us over the river again and again"
        ),
        (.endCard, "شكرا لكم على المشاهدة ونراكم في الرحلة القادمة إلى روما في الصيف المقبل مع جميع الأصدقاء"),
    ]

    @Test(arguments: shapes)
    func longTextsWrapAndShrinkInsideTheSafeArea(aspect: Aspect, size: PixelSize) async throws {
        let (scratch, out) = (try Scratch(), try Scratch())
        var photos = Photos(scratch)
        try photos.add("gray", "color=0x404040:s=640x360")
        let texts = Self.words.enumerated().map { index, words in
            TextTests.text(words.0, words.1, start: index * 600, ms: 600) {
                ($0.entrance, $0.exit) = (.none, .none)
            }
        }
        let timeline = Timeline(aspect: aspect, segments: [photos.segment("gray", ms: 2400)], texts: texts)
        var job = photos.job(timeline, cache: ChunkCache(folder: scratch.file("cache")))
        job.settings.size = size
        let path = out.file("long.mp4")
        _ = try await job.run(to: path)
        let video = try ColorFrames(path, size: size, every: 9)
        #expect(video.frames.count == 8)
        for (index, text) in texts.enumerated() {
            let ink = video.ink(2 * index + 1)
            #expect(ink.isSafe(in: size), "\(text.kind) in \(aspect): \(ink)")
            #expect(ink.count > 100, "\(text.kind) in \(aspect): \(ink)")
            // The bar of a lower third is a line as high as all of it.
            #expect(ink.lines.count > 1 || text.kind == .lowerThird, "\(text.kind) in \(aspect): \(ink)")
            // On its usual size no line would be as low as this.
            guard text.kind == .title else { continue }
            let usual = text.style.size * Double(min(size.width, size.height))
            let pitch = Double(ink.bottom - ink.top) / Double(ink.lines.count)
            #expect(pitch < usual * 0.9, "in \(aspect): \(ink)")
        }
    }
}
