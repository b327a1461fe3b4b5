/// Music and sounds that have not been put together yet. They are walked through block by block, so that measuring
/// needs no copy of them, and the finished mix takes the music's place.
struct Mixdown {
    struct Measure {
        /// In LUFS; nil for silence.
        var loudness: Double?
        /// The true peak of each of the limiter's blocks, in parts of full scale.
        var peaks: [Float]
    }

    private var music: StereoSound
    private let sounds: [PlacedSound]
    /// Which sounds reach into each second.
    private let soundsBySecond: [[Int]]
    private let ducking: Ducking
    /// What the music is multiplied with before the sounds are added.
    var musicGain: Float = 1

    init(music: consuming StereoSound, sounds: [PlacedSound], ducking: Ducking) {
        var bySecond = [[Int]](repeating: [], count: music.frames / StereoSound.sampleRate + 1)
        for (index, sound) in sounds.enumerated() {
            let last = min(sound.end, music.frames) / StereoSound.sampleRate
            let first = max(sound.start, 0) / StereoSound.sampleRate
            for second in first..<max(first, last + 1) { bySecond[second].append(index) }
        }
        self.music = music
        self.sounds = sounds
        self.ducking = ducking
        soundsBySecond = bySecond
    }

    /// Measures the plain sum.
    func measure(includingSounds: Bool = true) throws(SoundtrackError) -> Measure {
        let meter = try LoudnessMeter(measuresPeaks: true)
        var peaks: [Float] = []
        peaks.reserveCapacity(blockCount)
        var block = StereoSound(frames: Limiter.blockFrames)
        for index in 0..<blockCount {
            let frames = fill(&block, index, includingSounds: includingSounds)
            peaks.append(try meter.add(block, 0..<frames))
        }
        var loudness = try meter.integrated()
        if loudness == nil, (peaks.max() ?? 0) > 1e-4, !isGateable {
            loudness = try repeatedLoudness()
        }
        return Measure(loudness: loudness, peaks: peaks)
    }

    /// The loudness that the mix would have with a gain and a limiter.
    func loudness(gain: Float, limiter: Limiter) throws(SoundtrackError) -> Double? {
        guard isGateable else { return nil }
        let meter = try LoudnessMeter(measuresPeaks: false)
        var block = StereoSound(frames: Limiter.blockFrames)
        for index in 0..<blockCount {
            let frames = fill(&block, index)
            block.scale(by: gain, frames: frames)
            limiter.apply(to: &block, index: index, frames: frames)
            try meter.add(block, 0..<frames)
        }
        return try meter.integrated()
    }

    /// The mix itself.
    consuming func finished(gain: Float, limiter: Limiter?) -> StereoSound {
        var block = StereoSound(frames: Limiter.blockFrames)
        for index in 0..<blockCount {
            let frames = fill(&block, index)
            block.scale(by: gain, frames: frames)
            limiter?.apply(to: &block, index: index, frames: frames)
            let start = index * Limiter.blockFrames
            for frame in 0..<frames {
                music.left[start + frame] = block.left[frame]
                music.right[start + frame] = block.right[frame]
            }
        }
        return music
    }

    private var blockCount: Int { (music.frames + Limiter.blockFrames - 1) / Limiter.blockFrames }

    /// Integrated loudness is defined over windows of 400 ms.
    private var isGateable: Bool { music.frames >= StereoSound.sampleRate * 2 / 5 }

    /// A sound that is too short for the definition: as loud as itself over and over.
    private func repeatedLoudness() throws(SoundtrackError) -> Double? {
        let meter = try LoudnessMeter(measuresPeaks: false)
        var block = StereoSound(frames: Limiter.blockFrames)
        var added = 0
        while added < StereoSound.sampleRate, blockCount > 0 {
            for index in 0..<blockCount {
                let frames = fill(&block, index)
                try meter.add(block, 0..<frames)
                added += frames
            }
        }
        return try meter.integrated()
    }

    /// Sums the frames of a block. The sounds that do not reach into it are passed by.
    /// - Returns: How many frames it has: all but the last are full.
    private func fill(_ block: inout StereoSound, _ index: Int, includingSounds: Bool = true) -> Int {
        let start = index * Limiter.blockFrames
        let frames = min(Limiter.blockFrames, music.frames - start)
        guard includingSounds else {
            for frame in 0..<frames {
                block.left[frame] = music.left[start + frame] * musicGain
                block.right[frame] = music.right[start + frame] * musicGain
            }
            return frames
        }
        var (gain, step) = ducking.gain(ofBlock: index)
        gain *= musicGain
        step *= musicGain
        for frame in 0..<frames {
            block.left[frame] = music.left[start + frame] * gain
            block.right[frame] = music.right[start + frame] * gain
            gain += step
        }
        // A block lies within one second: five milliseconds divide it.
        for number in soundsBySecond[start / StereoSound.sampleRate] {
            let soundStart = sounds[number].start
            let from = max(start, soundStart)
            let to = min(start + frames, sounds[number].end)
            guard from < to else { continue }
            for frame in from..<to {
                block.left[frame - start] += sounds[number].sound.left[frame - soundStart]
                block.right[frame - start] += sounds[number].sound.right[frame - soundStart]
            }
        }
        return frames
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
