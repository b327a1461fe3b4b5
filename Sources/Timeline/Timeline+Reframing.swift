extension Timeline {
    /// The edits that put the same video into another shape: cuts, lengths, texts and music stay, and moves of the
    /// camera that do not suit the new shape are chosen anew; what the person has said of them stays, too.
    ///
    /// Empty when it has that shape already.
    public func reframing(to aspect: Aspect) -> [EditCommand] {
        guard aspect != self.aspect else { return [] }
        var shaped = self
        shaped.aspect = aspect
        let motions = shaped.motionRefresh()
        return motions.isEmpty ? [.setAspect(aspect)] : [.setAspect(aspect), .setMotions(motions)]
    }

    /// The same video in another shape, see ``reframing(to:)``.
    public func reframed(to aspect: Aspect) -> Timeline {
        guard aspect != self.aspect else { return self }
        var shaped = self
        shaped.aspect = aspect
        return MotionChooser.refreshed(shaped)
    }
}
