import CEbur128
import Foundation

/// Measures loudness as EBU R 128 and ITU-R BS.1770 define it, block by block.
final class LoudnessMeter {
    private var state: UnsafeMutablePointer<ebur128_state>?
    private let measuresPeaks: Bool
    /// The library wants the channels interleaved.
    private var interleaved: [Float] = []

    /// - Parameter measuresPeaks: True peaks too, which costs several times as much as loudness alone.
    init(measuresPeaks: Bool) throws(SoundtrackError) {
        let mode = measuresPeaks ? EBUR128_MODE_I.rawValue | EBUR128_MODE_TRUE_PEAK.rawValue : EBUR128_MODE_I.rawValue
        state = ebur128_init(2, UInt(StereoSound.sampleRate), Int32(bitPattern: UInt32(mode)))
        self.measuresPeaks = measuresPeaks
        guard state != nil else { throw LoudnessMeter.failure("ebur128_init") }
    }

    deinit {
        ebur128_destroy(&state)
    }

    /// Adds some frames of a sound.
    /// - Returns: Their true peak in parts of full scale; 0 if peaks are not measured.
    @discardableResult
    func add(_ sound: StereoSound, _ range: Range<Int>) throws(SoundtrackError) -> Float {
        if interleaved.count < range.count * 2 { interleaved = [Float](repeating: 0, count: range.count * 2) }
        for (index, frame) in range.enumerated() {
            interleaved[2 * index] = sound.left[frame]
            interleaved[2 * index + 1] = sound.right[frame]
        }
        guard ebur128_add_frames_float(state, interleaved, range.count) == EBUR128_SUCCESS.code else {
            throw LoudnessMeter.failure("ebur128_add_frames_float")
        }
        guard measuresPeaks else { return 0 }
        return Float(max(try peak(0, of: ebur128_prev_true_peak), try peak(1, of: ebur128_prev_true_peak)))
    }

    /// Adds a whole sound, a second at a time.
    func add(all sound: any SoundSource) throws(SoundtrackError) {
        try sound.forEachPiece { (piece, _) throws(SoundtrackError) in try add(piece, 0..<piece.frames) }
    }

    /// The integrated loudness of all that was added, in LUFS; nil if nothing of it passed the gate (silence, or less
    /// than 400 ms).
    func integrated() throws(SoundtrackError) -> Double? {
        var loudness = 0.0
        guard ebur128_loudness_global(state, &loudness) == EBUR128_SUCCESS.code else {
            throw LoudnessMeter.failure("ebur128_loudness_global")
        }
        return loudness.isFinite ? loudness : nil
    }

    /// The true peak of all that was added, in dBTP; minus infinity for silence.
    func truePeak() throws(SoundtrackError) -> Double {
        20 * log10(max(try peak(0, of: ebur128_true_peak), try peak(1, of: ebur128_true_peak)))
    }

    private typealias PeakFunction = (
        UnsafeMutablePointer<ebur128_state>?, UInt32, UnsafeMutablePointer<Double>?
    ) -> Int32

    private func peak(_ channel: UInt32, of function: PeakFunction) throws(SoundtrackError) -> Double {
        var peak = 0.0
        guard function(state, channel, &peak) == EBUR128_SUCCESS.code else {
            throw LoudnessMeter.failure("ebur128_true_peak")
        }
        return peak
    }

    private static func failure(_ function: String) -> SoundtrackError {
        SoundtrackError(.failed, "The loudness of the sound could not be measured (\(function)).")
    }
}

extension error {
    /// As the functions return it.
    fileprivate var code: Int32 { Int32(rawValue) }
}

/// How loud a sound is.
public struct Loudness: Hashable, Sendable {
    /// In LUFS; nil for silence.
    public var integrated: Double?
    /// In dBTP; minus infinity for silence.
    public var truePeak: Double

    public static func measure(_ sound: any SoundSource) throws(SoundtrackError) -> Loudness {
        let meter = try LoudnessMeter(measuresPeaks: true)
        try meter.add(all: sound)
        return Loudness(integrated: try meter.integrated(), truePeak: try meter.truePeak())
    }
}
