import Foundation
import TestKit
import Testing
import Timeline

@testable import Chat

/// What a video is made of, told before anything is sent.
@Suite struct MakeFilesTests {
    private let folder = TemporaryFolder()

    private func files(_ given: String..., change: (inout MakeProgram.Options) -> Void = { _ in }) -> MakeFiles {
        var options = MakeProgram.Options(
            files: given.map { $0.contains(":") ? $0 : folder.path + "/" + $0 },
            output: folder.path + "/out.mp4",
            stateFolder: folder.path + "/state",
            environment: [:]
        )
        change(&options)
        return MakeFiles(options, phrases: ChatPhrases(language: .english))
    }

    private func names(_ files: MakeFiles) -> [String] {
        files.paths.map { $0.replacing(folder.path + "/", with: "") }
    }

    private func told(_ sentences: [String]) -> [String] {
        sentences.map { $0.replacing(folder.path + "/", with: "") }
    }

    @Test func aFolderStandsForItsMediaInNaturalOrder() throws {
        for name in ["photo10.jpg", "photo2.jpg", "clip.mov", "song.mp3", "notes.txt", ".hidden.jpg", "raw/a.jpg"] {
            try folder.write("trip/" + name)
        }
        try folder.write("first.jpg")
        let files = files("first.jpg", "trip/")
        #expect(
            names(files) == ["first.jpg", "trip/clip.mov", "trip/photo2.jpg", "trip/photo10.jpg", "trip/song.mp3"]
        )
        #expect(
            files.notes == ["trip: 2 photos, 1 clip and 1 song. Left out of trip: notes.txt; the folder raw."]
        )
        #expect(files.refusals.isEmpty)
    }

    @Test func manyPhotosAndALinkToTheirFolder() throws {
        for number in 1...600 { try folder.write("trip/IMG_\(number).jpg") }
        try FileManager.default.createSymbolicLink(atPath: folder["album"], withDestinationPath: folder["trip"])
        let files = files("album")
        #expect(names(files) == (1...600).map { "album/IMG_\($0).jpg" })
        #expect(files.notes == ["album: 600 photos."])
    }

    @Test func aFolderWithNothingOfUseIsToldAsWhatItIs() throws {
        for name in ["empty", "days/one", "days/two"] {
            try FileManager.default.createDirectory(atPath: folder[name], withIntermediateDirectories: true)
        }
        for number in 1...6 { try folder.write("papers/page\(number).txt") }
        try folder.write("papers/.hidden.jpg")
        #expect(files("empty").refusals == ["The folder empty is empty."])
        #expect(
            files("days").refusals == [
                "There are no photos, clips or songs in days itself. Give a folder in it: one and two."
            ]
        )
        #expect(
            files("papers").refusals == [
                "There are no photos, clips or songs in papers, only page1.txt, page2.txt, page3.txt and 3 more."
            ]
        )
    }

    @Test func aFolderThatMayNotBeLookedIntoIsToldAsSuch() {
        let probe = FileProbe(kind: { _ in .folder }, names: { _ in nil }, home: "")
        let contents = FolderContents(of: "/private/trip", in: probe)
        #expect(contents.media.isEmpty)
        #expect(
            ChatPhrases(language: .english).nothingIn(contents)
                == "The folder trip cannot be opened. Check its permissions."
        )
    }

    @Test func theVideoOfAnEarlierRunIsNoPartOfTheNext() throws {
        for name in ["trip/a.jpg", "trip/out.mp4", "trip/other.mp4"] { try folder.write(name) }
        #expect(
            names(files("trip") { $0.output = folder["trip/../trip/out.mp4"] }) == ["trip/a.jpg", "trip/other.mp4"]
        )
    }

    @Test func allThatAreMissingAreNamedAtOnce() throws {
        try folder.write("a.jpg")
        #expect(told(files("gone.jpg").refusals) == ["There is no file gone.jpg. Check the name."])
        #expect(
            told(files("gone.jpg", "a.jpg", "lost.jpg", "astray.png").refusals) == [
                "There are no files gone.jpg, lost.jpg and astray.png. Check the names."
            ]
        )
        let skipping = files("gone.jpg", "a.jpg") { $0.skipBad = true }
        #expect(skipping.refusals.isEmpty && names(skipping) == ["a.jpg"])
        #expect(told(skipping.notes) == ["There is no file gone.jpg. Check the name."])
        #expect(!files("gone.jpg") { $0.skipBad = true }.refusals.isEmpty)
    }

    @Test func archivesAndDeadLinksAreToldAsSuch() throws {
        try folder.write("trip.zip")
        try FileManager.default.createSymbolicLink(atPath: folder["link.jpg"], withDestinationPath: folder["gone.jpg"])
        #expect(
            told(files("trip.zip", "link.jpg").refusals) == [
                "trip.zip is an archive. Unpack it, then give the folder with the photos.",
                "link.jpg is a link to a file that is not there. Give the file itself.",
            ]
        )
    }

    @Test func aSentenceAfterTheFilesIsWhatTheVideoShouldBe() throws {
        try folder.write("our trip/a.jpg")
        func split(_ given: [String], prompt: String? = nil) -> [String] {
            var options = MakeProgram.Options(files: given, output: nil, stateFolder: "", environment: [:])
            options.prompt = prompt
            options.takeWords()
            return options.files + ["→ " + (options.prompt ?? "")]
        }
        #expect(split(["trip", "a calm slideshow"]) == ["trip", "→ a calm slideshow"])
        #expect(split(["trip", "做成视频"]) == ["trip", "→ 做成视频"])
        // A file, a name that can only be a file's, and what comes beside a prompt.
        for name in [folder["our trip"], "our boat.jpg", "my/lost trip"] {
            #expect(split(["trip", name]) == ["trip", name, "→ "])
        }
        #expect(split(["trip", "a calm slideshow"], prompt: "a video") == ["trip", "a calm slideshow", "→ a video"])
        #expect(split(["a calm slideshow"]) == ["a calm slideshow", "→ "])
    }

    @Test func addressesOfTheWebAndURLsOfFilesAreTaken() throws {
        try folder.write("b c.jpg")
        let files = files("https://example.com/boat.jpg", "file://\(folder.path)/b%20c.jpg")
        #expect(names(files) == ["https://example.com/boat.jpg", "b c.jpg"])
        #expect(files.refusals.isEmpty)
    }
}

/// The line that tells how far uploads are.
@Suite struct UploadTallyTests {
    @Test func itGoesForwardAloneWhateverFilesComeFirst() {
        let paths = (1...40).map { "\($0).jpg" }
        let tally = UploadTally(paths)
        var random = Random(seed: 7)
        var going = Array(repeating: 0.0, count: paths.count)
        var told: [UploadTally.Progress] = []
        while let index = going.indices.filter({ going[$0] < 1 }).randomElement(using: &random) {
            going[index] = min(1, going[index] + 0.3)
            tally.went(paths[index], going[index]) { told.append($0) }
            // It is sent once more, from its beginning.
            if told.count % 7 == 0 { tally.went(paths[index], 0) { told.append($0) } }
        }
        for (one, next) in zip(told, told.dropFirst()) {
            #expect(next.fraction >= one.fraction && next.arrived >= one.arrived)
        }
        #expect(told.last?.arrived == 40)
        #expect(abs((told.last?.fraction ?? 0) - 1) < 0.000_001)
    }
}
