import Timeline

/// Motion and fit.
extension Editing {
    mutating func changeMotion(of photos: PhotoReference, _ change: MotionChange) throws(Refusal) {
        let stills = try segments(photos).compactMap(timeline.segment).filter { $0.kind != .clip }
        guard !stills.isEmpty else {
            throw refuse("A clip moves by itself; motion is for photos.", "视频片段本身会动，运镜只用于照片。")
        }
        var motions: [SegmentID: Motion] = [:]
        for still in stills {
            var motion = still.motion
            switch change {
            case .move(let move, let strength):
                motion.strength = strength ?? (motion.move == .none ? Motion(move).strength : motion.strength)
                motion.move = move
                motion.pinned = true
            case .strength(let factor):
                guard motion.move != .none else { continue }
                motion.strength = min(max(motion.strength * factor, 0.02), 0.4)
            case .focus(let x, let y):
                (motion.focusX, motion.focusY) = (x, y)
                motion.pinned = true
            case .chosen:
                guard motion.move == .none else { continue }
                motion = Motion(.none)
            }
            motions[still.id] = motion
        }
        try apply(.setMotions(motions))
        if change == .chosen { try refreshMotions() }
    }

    mutating func refreshMotions() throws(Refusal) {
        let motions = timeline.motionRefresh()
        if !motions.isEmpty { try apply(.setMotions(motions)) }
    }

    mutating func changeFit(of photos: PhotoReference, _ fit: Fit) throws(Refusal) {
        let ids = try segments(photos)
        try apply(.setFits(Dictionary(ids.map { ($0, fit) }, uniquingKeysWith: { first, _ in first })))
    }
}
