extension BeatGrid {
    /// The frames nearest to the beats, ascending and each once, from 0 to `last`.
    func frames(through last: Int) -> [Int] {
        var frames: [Int] = []
        func add(_ frame: Int) {
            if (0...max(last, 0)).contains(frame), frame != frames.last { frames.append(frame) }
        }
        switch self {
        case .steady(let period):
            // Beats closer than frames are no beats: this also refuses a period that is zero or no number.
            let perFrame = 1000 / Double(FrameRate.framesPerSecond)
            guard period >= perFrame, period.isFinite else { return [] }
            var beat = 0.0
            while true {
                let frame = (beat * period / perFrame).rounded()
                guard frame <= Double(last) else { break }
                add(Int(frame))
                beat += 1
            }
        case .found(let beats):
            let longest = Timeline.longestVideo
            for beat in beats.sorted() where beat >= .zero && beat <= longest { add(beat.frames) }
        }
        return frames
    }
}
