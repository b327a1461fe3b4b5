import Foundation
import ProgramKit
import TestKit
import Testing

/// Quick looks with the built program, real photos and a real studio.
@Suite(.serialized)
struct PreviewTests {
    private func terminal(_ home: Home, _ arguments: [String], type: String) throws -> PseudoTerminal {
        let environment = home.environment.merging(["TERM": type]) { $1 }
        return try PseudoTerminal([home.program] + arguments, environment: environment, folder: home.folder, rows: 40)
    }

    /// The only draft there is.
    private func draft(_ home: Home) throws -> String {
        let folder = home.stateFolder + "/drafts"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(names.count == 1)
        return folder + "/" + (try #require(names.first))
    }

    @Test func aLookShowsWhatTheVideoWillShowAndMakesADraftOfIt() throws {
        let home = try Home()
        let look = try terminal(
            home,
            ["make"] + Home.samples + ["--preview", "-p", "a 15 second slideshow, title 'Paradise'"],
            type: "xterm-kitty"
        )
        #expect(try look.waitForEnd(within: 120) == 0)
        let shown = look.display.history
        #expect(shown.contains("5 pictures · 0:15 · 16:9"), "\(shown)")
        #expect(look.display.pictures.map(\.form) == Array(repeating: .kitty, count: 5))
        for (number, name) in Home.samples.map({ URL(filePath: $0).lastPathComponent }).enumerated() {
            let times = "\(number + 1) · 0:\(number * 3 < 10 ? "0" : "")\(number * 3)–"
            #expect(shown.contains { $0.contains(times) }, "\(times)")
            #expect(shown.contains { $0.contains(name.prefix(12)) }, "\(name)")
        }
        #expect(shown.contains { $0.contains("“Paradise”") })
        #expect(look.display.unknown == [])
        // What is exported is left to the person.
        #expect(try home.files() == [])

        let video = Video(path: try draft(home))
        #expect(shown.joined().contains(video.path))
        let facts = try video.stream("v:0", "width,height,nb_frames")
        #expect(facts["height"] == "540")
        #expect(facts["nb_frames"] == "450")
        // The pictures are those of the video, in its middle of each photo.
        for (number, picture) in look.display.pictures.enumerated().dropFirst() {
            let frame = try video.rgb(frame: number * 90 + 45, width: 16, height: 9)
            let distance = difference(frame, picture.scaled(width: 16, height: 9))
            #expect(distance < 14, "picture \(number + 1) is \(distance) levels away")
        }
    }

    @Test func inThePipeALookIsWordsAndThePathOfTheDraft() throws {
        let home = try Home()
        let result = try home.kinora(
            ["make", Home.samples[0], Home.samples[1], "--preview", "-o", "trip.mp4", "-p", "a 4 second video"]
        )
        #expect(result.status == 0, "\(result.errors)")
        let path = try draft(home)
        #expect(path.hasSuffix("/trip-draft.mp4"))
        #expect(result.output == path + "\n")
        #expect(result.errors.contains("  1  0:00–0:02  01-"))
        #expect(!result.errors.contains("\u{1B}"))
        #expect(try home.files() == [])
    }

    @Test func theChatShowsPicturesAboveTheLineThatIsBeingTyped() throws {
        let home = try Home()
        let chat = try terminal(home, [Home.samples[0], Home.samples[1]], type: "xterm-256color")
        try chat.expect("› ")
        chat.enter("make a 4 second video without music")
        try chat.expect("Timeline (")
        chat.enter("preview")
        chat.type("half a line")
        try chat.expect("2 pictures · 0:04 · 16:9")
        try chat.expect("Draft ready: ", within: 60)
        #expect(chat.wait(within: 10) { $0.lines.last == "› half a line" }, "\(chat.display.lines)")
        // Blocks, for this terminal is not known to have more.
        #expect(chat.display.pictures.isEmpty && chat.display.unknown == [])
        let captions = try #require(chat.display.history.firstIndex { $0.hasPrefix("1 · 0:00–0:02") })
        #expect(chat.display.history[captions].contains("2 · 0:02–0:04"))
        #expect(chat.display.history[captions - 3].contains { "▀▄█▌▐▖▗▘▝▚▞▙▛▜▟▁▂▃▅▆▇▉▊▋▍▎▏▔▕".contains($0) })
        chat.controlC()
        chat.controlD()
        #expect(try chat.waitForEnd() == 0)

        let plain = try terminal(home, ["-c", "--no-pictures"], type: "xterm-kitty")
        try plain.expect("Timeline (")
        plain.enter("看看")
        try plain.expect("  2  0:02–0:04  02-")
        try plain.expect("草稿已就绪")
        #expect(plain.display.pictures.isEmpty)
        plain.controlD()
        #expect(try plain.waitForEnd() == 0)
    }

    @Test func oneTimelineInTwoShapesIsTwoVideos() throws {
        let home = try Home()
        let result = try home.kinora(
            [
                "make", Home.samples[0], Home.samples[1], "-p", "a 3 second video", "-o", "trip.mp4",
                "--aspect", "16:9,9:16", "--quality", "draft",
            ]
        )
        #expect(result.status == 0, "\(result.errors)")
        #expect(try home.files() == ["trip-16x9.mp4", "trip-9x16.mp4"])
        #expect(result.output == "trip-16x9.mp4\ntrip-9x16.mp4\n")
        for (name, size) in [("trip-16x9.mp4", ["960", "540"]), ("trip-9x16.mp4", ["540", "960"])] {
            #expect(result.errors.contains("Exporting \(name), about "), "\(result.errors)")
            let facts = try Video(path: home.folder + "/" + name).stream("v:0", "width,height,nb_frames")
            #expect([facts["width"], facts["height"]] == size && facts["nb_frames"] == "90", "\(name) \(facts)")
        }
    }
}

extension ScreenPicture {
    /// Each pixel the mean of what it stands for.
    fileprivate func scaled(width: Int, height: Int) -> [UInt8] {
        var pixels: [UInt8] = []
        for row in 0..<height {
            for column in 0..<width {
                let (left, right) = (column * self.width / width, (column + 1) * self.width / width)
                let (top, bottom) = (row * self.height / height, (row + 1) * self.height / height)
                for channel in 0..<3 {
                    var sum = 0
                    for y in top..<bottom {
                        for x in left..<right { sum += Int(rgb[(y * self.width + x) * 3 + channel]) }
                    }
                    pixels.append(UInt8(sum / max(1, (right - left) * (bottom - top))))
                }
            }
        }
        return pixels
    }
}
