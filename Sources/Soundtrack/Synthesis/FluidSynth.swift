import CFluidSynth

/// A FluidSynth synthesizer with a SoundFont loaded.
final class FluidSynth {
    /// The library computes in blocks of this many frames.
    static let blockFrames = 64

    /// The library writes to standard error unless told otherwise, for the whole process; once is enough.
    private static let silenceLog: Void = {
        for level in [FLUID_PANIC, FLUID_ERR, FLUID_WARN, FLUID_INFO, FLUID_DBG] {
            _ = fluid_set_log_function(Int32(bitPattern: level.rawValue), nil, nil)
        }
    }()

    private let settings: OpaquePointer
    private let synth: OpaquePointer

    init(soundFont: String) throws(SoundtrackError) {
        _ = FluidSynth.silenceLog
        guard let settings = new_fluid_settings() else { throw FluidSynth.failure("new_fluid_settings") }
        FluidSynth.configure(settings)
        guard let synth = new_fluid_synth(settings) else {
            delete_fluid_settings(settings)
            throw FluidSynth.failure("new_fluid_synth")
        }
        self.settings = settings
        self.synth = synth
        guard fluid_synth_sfload(synth, soundFont, 1) != FLUID_FAILED else {
            throw SoundtrackError(
                .soundFontUnreadable,
                "The SoundFont for the music cannot be read. Install it anew with: apt-get install --reinstall "
                    + SoundFont.package
            )
        }
        _ = fluid_synth_set_interp_method(synth, -1, Int32(FLUID_INTERP_4THORDER.rawValue))
    }

    deinit {
        delete_fluid_synth(synth)
        delete_fluid_settings(settings)
    }

    /// Everything that shapes the sound is set here, so that no default of a version or a machine does.
    private static func configure(_ settings: OpaquePointer) {
        let numbers: [(String, Double)] = [
            ("synth.sample-rate", Double(StereoSound.sampleRate)),
            ("synth.gain", 0.4),
            ("synth.reverb.room-size", 0.62),
            ("synth.reverb.damp", 0.35),
            ("synth.reverb.width", 0.9),
            ("synth.reverb.level", 0.7),
            ("synth.chorus.level", 1.2),
            ("synth.chorus.speed", 0.35),
            ("synth.chorus.depth", 6),
        ]
        for (name, value) in numbers { _ = fluid_settings_setnum(settings, name, value) }
        let integers: [(String, Int32)] = [
            ("synth.polyphony", 160),
            // One thread: the order of additions, and with it every bit, stays the same.
            ("synth.cpu-cores", 1),
            ("synth.threadsafe-api", 0),
            ("synth.midi-channels", 16),
            ("synth.audio-channels", 1),
            ("synth.reverb.active", 1),
            ("synth.chorus.active", 1),
            ("synth.chorus.nr", 3),
            // Only the presets in use are read; memory is not pinned, which limits may forbid.
            ("synth.dynamic-sample-loading", 1),
            ("synth.lock-memory", 0),
        ]
        for (name, value) in integers { _ = fluid_settings_setint(settings, name, value) }
        _ = fluid_settings_setstr(settings, "synth.midi-bank-select", "gs")
    }

    func set(_ instrument: Instrument) throws(SoundtrackError) {
        let channel = instrument.part.channel
        guard fluid_synth_program_change(synth, Int32(channel), Int32(instrument.program)) != FLUID_FAILED else {
            throw FluidSynth.failure("fluid_synth_program_change")
        }
        let controls: [(Control.Controller, Int)] = [
            (.volume, instrument.volume), (.pan, instrument.pan), (.expression, 112),
            (.reverb, instrument.reverb), (.chorus, instrument.chorus),
        ]
        for (controller, value) in controls {
            play(.control(channel: channel, controller: controller.rawValue, value: value))
        }
    }

    func play(_ action: PlayedEvent.Action) {
        // A note-off for a voice that has decayed by itself is reported as a failure; nothing is wrong then.
        switch action {
        case .control(let channel, let controller, let value):
            _ = fluid_synth_cc(synth, Int32(channel), Int32(controller), Int32(value))
        case .noteOff(let channel, let pitch):
            _ = fluid_synth_noteoff(synth, Int32(channel), Int32(pitch))
        case .noteOn(let channel, let pitch, let velocity):
            _ = fluid_synth_noteon(synth, Int32(channel), Int32(pitch), Int32(velocity))
        }
    }

    /// Renders the next frames to `range` of the sound.
    func render(_ range: Range<Int>, into sound: inout StereoSound) throws(SoundtrackError) {
        let status = sound.left.withUnsafeMutableBufferPointer { left in
            sound.right.withUnsafeMutableBufferPointer { right in
                fluid_synth_write_float(
                    synth,
                    Int32(range.count),
                    left.baseAddress,
                    Int32(range.lowerBound),
                    1,
                    right.baseAddress,
                    Int32(range.lowerBound),
                    1
                )
            }
        }
        guard status != FLUID_FAILED else { throw FluidSynth.failure("fluid_synth_write_float") }
    }

    private static func failure(_ function: String) -> SoundtrackError {
        SoundtrackError(.failed, "The music could not be played (\(function)). Try again, or export without music.")
    }
}
