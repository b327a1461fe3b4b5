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
    /// Samples in the hop that waits to be full.
    private var filled = 0
    private var intervals: [Double] = []
    private var last: Double?

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

    /// Follows the sound further.
    func add(_ sound: StereoSound) {
        for index in 0..<sound.frames { add((sound.left[index] + sound.right[index]) / 2) }
    }

    private func add(_ sample: Float) {
        // The tracker passes digital silence by: hence a faint tone.
        input.pointee.data[filled] = sample + (filled & 1 == 0 ? 1e-5 : -1e-5)
        filled += 1
        guard filled == Self.hop else { return }
        filled = 0
        aubio_tempo_do(tempo, input, output)
        guard output.pointee.data[0] != 0 else { return }
        let beat = Double(aubio_tempo_get_last(tempo))
        if let last, beat > last { intervals.append(beat - last) }
        last = beat
    }

    /// The usual time from beat to beat in frames, at the sound's end; nil if no pulse was found.
    func period() -> Double? {
        while filled > 0 { add(0) }
        guard intervals.count >= 2 else { return nil }
        let intervals = intervals.sorted()
        var period = intervals[intervals.count / 2]
        let rate = Double(StereoSound.sampleRate)
        while period < Self.range.lowerBound * rate { period *= 2 }
        while period > Self.range.upperBound * rate { period /= 2 }
        return period
    }
}
