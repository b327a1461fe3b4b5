internal import Timeline

/// What has to stay in the frame while the camera moves, in pixels of the picture.
struct Kept {
    /// No larger than the frame at its widest.
    let bounds: SourceRect
    /// The same with some air around it, where the picture and the frame have it.
    let air: SourceRect

    init(_ bounds: SourceRect) {
        self.bounds = bounds
        air = bounds
    }

    /// What lies around a point.
    init(_ point: UnitPoint, of size: PixelSize, in frame: SourceRect) {
        let low = (x: max(point.x - Subject.reach, 0), y: max(point.y - Subject.reach, 0))
        let area = UnitRect(
            x: low.x,
            y: low.y,
            width: min(point.x + Subject.reach, 1) - low.x,
            height: min(point.y + Subject.reach, 1) - low.y
        )
        self.init(SourceRect(area, of: size).cut(to: frame))
    }

    /// As many faces as the frame can hold, the first ones first. Of a face that is larger than the frame, its middle.
    init(_ faces: [UnitRect], of size: PixelSize, in frame: SourceRect) {
        let rects = faces.map { SourceRect($0, of: size) }
        var bounds = (rects.first ?? frame).cut(to: frame)
        for rect in rects.dropFirst() {
            let union = bounds.union(rect)
            if union.width <= frame.width, union.height <= frame.height { bounds = union }
        }
        self.bounds = bounds
        let face = rects.first ?? bounds
        let (left, top) = (bounds.x - Subject.air.beside * face.width, bounds.y - Subject.air.above * face.height)
        air = SourceRect(
            x: left,
            y: top,
            width: bounds.x + bounds.width + Subject.air.beside * face.width - left,
            height: bounds.y + bounds.height + Subject.air.below * face.height - top
        )
        .inside(size)
    }

    /// The frame moved as little as it takes to hold what has to stay in it, with air where there is room.
    func holding(_ frame: SourceRect) -> SourceRect {
        var held = frame
        for alongWidth in [true, false] {
            for kept in [air, bounds] {
                let (frame, kept) = (held.extent(alongWidth), kept.extent(alongWidth))
                let low = kept.start + kept.length - frame.length
                let place = low <= kept.start ? min(max(frame.start, low), kept.start) : (low + kept.start) / 2
                held = held.placed(place, alongWidth)
            }
        }
        return held
    }
}
