import CAubio

/// aubio's beat tracker. It needs some seconds before it reports anything and counts time in whole hops; how far apart
/// beats are it knows well.
final class AubioTempo {
    private static let window: UInt32 = 1024
    private static let hop = 512
    /// 63 to 158 beats a minute: what is faster or slower is counted at half or double speed, as one taps along to it.
    private static let range = 0.38...0.95

    private let tempo: OpaquePointer
    private let input: UnsafeMutablePointer<fvec_t>
    private let output: UnsafeMutablePointer<fvec_t>

    /// Nil if the library has no memory.
    init?() {
        guard
            let tempo = new_aubio_tempo(
                "default",
                Self.window,
                UInt32(Self.hop),
                UInt32(StereoSound.sampleRate)
            )
        else { return nil }
        guard let input = new_fvec(UInt32(Self.hop)) else {
            del_aubio_tempo(tempo)
            return nil
        }
        guard let output = new_fvec(1) else {
            del_fvec(input)
            del_aubio_tempo(tempo)
            return nil
        }
        self.tempo = tempo
        self.input = input
        self.output = output
        // Beats in quiet places count too.
        _ = aubio_tempo_set_silence(tempo, -150)
    }

    deinit {
        del_fvec(output)
        del_fvec(input)
        del_aubio_tempo(tempo)
    }

    /// The usual time from beat to beat in frames; nil if no pulse was found.
    func period(of sound: StereoSound) -> Double? {
        var intervals: [Double] = []
        var last: Double?
        for start in stride(from: 0, to: sound.frames, by: Self.hop) {
            let count = min(Self.hop, sound.frames - start)
            for index in 0..<Self.hop {
                // Mono, and filled up after the end. The tracker passes digital silence by: hence a faint tone.
                let sample =
                    index < count ? (sound.left[start + index] + sound.right[start + index]) / 2 : 0
                input.pointee.data[index] = sample + (index & 1 == 0 ? 1e-5 : -1e-5)
            }
            aubio_tempo_do(tempo, input, output)
            guard output.pointee.data[0] != 0 else { continue }
            let beat = Double(aubio_tempo_get_last(tempo))
            if let last, beat > last { intervals.append(beat - last) }
            last = beat
        }
        guard intervals.count >= 2 else { return nil }
        intervals.sort()
        var period = intervals[intervals.count / 2]
        let rate = Double(StereoSound.sampleRate)
        while period < Self.range.lowerBound * rate { period *= 2 }
        while period > Self.range.upperBound * rate { period /= 2 }
        return period
    }
}
