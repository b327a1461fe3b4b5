internal import Media
internal import Timeline

/// Draws the frames of a transition. The first is the outgoing picture as it is, the last the incoming one.
struct TransitionPainter {
    private let change: ChunkDescription.Change
    private let recipe: TransitionRecipe
    private let mask: WipeMask?
    private let memory = BlendMemory()

    /// The two pictures of a transition, and what they are drawn into.
    struct Scene {
        let outgoing: LayerPainter
        let incoming: LayerPainter
        /// The result.
        let frame: Frame
        let other: Frame
        let sampler: PlateSampler
    }

    init(_ change: ChunkDescription.Change, size: PixelSize, masks: WipeMasks) throws {
        self.change = change
        recipe = TransitionRecipe(change.style)
        mask =
            if case .wipe(let shape) = recipe {
                try masks.mask(shape, change.direction, size: size)
            } else {
                nil
            }
    }

    /// Draws the `index`-th frame of the transition's part that is in the scene.
    func draw(_ index: Int, of scene: Scene) throws {
        let share = Double(change.offset + index) / Double(max(change.length - 1, 1))
        let progress = change.easing.progress(at: share)
        let (frame, other) = (scene.frame, scene.other)
        func drawOutgoing(zoom: Double = 1) throws {
            try scene.outgoing.draw(index, into: frame, with: scene.sampler, zoom: zoom)
        }
        func drawBoth(zoom: (out: Double, in: Double) = (1, 1)) throws {
            try drawOutgoing(zoom: zoom.out)
            try scene.incoming.draw(index, into: other, with: scene.sampler, zoom: zoom.in)
        }
        switch recipe {
        case .cut:
            try drawOutgoing()
        case .mix:
            try drawBoth()
            Blend.mix(other, into: frame, weight: weight(progress))
        case .add:
            try drawBoth()
            Blend.add(other, to: frame, progress: progress)
        case .fade(let shade):
            try (progress < 0.5 ? scene.outgoing : scene.incoming).draw(index, into: frame, with: scene.sampler)
            Blend.fade(frame, to: shade, weight: 256 - weight(abs(1 - 2 * progress)))
        case .slide:
            try drawBoth()
            Blend.slide(other, over: frame, direction: change.direction, progress: progress)
        case .reveal:
            // A slide seen backwards, of the other picture.
            try scene.incoming.draw(index, into: frame, with: scene.sampler)
            try scene.outgoing.draw(index, into: other, with: scene.sampler)
            Blend.slide(other, over: frame, direction: change.direction.opposite, progress: 1 - progress)
        case .push(let shutter):
            try drawBoth()
            let direction = change.direction
            Blend.push(other, into: frame, direction: direction, progress: progress, memory: memory)
            guard shutter > 0, progress > 0, progress < 1 else { return }
            let side = direction.isHorizontal ? frame.size.width : frame.size.height
            let travel = change.easing.speed(at: share) * shutter * Double(side) / Double(max(change.length - 1, 1))
            let radius = min(Int((travel / 2).rounded()), side / 2)
            Blend.blur(
                frame,
                x: direction.isHorizontal ? radius : 0,
                y: direction.isHorizontal ? 0 : radius,
                memory: memory
            )
        case .wipe:
            guard let mask else { return }
            try drawBoth()
            Blend.wipe(other, over: frame, mask: mask, progress: progress, memory: memory)
        case .luma(let brightFirst):
            try drawBoth()
            Blend.lumaFade(other, into: frame, brightFirst: brightFirst, progress: progress, memory: memory)
        case .zoom(let most, let least, let overlap):
            try drawBoth(zoom: (1 + (most - 1) * progress, 1 + (least - 1) * (1 - progress)))
            let part = min(max((progress - 0.5) / overlap + 0.5, 0), 1)
            Blend.mix(other, into: frame, weight: weight(part))
        case .blur(let reach):
            try drawBoth()
            Blend.mix(other, into: frame, weight: weight(progress))
            let radius = Int((bump(progress) * reach * Double(frame.size.height)).rounded())
            Blend.blur(frame, x: radius, y: radius, passes: 2, memory: memory)
        case .pixelate(let block):
            try drawBoth()
            Blend.mix(other, into: frame, weight: weight(progress))
            let side = Int((bump(progress) * block * Double(frame.size.height)).rounded())
            Blend.pixelate(frame, block: side, memory: memory)
        }
    }

    private func weight(_ part: Double) -> Int { Int((part * 256).rounded()) }

    /// 0 at both ends, 1 in the middle.
    private func bump(_ progress: Double) -> Double { 4 * progress * (1 - progress) }
}
