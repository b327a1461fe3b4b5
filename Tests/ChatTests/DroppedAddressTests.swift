import TestKit
import Testing

@testable import Chat

/// Addresses of the web: to be fetched, or to be read.
@Suite struct DroppedAddressTests {
    private let folder = TemporaryFolder()
    private let paths: DroppedPaths

    init() throws {
        try folder.write("a.jpg")
        paths = DroppedPaths(.system(home: folder.path))
    }

    @Test(arguments: [
        ("https://x.example/y.jpg", ["https://x.example/y.jpg"], ""),
        ("HTTPS://x.example/Y.JPG", ["HTTPS://x.example/Y.JPG"], ""),
        ("http://x.example/y.png?w=100&h=2#top", ["http://x.example/y.png?w=100&h=2#top"], ""),
        ("https://x.example/photo-1506744038136", ["https://x.example/photo-1506744038136"], ""),
        (
            "https://x.example/1.jpg https://x.example/2.jpg", ["https://x.example/1.jpg", "https://x.example/2.jpg"],
            ""
        ),
        (
            "https://x.example/1.jpg\nhttps://x.example/2.jpg", ["https://x.example/1.jpg", "https://x.example/2.jpg"],
            ""
        ),
        ("https://x.example/y.jpg make a video of it", ["https://x.example/y.jpg"], "make a video of it"),
        ("https://x.example/photos/99 make a video of it", ["https://x.example/photos/99"], "make a video of it"),
        (
            "make a video from https://x.example/y.jpg, please", ["https://x.example/y.jpg"],
            "make a video from this photo, please"
        ),
        (
            "turn https://x.example/1.jpg and https://x.example/2.jpg into a video",
            ["https://x.example/1.jpg", "https://x.example/2.jpg"], "turn these photos into a video"
        ),
        (
            "use https://x.example/song.mp3?dl=1 as the music", ["https://x.example/song.mp3?dl=1"],
            "use this song as the music"
        ),
        (
            "make a video of https://x.example/y.jpg with the title 'Home'", ["https://x.example/y.jpg"],
            "make a video of this photo with the title 'Home'"
        ),
        ("把https://x.example/y.jpg做成视频", ["https://x.example/y.jpg"], "把这张照片做成视频"),
        ("把 https://x.example/海边.jpg 做成视频。", ["https://x.example/海边.jpg"], "把 这张照片 做成视频。"),
        ("用https://x.example/photos/99，做成视频", ["https://x.example/photos/99"], "用这张照片，做成视频"),
    ])
    func whatIsFetched(_ line: String, _ addresses: [String], _ words: String) {
        #expect(paths.find(in: line) == .found(DroppedPaths.Found(paths: addresses, words: words)))
    }

    @Test(arguments: [
        "add the title 'visit https://x.example/y.jpg'",
        "add the title \"https://x.example/y.jpg\"",
        "add the caption https://x.example/y.jpg",
        "write https://x.example/y.png on the last photo",
        "call it https://x.example/trip",
        "标题写“看看https://x.example/y.jpg”",
        "加上字幕 https://x.example/y.jpg",
        "https://x.example",
        "https://x.example/",
        "https://x.example/index.html make a video of it",
        "add a link to https://x.example/shop at the end",
        "add https://x.example/shop at the end",
        "show https://www.x.example/ in the corner",
        "ftp://x.example/y.jpg",
        "https:///y.jpg",
        "https:// is missing",
    ])
    func whatIsNot(_ line: String) {
        #expect(paths.find(in: line) == .prose)
    }

    @Test func filesAndAddressesKeepTheirOrder() {
        #expect(
            paths.find(in: "make a video of https://x.example/1.jpg, ~/a.jpg and https://x.example/2.jpg")
                == .found(
                    DroppedPaths.Found(
                        paths: ["https://x.example/1.jpg", folder.path + "/a.jpg", "https://x.example/2.jpg"],
                        words: "make a video of these photos"
                    )
                )
        )
    }

    @Test func anAddressHasTheNameOfWhatItNames() {
        #expect(WebAddress.name(of: "https://x.example/a/b%20c.jpg?w=1") == "b c.jpg")
        #expect(WebAddress.name(of: "https://x.example/") == "x.example")
        #expect(MediaName.type(of: "https://x.example/song.MP3?dl=1") == "mp3")
    }
}
