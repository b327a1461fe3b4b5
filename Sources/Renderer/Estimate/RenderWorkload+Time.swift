internal import Media
internal import Timeline

extension RenderWorkload {
    /// How long the render takes on the machine that the costs were measured on, in ms. Another machine differs from
    /// it by a factor, see ``RenderPace``.
    public var nominalMS: Double {
        Costs.start + max(longestLine, everything / Double(encoders)) + joiningCost
    }

    /// What all encoders together do before the joining.
    private var everything: Double {
        chunks.reduce(0) { $0 + cost(of: $1) } + soundCost
    }

    /// Of the sound, in ms of one core.
    var soundCost: Double {
        (isSilent ? Costs.silentSecond : Costs.soundSecond) * soundSeconds
    }

    /// Of putting the finished parts together, in ms.
    var joiningCost: Double { Costs.joining * Double(frames) }

    /// How long the busiest encoder is at work: each takes the next chunk as soon as it is free, as a render does.
    private var longestLine: Double {
        var lines = [Double](repeating: 0, count: encoders)
        for chunk in chunks {
            let free = lines.indices.min { lines[$0] < lines[$1] } ?? 0
            lines[free] += cost(of: chunk)
        }
        return lines.max() ?? 0
    }

    /// In ms of one core.
    func cost(of chunk: Chunk) -> Double {
        let megapixels = Double(settings.size.width * settings.size.height) / 1e6
        let encoding = Costs.encoding(settings.preset)
        let frames =
            chunk.stir * encoding + Double(chunk.moving) * Costs.moving
            + Double(chunk.still) * (encoding * Costs.stillShare + Costs.copying)
            + chunk.blend * encoding * Costs.changingShare
            + Double(chunk.changing) * (2 * Costs.moving + Costs.blending)
            + Double(chunk.playing) * Costs.playing
            + Double(chunk.blurred) * Costs.blurring
            + Double(chunk.titled) * Costs.titling
        let decoding = chunk.megapixels * Costs.decoding + chunk.played * Costs.decodingPlayed
        return Costs.chunk + frames * megapixels + decoding
    }

    /// Which renders tell how long this one takes: the same encoder and about as many pixels a frame, whatever their
    /// shape.
    public var kind: String {
        "\(settings.preset.rawValue) \(settings.rateFactor), \(settings.size.width * settings.size.height) px, \(encoders)x"
    }
}

/// In ms of one core; per frame they are for a megapixel. Taken from the processor time of whole renders of each kind on
/// an x86-64 server of 2 cores, for photos of middling detail: others take up to half as long again, or half as long.
private enum Costs {
    /// A worker starts and closes its doors.
    static let start = 120.0
    /// A chunk begins: files are opened, its packets are written and named.
    static let chunk = 15.0
    static let moving = 2.5
    static let blending = 2.0
    /// A frame of a clip is brought to size, and everything in it moves, its grain too.
    static let playing = 12.0
    /// A megapixel of a clip's frame, decoded and made smaller.
    static let decodingPlayed = 5.5
    /// A clip's frame is put on its own blurred copy.
    static let blurring = 0.5
    static let titling = 0.3
    /// A frame like the one before is copied, and hardly encoded.
    static let copying = 3.5
    static let stillShare = 0.15
    /// Two pictures that show through each other are more to encode than one.
    static let changingShare = 1.5
    /// A megapixel of a photo, decoded at a reduced size.
    static let decoding = 9.0
    /// A second of sound is composed, mixed and encoded.
    static let soundSecond = 45.0
    /// One in which nothing is heard is encoded only.
    static let silentSecond = 6.0
    /// A frame is joined to the others, its bytes are checked and written.
    static let joining = 0.15

    static func encoding(_ preset: VideoSettings.Preset) -> Double {
        switch preset {
        case .ultrafast: 6.0
        case .veryfast: 15.0
        case .medium: 52.0
        }
    }
}
