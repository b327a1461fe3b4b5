import Foundation
import TestKit
import Testing

@testable import Chat

/// A video of each file, and not one of them all.
@Suite struct BatchTests {
    private let folder = TemporaryFolder()
    private let router: Router

    init() throws {
        for name in ["a.jpg", "b.jpg", "c.png", "trip/2.jpg", "trip/10.jpg", "trip/notes.txt"] {
            try folder.write(name)
        }
        router = Router(.system(home: folder.path))
    }

    @Test(arguments: [
        ("each of these photos as its own 5 s clip", "this photo as a 5 s video"),
        ("Make a separate 4 second video of each", "Make a 4 second video of this photo"),
        ("make each photo its own video with music", "make this photo a video with music"),
        ("turn every photo into its own 3 second clip", "turn this photo into a 3 second video"),
        ("make a video for each photo", "make a video of this photo"),
        ("one clip per picture, 6 seconds", "one video of this photo, 6 seconds"),
        ("turn these photos into a 5 second video each", "turn this photo into a 5 second video"),
        ("turn them into separate videos", "turn this photo into a video"),
        ("make individual clips of all these photos", "make a video of this photo"),
        (
            "every picture in its own movie with the title \"Each its own\"",
            "this photo in a video with the title \"Each its own\""
        ),
        ("每张照片单独做成一个5秒的视频", "这张照片做成一个5秒的视频"),
        ("把每张照片分别做成5秒的短片，配音乐", "把这张照片做成5秒的短片，配音乐"),
        ("每张照片各做一个五秒的视频", "这张照片做一个五秒的视频"),
        ("把每张图都做成一段视频", "把这张照片做成一段视频"),
        ("这些照片分别做成视频", "这张照片做成视频"),
        ("一张照片一个5秒的视频", "把这张照片做成一个5秒的视频"),
        ("给每张照片做一个单独的视频", "给这张照片做一个视频"),
    ])
    func whatIsAskedOfEach(_ line: String, _ single: String) {
        #expect(router.route(line) == .batchOfEarlier(words: single, line: line))
    }

    @Test(arguments: [
        "make each photo 5 seconds",
        "give each photo its own title",
        "add a different transition between each photo",
        "make a single video of these photos",
        "make a slideshow video of every photo",
        "make a video with each photo shown for 3 seconds",
        "don't make a separate video of each",
        "zoom in on each of these photos",
        "make a video of these photos",
        "the title says \"a video for each\"",
        "put the clip in its own track",
        "separate the photos by a fade",
        "每张照片5秒",
        "每张照片分别加上标题",
        "每张照片单独停留5秒",
        "把每张照片都做成视频里的一段",
        "不要把每张照片单独做成视频",
        "把这些照片做成一个视频",
        "标题写“每张照片做一个视频”",
    ])
    func whatIsOneVideoStaysOne(_ line: String) {
        #expect(router.route(line) == .message(line))
    }

    @Test func eachFileOfTheLineIsAVideo() {
        let (a, b) = (folder.path + "/a.jpg", folder.path + "/b.jpg")
        #expect(
            router.route("~/a.jpg ~/b.jpg each of these photos as its own 5 s clip")
                == .batch([
                    BatchItem(paths: [a], words: "this photo as a 5 s video"),
                    BatchItem(paths: [b], words: "this photo as a 5 s video"),
                ])
        )
        #expect(
            router.route("把 ~/a.jpg ~/b.jpg 分别做成5秒的视频")
                == .batch([
                    BatchItem(paths: [a], words: "把 这张照片 做成5秒的视频"),
                    BatchItem(paths: [b], words: "把 这张照片 做成5秒的视频"),
                ])
        )
        // Of one file there is one video, in the session that is there.
        #expect(
            router.route("make a separate video of each of ~/a.jpg")
                == .upload(DroppedPaths.Found(paths: [a], words: "make a separate video of each of this photo"))
        )
    }

    @Test func aFolderStandsForWhatIsInIt() {
        guard case .batch(let items) = router.route("~/trip make a separate 4 second video of each") else {
            Issue.record("no batch")
            return
        }
        #expect(items.map { $0.paths.map(MediaName.last(of:)) } == [["2.jpg"], ["10.jpg"]])
    }

    @Test(arguments: [
        "~/a.jpg: zoom in slowly; ~/b.jpg: pan left",
        "~/a.jpg zoom in slowly\n~/b.jpg pan left",
        "~/a.jpg - zoom in slowly ; ~/b.jpg - pan left;",
    ])
    func filesWithAnInstructionEach(_ line: String) {
        let expected = [
            BatchItem(paths: [folder.path + "/a.jpg"], words: "make a video of this photo: zoom in slowly"),
            BatchItem(paths: [folder.path + "/b.jpg"], words: "make a video of this photo: pan left"),
        ]
        #expect(router.route(line) == .batch(expected))
    }

    @Test func inChineseToo() {
        #expect(
            router.route("~/a.jpg：慢慢放大；~/b.jpg：做成3秒的视频")
                == .batch([
                    BatchItem(paths: [folder.path + "/a.jpg"], words: "把这张照片做成视频：慢慢放大"),
                    BatchItem(paths: [folder.path + "/b.jpg"], words: "做成3秒的视频"),
                ])
        )
    }

    @Test func filesNamedWithinASentenceAreOneVideo() {
        guard case .upload(let found) = router.route("start with ~/a.jpg; end with ~/b.jpg") else {
            Issue.record("no upload")
            return
        }
        #expect(found.paths.count == 2)
        #expect(found.words == "start with this photo; end with this photo")
    }

    @Test func oneThatIsNotThereIsNamed() {
        #expect(router.route("~/a.jpg: zoom in; ~/gone.jpg: pan left") == .missing(["~/gone.jpg"]))
    }
}
