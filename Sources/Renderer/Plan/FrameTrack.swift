internal import Timeline

/// The video track in whole frames: where each segment begins, and the scenes (bodies and transitions) it is made of.
struct FrameTrack {
    struct Scene {
        var start: Int
        var length: Int
        var segment: Int
        /// Set for a transition: from `segment` to the next.
        var transition: Transition?

        var end: Int { start + length }
    }

    /// The frames of each segment, at least 1.
    let counts: [Int]
    /// The first frame of each segment, and the video's end.
    let starts: [Int]
    /// Back to back, none empty.
    let scenes: [Scene]
    private let layers: [PictureLayer]
    /// Half the frames of the transition into each segment: how early it is seen, and how long the one before it still
    /// is. One more at the end, which is 0.
    let halves: [Int]

    init(_ segments: [Segment], ratio: Double) {
        let counts = segments.map { max(FrameClock.frames(in: $0.duration), 1) }
        var starts = [0]
        for count in counts { starts.append((starts.last ?? 0) + count) }

        // Half of a transition must fit into half of either neighbour, so that no two transitions meet.
        var halves = [Int](repeating: 0, count: segments.count + 1)
        for (index, segment) in segments.enumerated().dropFirst() where segment.transition.style != .cut {
            let half = FrameClock.frames(in: segment.transition.duration) / 2
            halves[index] = max(min(half, counts[index - 1] / 2, counts[index] / 2), 0)
        }

        var scenes: [Scene] = []
        for (index, count) in counts.enumerated() {
            let (before, after) = (halves[index], halves[index + 1])
            if before + after < count {
                scenes.append(
                    Scene(start: starts[index] + before, length: count - before - after, segment: index)
                )
            }
            if after > 0 {
                scenes.append(
                    Scene(
                        start: starts[index + 1] - after,
                        length: 2 * after,
                        segment: index,
                        transition: segments[index + 1].transition
                    )
                )
            }
        }

        self.counts = counts
        self.starts = starts
        self.scenes = scenes
        self.halves = halves
        layers = zip(segments, counts.indices).map { segment, index in
            PictureLayer(segment, visibleFrames: halves[index] + counts[index] + halves[index + 1], ratio: ratio)
        }
    }

    /// What is drawn from one frame of the video to another.
    func scenes(from start: Int, to end: Int) -> [ChunkDescription.Scene] {
        // Scenes lie in order: the first that reaches into the range is found by halving.
        let first = scenes.partitioningIndex { $0.end > start }
        return scenes[first...].prefix { $0.start < end }.map { scene in
            let first = max(scene.start, start)
            return ChunkDescription.Scene(
                frames: min(scene.end, end) - first,
                picture: layer(scene.segment, at: first),
                change: scene.transition.map {
                    ChunkDescription.Change(
                        style: $0.style,
                        // What makes no difference gives no other chunk.
                        direction: $0.style.hasDirection ? $0.direction : .right,
                        easing: $0.shownEasing,
                        incoming: layer(scene.segment + 1, at: first),
                        offset: first - scene.start,
                        length: scene.length
                    )
                }
            )
        }
    }

    private func layer(_ segment: Int, at frame: Int) -> PictureLayer {
        var layer = layers[segment]
        layer.offset = frame - (starts[segment] - halves[segment])
        // A clip plays its own start at its own first frame, whatever transition leads into it.
        let early = FrameClock.milliseconds(ofFrames: halves[segment])
        switch layer.source {
        case .clip(let start, let part): layer.source = .clip(start: start - early, part: part)
        case .animation(let start, let part): layer.source = .animation(start: start - early, part: part)
        case .still: break
        }
        return layer
    }
}

extension PictureLayer {
    /// A segment as it is drawn over all the frames in which it is seen, transitions included.
    fileprivate init(_ segment: Segment, visibleFrames: Int, ratio: Double) {
        var motion = segment.motion
        // What moves by itself is seen by a camera that stands.
        if segment.kind.isMoving { motion.move = .none }
        let framing = Framing(
            motion: motion,
            fit: segment.fit,
            size: segment.size,
            subject: segment.subject,
            ratio: ratio,
            seconds: Double(visibleFrames) / Double(FrameClock.framesPerSecond)
        )
        media = segment.media
        if segment.look != .plain {
            look = segment.look
            // What a table is called changes no pixel.
            look?.table?.name = ""
        }
        size = segment.size
        offset = 0
        let start = segment.sourceStart.rawValue
        let part = framing.canvas == nil ? framing.start : nil
        switch segment.kind {
        case .clip: source = .clip(start: start, part: part)
        case .animation: source = .animation(start: start, part: part)
        case .photo, .song, .colorTable: source = .still(framing, length: visibleFrames)
        }
    }
}
