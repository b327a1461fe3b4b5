import Foundation
import ProgramKit
import Testing

/// The person's own song, and media that are not photos.
@Suite(.serialized)
struct SongAndClipTests {
    private func ffmpeg(_ home: Home, _ arguments: String...) throws {
        let result = try Spawned.run(
            ["ffmpeg", "-v", "error", "-y"] + arguments,
            environment: home.environment,
            folder: home.folder
        )
        try #require(result.status == 0, "\(result.errors)")
    }

    @Test func cutsLieOnTheBeatsOfTheSong() throws {
        let home = try Home()
        // 120 beats a minute: a click every half second, over a quiet tone.
        try ffmpeg(
            home,
            "-f",
            "lavfi",
            "-i",
            "aevalsrc='0.8*sin(2*PI*1000*t)*lt(mod(t,0.5),0.03)+0.05*sin(2*PI*220*t)':s=48000:d=40",
            "song.wav"
        )
        let made = try home.kinora(
            ["make"] + Home.samples + [
                "song.wav", "-p", "make an 11 second video with my song, hard cuts, cut on the beat", "-o", "out.mp4",
                "--quality", "draft",
            ]
        )
        #expect(made.status == 0, "\(made.errors)")
        let video = Video(path: home.folder + "/out.mp4")
        let frames = try video.luma(width: 96, height: 54)
        #expect(frames.count == 330)
        let cuts = (1..<frames.count).filter { difference(frames[$0 - 1], frames[$0]) > 12 }
        #expect(cuts.count == 4, "\(cuts)")
        for cut in cuts {
            let beat = (Double(cut) / 15).rounded() * 15
            #expect(abs(Double(cut) - beat) <= 1, "the cut at frame \(cut) is off the beat at \(beat)")
        }
        let sound = try video.sound()
        func peak(_ from: Double, _ to: Double) -> Float {
            sound[Int(from * 48000)..<min(Int(to * 48000), sound.count)].reduce(0) { max($0, abs($1)) }
        }
        #expect(peak(4.9, 5.3) > 0.2, "the song plays")
        #expect(peak(10.9, 11) < peak(4.9, 5.3) / 4, "and fades at the end")
    }

    @Test func clipsAndGIFsAreShown() throws {
        let home = try Home()
        try ffmpeg(
            home,
            "-f",
            "lavfi",
            "-i",
            "testsrc2=s=640x360:r=25:d=3",
            "-f",
            "lavfi",
            "-i",
            "sine=f=440:d=3",
            "-c:v",
            "libx264",
            "-pix_fmt",
            "yuv420p",
            "-c:a",
            "aac",
            "-shortest",
            "clip.mp4"
        )
        try ffmpeg(home, "-f", "lavfi", "-i", "color=red:s=320x180:r=5:d=1", "moving.gif")
        let made = try home.kinora(
            "make",
            "clip.mp4",
            "moving.gif",
            Home.samples[0],
            "-p",
            "make a video without music, hard cuts",
            "-o",
            "out.mp4",
            "--quality",
            "draft"
        )
        #expect(made.status == 0, "\(made.errors)")
        let video = Video(path: home.folder + "/out.mp4")
        let frames = try video.luma(width: 96, height: 54)
        #expect(difference(frames[30], frames[60]) > 1, "the clip plays")
        let red = try video.rgb(frame: 120, width: 4, height: 4)
        #expect(red[0] > 180 && red[1] < 60 && red[2] < 60, "the GIF is seen after the clip: \(red.prefix(3))")
        let sound = try video.sound()
        let clip = sound[48000..<96000].reduce(0) { max($0, abs($1)) }
        let still = sound[(sound.count - 96000)..<(sound.count - 48000)].reduce(0) { max($0, abs($1)) }
        #expect(clip > 0.05 && still < 0.01, "the clip's own sound, and silence after it")
    }
}
