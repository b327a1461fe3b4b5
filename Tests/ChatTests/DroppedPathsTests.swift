import Foundation
import TestKit
import Testing

@testable import Chat

@Suite struct DroppedPathsTests {
    private let folder: TemporaryFolder
    private let paths: DroppedPaths
    private let base: String

    init() throws {
        folder = TemporaryFolder()
        base = folder.path
        for name in [
            "a.jpg", "b c.png", "it's.jpg", "say \"hi\".jpg", "100%.jpg", "照片 一.jpg", "back\\slash.jpg", "star*.jpg",
            "notes", "song.mp3", "clip.mov", "p/IMG_10.jpg", "p/IMG_2.jpg", "p/.hidden.jpg", "p/readme.txt", "x,y.jpg",
            "film look.cube",
        ] {
            try folder.write(name)
        }
        paths = DroppedPaths(.system(home: base))
    }

    private func found(_ line: String) -> [String]? {
        guard case .found(let found) = paths.find(in: line), found.words.isEmpty else { return nil }
        return found.paths.map { String($0.dropFirst(base.count + 1)) }
    }

    private func words(_ line: String) -> [String] {
        guard case .found(let found) = paths.find(in: line) else { return [] }
        return found.paths.map { String($0.dropFirst(base.count + 1)) } + [found.words]
    }

    @Test func aBarePathIsTakenAsItIs() {
        for name in ["a.jpg", "b c.png", "it's.jpg", "say \"hi\".jpg", "100%.jpg", "照片 一.jpg", "back\\slash.jpg"] {
            #expect(found("\(base)/\(name)") == [name])
            #expect(found("  \(base)/\(name) \n") == [name])
        }
    }

    @Test func linesAreAListOfPaths() {
        #expect(found("\(base)/b c.png\n\(base)/a.jpg\n") == ["b c.png", "a.jpg"])
        #expect(found("'\(base)/b c.png'\r\n\(base)/it's.jpg") == ["b c.png", "it's.jpg"])
        #expect(found("file://\(base)/a.jpg\nfile://\(base)/b%20c.png") == ["a.jpg", "b c.png"])
    }

