import CAubio

/// aubio's beat tracker.
final class AubioTempo {
    private static let window: UInt32 = 1024
    private static let hop = 512
    /// By how many frames the tracker reports a beat after it was struck, measured on clicks.
    private static let latency = 0.0

    private let tempo: OpaquePointer
    private let input: UnsafeMutablePointer<fvec_t>
    private let output: UnsafeMutablePointer<fvec_t>

    /// Nil if the library has no memory.
    init?() {
        guard let tempo = new_aubio_tempo("default", Self.window, UInt32(Self.hop), UInt32(StereoSound.sampleRate))
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
    }

    deinit {
        del_fvec(output)
        del_fvec(input)
        del_aubio_tempo(tempo)
    }

    /// The beats as they are tracked, in frames, ascending.
    func beats(in sound: StereoSound) -> [Double] {
        var beats: [Double] = []
        var start = 0
        while start < sound.frames {
            let count = min(Self.hop, sound.frames - start)
            for index in 0..<Self.hop {
                // Mono; the end of the sound is filled up with silence.
                let sample = index < count ? (sound.left[start + index] + sound.right[start + index]) / 2 : 0
                input.pointee.data[index] = sample
            }
            aubio_tempo_do(tempo, input, output)
            if output.pointee.data[0] != 0 {
                beats.append(Double(aubio_tempo_get_last(tempo)) - Self.latency)
            }
            start += Self.hop
        }
        return beats
    }
}
