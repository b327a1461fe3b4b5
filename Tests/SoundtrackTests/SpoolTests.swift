import Foundation
import Soundtrack
import Testing
import Timeline

@Suite("Sounds in a file") struct SpoolTests {
    let file: FileHandle

    init() throws {
        let path = NSTemporaryDirectory() + "spool-tests-" + UUID().uuidString
        try #require(FileManager.default.createFile(atPath: path, contents: nil))
        file = try #require(FileHandle(forUpdatingAtPath: path))
        // It is there as long as it is open.
        try FileManager.default.removeItem(atPath: path)
    }

    @Test("Sounds come back as they were put there, whatever pieces they came in")
    func comesBack() throws {
        let spool = SoundSpool(descriptor: file.fileDescriptor)
        let sounds = [Measuring.tone(440, seconds: 2.5), Measuring.tone(90, seconds: 0.01), StereoSound(frames: 0)]
        let stored = try sounds.map { sound in
            try spool.store { add in
                for start in stride(from: 0, to: sound.frames, by: 7001) {
                    try add(sound.read(start..<min(start + 7001, sound.frames)))
                }
            }
        }
        for (sound, kept) in zip(sounds, stored) {
            #expect(kept.frames == sound.frames)
            #expect(try kept.read(0..<kept.frames) == sound)
        }
        #expect(try stored[0].read(47_990..<48_011) == sounds[0].read(47_990..<48_011))
    }

    @Test("A mix of sounds in a file is the mix of the same sounds in memory, sample by sample", arguments: [35, 60])
    func sameMix(volume: Int) throws {
        let song = Measuring.clicks(120, seconds: 14).0
        var speech = Measuring.tone(300, seconds: 3, amplitude: 0.2)
        speech.right = speech.right.map { $0 * 0.5 }
        let spool = SoundSpool(descriptor: file.fileDescriptor)
        func stored(_ sound: StereoSound) throws -> SpooledSound { try spool.store { try $0(sound) } }
        func mix(_ keep: (StereoSound) throws -> any SoundSource) throws -> StereoSound {
            // The song goes around once, and one sound begins before the video.
            let music = try SongCut.cut(try keep(song), length: .seconds(21.5))
            let sounds = try [-30_000, 250_001].map { start in
                PlacedSound(start: start, sound: try keep(speech), fadeIn: 9000, fadeOut: 60_000, source: "\(start)")
            }
            return try Mixer.mix(music: try keep(music), volume: volume, sounds: sounds, length: .seconds(21.5))
        }
        let inMemory = try mix { $0 }
        let fromFile = try mix(stored)
        #expect(inMemory == fromFile)
        #expect(inMemory.frames == 21_500 * 48)
    }

    @Test("Beats are the same, whatever pieces a song comes in")
    func sameBeats() {
        let song = Measuring.clicks(97, seconds: 20).0
        let finder = BeatFinder()
        for start in stride(from: 0, to: song.frames, by: 999) {
            finder.add(song.read(start..<min(start + 999, song.frames)))
        }
        let beats = finder.beats()
        #expect(beats == BeatFinder.beats(in: song))
        #expect(beats.count > 25)
    }

    @Test("A full disk is told as such")
    func fullDisk() throws {
        let full = try #require(FileHandle(forUpdatingAtPath: "/dev/full"))
        let spool = SoundSpool(descriptor: full.fileDescriptor)
        let error = #expect(throws: SoundtrackError.self) {
            try spool.store { try $0(Measuring.tone(440, seconds: 1)) }
        }
        #expect(error?.code == .notWritten)
    }
}