    /// A sentence is about one of several tables, so its name stays in it.
    @Test func aColorTableKeepsItsName() {
        #expect(found("\(base)/film\\ look.cube") == ["film look.cube"])
        #expect(
            words("use '\(base)/film look.cube' on photo 2 at 50%")
                == ["film look.cube", "use film look.cube on photo 2 at 50%"]
        )
        #expect(words("'\(base)/film look.cube' on all photos") == ["film look.cube", "film look.cube on all photos"])
        #expect(
            words("turn \(base)/a.jpg into a video with '\(base)/film look.cube'")
                == ["a.jpg", "film look.cube", "turn this photo into a video with film look.cube"]
        )
    }

    @Test func shellsQuoteInEveryWay() {
        #expect(found("'\(base)/a.jpg' '\(base)/b c.png' ") == ["a.jpg", "b c.png"])
        #expect(found("'\(base)/it'\\''s.jpg'") == ["it's.jpg"])
        #expect(found("\"\(base)/b c.png\"") == ["b c.png"])
        #expect(found("\"\(base)/say \\\"hi\\\".jpg\"") == ["say \"hi\".jpg"])
        #expect(found("\(base)/b\\ c.png \(base)/it\\'s.jpg") == ["b c.png", "it's.jpg"])
        #expect(found("\(base)/照片\\ 一.jpg") == ["照片 一.jpg"])
        #expect(found("~/a.jpg ~/b\\ c.png") == ["a.jpg", "b c.png"])
        #expect(found("'~/a.jpg'") == nil)
    }

    @Test func urlsOfThisMachineArePaths() {
        #expect(found("file://\(base)/b%20c.png") == ["b c.png"])
        #expect(found("file://localhost\(base)/100%25.jpg") == ["100%.jpg"])
        #expect(found("FILE://\(base)/a.jpg") == ["a.jpg"])
        let han = "照片 一.jpg".addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        #expect(found("file://\(base)/\(han)") == ["照片 一.jpg"])
        #expect(found("file://elsewhere\(base)/a.jpg") == nil)
    }

    @Test func patternsAreExpandedInNaturalOrder() {
        #expect(found("\(base)/p/*.jpg") == ["p/IMG_2.jpg", "p/IMG_10.jpg"])
        #expect(found("~/p/IMG_?.jpg") == ["p/IMG_2.jpg"])
        #expect(found("\(base)/star\\*.jpg") == ["star*.jpg"])
        #expect(found("\(base)/p/*.png") == nil)
    }

    @Test func aFolderIsFoundAsSuch() {
        #expect(found("\(base)/p") == ["p"])
        #expect(
            FolderContents(of: base + "/p", in: .system(home: base)).media.map(MediaName.last(of:))
                == ["IMG_2.jpg", "IMG_10.jpg"]
        )
    }

    @Test func pathsAmongWordsLeaveASentence() {
        #expect(
            words("turn ~/a.jpg and '\(base)/b c.png' into a video") == [
                "a.jpg", "b c.png", "turn these photos into a video",
            ]
        )
        #expect(words("\(base)/a.jpg \(base)/b\\ c.png make a video") == ["a.jpg", "b c.png", "make a video"])
        #expect(words("make a video from ~/a.jpg, please") == ["a.jpg", "make a video from this photo, please"])
        #expect(words("use ~/song.mp3 as the music") == ["song.mp3", "use this song as the music"])
        #expect(words("~/song.mp3 as the music") == ["song.mp3", "this song as the music"])
        #expect(words("don't crop ~/a.jpg") == ["a.jpg", "don't crop this photo"])
        #expect(words("把\(base)/a.jpg做成视频") == ["a.jpg", "把这张照片做成视频"])
        #expect(words("用~/a.jpg、~/x,y.jpg做成视频") == ["a.jpg", "x,y.jpg", "用这些照片做成视频"])
        #expect(words("把 ~/a.jpg ~/x,y.jpg 做成视频") == ["a.jpg", "x,y.jpg", "把 这些照片 做成视频"])
        #expect(
            words("make a slideshow of ~/p/*.jpg with music") == [
                "p/IMG_2.jpg", "p/IMG_10.jpg", "make a slideshow of these photos with music",
            ]
        )
    }

    @Test func foldersAndPatternsThatAreNotThereAreNamed() {
        #expect(paths.find(in: "~/trip") == .missing(["~/trip"]))
        #expect(paths.find(in: "make a video of ~/trip, please") == .missing(["~/trip"]))
        #expect(paths.find(in: "make a video of \(base)/trip") == .missing(["\(base)/trip"]))
        #expect(paths.find(in: "*.webp") == .missing(["*.webp"]))
        #expect(paths.find(in: "make a slideshow of ~/p/*.png") == .missing(["~/p/*.png"]))
        #expect(paths.find(in: "a caption for /r/pics") == .prose)
        #expect(words("把~/p做成视频") == ["p", "把这些照片做成视频"])
        #expect(paths.find(in: "把~/p/trip做成视频") == .prose)
    }

    @Test func anArchiveIsWhatALineIsAbout() throws {
        try folder.write("trip.zip")
        #expect(words("make a video from ~/trip.zip").first == "trip.zip")
        #expect(paths.find(in: "make a video from ~/gone.zip") == .missing(["~/gone.zip"]))
    }

    @Test func wordsThatAreFilesTooStayWords() {
        #expect(paths.find(in: "notes") == .prose)
        #expect(paths.find(in: "make it 16:9") == .prose)
        #expect(paths.find(in: "and/or") == .prose)
        #expect(paths.find(in: "read ~/notes to me") == .prose)
        #expect(paths.find(in: "photo 2 isn't 'sharp") == .prose)
        #expect(paths.find(in: "") == .prose)
    }

    @Test func whatIsNotThereIsNamed() {
        #expect(paths.find(in: "\(base)/gone.jpg") == .missing(["\(base)/gone.jpg"]))
        #expect(
            paths.find(in: "turn ~/a.jpg and ~/gone.png into a video")
                == .found(
                    DroppedPaths.Found(
                        paths: [base + "/a.jpg"],
                        words: "turn these photos into a video",
                        missing: ["~/gone.png"]
                    )
                )
        )
        #expect(paths.find(in: "~/gone.jpg and ~/lost.jpg, please") == .missing(["~/gone.jpg", "~/lost.jpg"]))
        #expect(paths.find(in: "~/my trip/gone one.jpg") == .missing(["~/my trip/gone one.jpg"]))
        #expect(
            paths.find(in: "\(base)/b c.png\n\(base)/gone one.jpg\n\(base)/a.jpg")
                == .found(
                    DroppedPaths.Found(paths: [base + "/b c.png", base + "/a.jpg"], missing: ["\(base)/gone one.jpg"])
                )
        )
        #expect(paths.find(in: "file://\(base)/gone.jpg") == .missing(["file://\(base)/gone.jpg"]))
        #expect(paths.find(in: "remove beach.jpg") == .prose)
    }
}
