import Timeline

/// Motion and fit.
extension Editing {
    mutating func changeMotion(of photos: PhotoReference, _ change: MotionChange) throws(Refusal) {
        let named = try segments(photos).compactMap(timeline.segment)
        let stills = named.filter { !$0.kind.isMoving }
        if case .focus(let x, let y) = change {
            let clips = named.filter { $0.kind.isMoving }
            // Whoever speaks of all means no clip in particular to be cut to the frame.
            let isMeant = stills.isEmpty || !photos.isAll
            try aim(isMeant ? clips : clips.filter { $0.fills(timeline.aspect) }, x, y)
            if stills.isEmpty { return }
        }
        guard !stills.isEmpty else {
            throw refuse("A clip moves by itself; motion is for photos.", "视频片段本身会动，运镜只用于照片。")
        }
        if change == .subject { return try focusOnSubjects(of: stills) }
        var motions: [SegmentID: Motion] = [:]
        for still in stills {
            var motion = still.motion
            switch change {
            case .move(let move, let strength):
                motion.strength = strength ?? (motion.move == .none ? Motion(move).strength : motion.strength)
                if strength != nil { motion.strengthPinned = true }
                motion.move = move
                motion.pinned = true
            case .strength(let factor):
                guard motion.move != .none else { continue }
                motion.strength = min(max(motion.strength * factor, 0.02), 0.4)
                motion.strengthPinned = true
            case .focus(let x, let y):
                motion.focus(on: x, y)
                comeCloser(&motion, still, among: stills, after: motions)
            case .chosen:
                guard motion.move == .none else { continue }
                motion = Motion(.none)
            case .subject:
                continue
            }
            motions[still.id] = motion
        }
        try apply(.setMotions(motions))
        switch change {
        case .chosen, .focus: try refreshMotions()
        case .move, .strength, .subject: break
        }
    }

    /// The camera of a clip stands, and so a place in it is seen where the frame cuts something off. A clip that lies
    /// whole on its blurred copy fills the frame from now on.
    private mutating func aim(_ clips: [Segment], _ x: Double, _ y: Double) throws(Refusal) {
        guard !clips.isEmpty else { return }
        var motions: [SegmentID: Motion] = [:]
        for clip in clips {
            var motion = clip.motion
            motion.focus(on: x, y)
            motions[clip.id] = motion
        }
        try apply(.setMotions(motions))
        let whole = clips.filter { !$0.fills(timeline.aspect) }.map { ($0.id, Fit.fill) }
        if !whole.isEmpty { try apply(.setFits(Dictionary(uniqueKeysWithValues: whole))) }
    }

    /// Back to what the photos are of, and closer to it.
    private mutating func focusOnSubjects(of stills: [Segment]) throws(Refusal) {
        var motions: [SegmentID: Motion] = [:]
        for still in stills {
            guard let subject = still.subject, !subject.faces.isEmpty else { continue }
            var motion = still.motion
            (motion.focusX, motion.focusY) = (subject.focus.x, subject.focus.y)
            motion.focusPinned = false
            comeCloser(&motion, still, among: stills, after: motions)
            motions[still.id] = motion
        }
        guard !motions.isEmpty else {
            throw stills.count == 1
                ? refuse(
                    "I see no face on that photo. Say for instance \"focus on the left\".",
                    "这张照片上没有找到人脸。可以说“对准左边”。"
                )
                : refuse(
                    "I see no faces on these photos. Say for instance \"focus on the left of photo 2\".",
                    "这些照片上没有找到人脸。可以说“第二张对准左边”。"
                )
        }
        try apply(.setMotions(motions))
        try refreshMotions()
    }

    /// A point is best seen by a zoom: in, or out of it where the photo before zooms in. A move that the person asked
    /// for stays.
    private func comeCloser(
        _ motion: inout Motion,
        _ still: Segment,
        among stills: [Segment],
        after changed: [SegmentID: Motion]
    ) {
        if !motion.strengthPinned { motion.strength = max(motion.strength, Clause.strongMotion) }
        guard !motion.pinned, let index = timeline.index(of: still.id) else { return }
        let before = index > 0 ? timeline.segments[index - 1] : nil
        let after = index + 1 < timeline.segments.count ? timeline.segments[index + 1] : nil
        let isAfterFixed = after.map { after in !stills.contains { $0.id == after.id } } ?? false
        switch before.map({ changed[$0.id] ?? $0.motion })?.move {
        case .zoomIn: motion.move = .zoomOut
        case .zoomOut: motion.move = .zoomIn
        default: motion.move = isAfterFixed && after?.motion.move == .zoomIn ? .zoomOut : .zoomIn
        }
    }

    mutating func refreshMotions() throws(Refusal) {
        let motions = timeline.motionRefresh()
        if !motions.isEmpty { try apply(.setMotions(motions)) }
    }

    mutating func changeFit(of photos: PhotoReference, _ fit: Fit) throws(Refusal) {
        let ids = try segments(photos)
        try apply(.setFits(Dictionary(ids.map { ($0, fit) }, uniquingKeysWith: { first, _ in first })))
    }

    /// New photos with what the person has said of all the others: that they stand still, how far moves go, how they
    /// fill the frame.
    func likeTheOthers(_ new: [Segment]) -> [Segment] {
        let stills = timeline.segments.filter { !$0.kind.isMoving }
        guard stills.count > 1, let first = stills.first else { return new }
        let standStill = stills.allSatisfy { $0.motion.pinned && $0.motion.move == .none }
        let strength =
            stills.allSatisfy(\.motion.strengthPinned)
            ? stills.reduce(0) { $0 + $1.motion.strength } / Double(stills.count) : nil
        let fit = stills.allSatisfy { $0.fit == first.fit } ? first.fit : .auto
        return new.map { segment in
            guard !segment.kind.isMoving else { return segment }
            var segment = segment
            segment.fit = fit
            if standStill { segment.motion = Motion(.none, pinned: true) }
            if let strength, !standStill {
                segment.motion.strength = strength
                segment.motion.strengthPinned = true
            }
            return segment
        }
    }
}

extension Motion {
    /// The person asked for this very point.
    fileprivate mutating func focus(on x: Double, _ y: Double) {
        (focusX, focusY) = (x, y)
        focusPinned = true
    }
}
