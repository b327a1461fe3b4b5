/// Music and sounds that have not been put together yet. They are walked through as often as needed, block by block, so
/// that measuring needs no copy of them.
struct Mixdown {
    struct Measure {
        /// In LUFS; nil for silence.
        var loudness: Double?
        /// The true peak of each of the limiter's blocks, in parts of full scale.
        var peaks: [Float]
    }

    private let music: any SoundSource
    private let sounds: [PlacedSound]
    /// Which sounds reach into each second.
    private let soundsBySecond: [[Int]]
    private let ducking: Ducking
    /// The length of the mix.
    private let frames: Int
    /// What the music is multiplied with before the sounds are added.
    var musicGain: Float = 1

    init(music: any SoundSource, sounds: [PlacedSound], ducking: Ducking, frames: Int) {
        var bySecond = [[Int]](repeating: [], count: frames / StereoSound.sampleRate + 1)
        for (index, sound) in sounds.enumerated() {
            let last = min(sound.end, frames) / StereoSound.sampleRate
            let first = max(sound.start, 0) / StereoSound.sampleRate
            for second in first..<max(first, last + 1) { bySecond[second].append(index) }
        }
        self.music = music
        self.sounds = sounds
        self.ducking = ducking
        self.frames = frames
        soundsBySecond = bySecond
    }

    /// Measures the plain sum.
    func measure(includingSounds: Bool = true) throws -> Measure {
        let meter = try LoudnessMeter(measuresPeaks: true)
        var peaks: [Float] = []
        peaks.reserveCapacity(frames / Limiter.blockFrames + 1)
        try walk(includingSounds: includingSounds) { block, _, frames in
            peaks.append(try meter.add(block, 0..<frames))
        }
        var loudness = try meter.integrated()
        if loudness == nil, (peaks.max() ?? 0) > 1e-4, !isGateable {
            loudness = try repeatedLoudness()
        }
        return Measure(loudness: loudness, peaks: peaks)
    }

    /// The loudness that the mix would have with a gain and a limiter.
    func loudness(gain: Float, limiter: Limiter) throws -> Double? {
        guard isGateable else { return nil }
        let meter = try LoudnessMeter(measuresPeaks: false)
        try walk { block, index, frames in
            block.scale(by: gain, frames: frames)
            limiter.apply(to: &block, index: index, frames: frames)
            try meter.add(block, 0..<frames)
        }
        return try meter.integrated()
    }

    /// The mix itself, block by block.
    func finish(gain: Float, limiter: Limiter?, into take: (StereoSound) throws -> Void) throws {
        try walk { block, index, frames in
            block.scale(by: gain, frames: frames)
            limiter?.apply(to: &block, index: index, frames: frames)
            try take(frames == block.frames ? block : block.read(0..<frames))
        }
    }

    /// Integrated loudness is defined over windows of 400 ms.
    private var isGateable: Bool { frames >= StereoSound.sampleRate * 2 / 5 }

    /// A sound that is too short for the definition: as loud as itself over and over.
    private func repeatedLoudness() throws -> Double? {
        let meter = try LoudnessMeter(measuresPeaks: false)
        var added = 0
        while added < StereoSound.sampleRate, frames > 0 {
            try walk { block, _, frames in
                try meter.add(block, 0..<frames)
                added += frames
            }
        }
        return try meter.integrated()
    }

    /// Sums block after block. What of the sounds falls into a second is read at once.
    /// - Parameter body: Gets each block, its number, and how many frames it has: all but the last are full.
    private func walk(
        includingSounds: Bool = true,
        _ body: (_ block: inout StereoSound, _ index: Int, _ frames: Int) throws -> Void
    ) throws {
        var block = StereoSound(frames: Limiter.blockFrames)
        for second in stride(from: 0, to: frames, by: StereoSound.sampleRate) {
            let range = second..<min(second + StereoSound.sampleRate, frames)
            let excerpt = try Excerpt(of: music, sounds: includingSounds ? sounds(in: range) : [], range)
            for start in stride(from: second, to: range.upperBound, by: Limiter.blockFrames) {
                let index = start / Limiter.blockFrames
                let frames = min(Limiter.blockFrames, range.upperBound - start)
                let duck: (first: Float, step: Float) = includingSounds ? ducking.gain(ofBlock: index) : (1, 0)
                excerpt.sum(start - second, frames, gain: duck.first * musicGain, step: duck.step * musicGain, &block)
                try body(&block, index, frames)
            }
        }
    }

    private func sounds(in second: Range<Int>) -> [PlacedSound] {
        soundsBySecond[second.lowerBound / StereoSound.sampleRate].map { sounds[$0] }
    }
}

/// What is heard in one second, not yet summed.
private struct Excerpt {
    private let music: StereoSound
    private let sounds: [(start: Int, piece: StereoSound)]

    /// - Parameter range: The second in the mix, which may begin or end after the music does.
    init(of music: any SoundSource, sounds: [PlacedSound], _ range: Range<Int>) throws(SoundtrackError) {
        self.music = try music.read(range.clamped(to: 0..<music.frames))
        var pieces: [(start: Int, piece: StereoSound)] = []
        for sound in sounds {
            let heard = range.clamped(to: sound.start..<sound.end)
            guard !heard.isEmpty else { continue }
            let piece = try sound.read(heard.lowerBound - sound.start..<heard.upperBound - sound.start)
            pieces.append((heard.lowerBound - range.lowerBound, piece))
        }
        self.sounds = pieces
    }

    /// Sums some frames of it.
    /// - Parameters:
    ///   - gain: What the music's first frame is multiplied with; `step` is added from frame to frame.
    func sum(_ start: Int, _ frames: Int, gain: Float, step: Float, _ block: inout StereoSound) {
        var gain = gain
        for frame in 0..<frames {
            let isPlaying = start + frame < music.frames
            block.left[frame] = isPlaying ? music.left[start + frame] * gain : 0
            block.right[frame] = isPlaying ? music.right[start + frame] * gain : 0
            gain += step
        }
        for (soundStart, piece) in sounds {
            let from = max(start, soundStart)
            let to = min(start + frames, soundStart + piece.frames)
            guard from < to else { continue }
            for frame in from..<to {
                block.left[frame - start] += piece.left[frame - soundStart]
                block.right[frame - start] += piece.right[frame - soundStart]
            }
        }
    }
}

extension StereoSound {
    mutating func scale(by gain: Float, frames: Int) {
        for frame in 0..<frames {
            left[frame] *= gain
            right[frame] *= gain
        }
    }
}
