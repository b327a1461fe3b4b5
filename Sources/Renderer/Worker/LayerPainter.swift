internal import Media
internal import Timeline

/// Draws one layer's frames, one after the other. Used by one thread.
struct LayerPainter {
    private enum Source {
        case still(Plate, Framing, length: Int)
        case moving(any MovingPicture, start: Int)
    }

    private let source: Source
    private let layer: PictureLayer
    private let vignette: Vignette?
    private let memory = BlendMemory()

    /// - Parameter table: The person's own table of colours, if the layer's look has one.
    init(_ layer: PictureLayer, frame: PixelSize, plates: Plates, file: MediaFile, table: MediaFile? = nil) throws {
        self.layer = layer
        let strength = layer.look?[.vignette] ?? 0
        vignette = strength > 0 ? Vignette(strength: Double(strength) / 100, size: frame) : nil
        func colors() throws -> ColorTable? {
            guard let look = layer.look else { return nil }
            return ColorTable(look, table: try table.map { try CubeTable($0) })
        }
        switch layer.source {
        case .still(let framing, let length):
            source = .still(
                try plates.plate(for: layer, framing: framing, frame: frame, from: file, colors: colors),
                framing,
                length: length
            )
        case .clip(let start, let part):
            let placement = PicturePlacement(of: part, in: frame)
            source = .moving(try ClipReader(file, placement: placement, colors: try colors()), start: start)
        case .animation(let start, let part):
            let placement = PicturePlacement(of: part, in: frame)
            source = .moving(try plates.animation(file, placement: placement, colors: try colors()), start: start)
        }
    }

    /// The part of the plate that is seen does not change from frame to frame.
    var isStill: Bool {
        if case .still(_, let framing, _) = source { return framing.isStill }
        return false
    }

    /// Draws the picture of the `index`-th frame of the scene, enlarged about its middle by `zoom` (1 or more).
    func draw(_ index: Int, into frame: Frame, with sampler: PlateSampler, zoom: Double = 1) throws {
        let position = layer.offset + index
        switch source {
        case .still(let plate, let framing, let length):
            let rect = framing.rect(at: Double(position) / Double(max(length - 1, 1)))
            let whole = framing.canvas ?? layer.size
            let horizontal = Double(plate.size.width) / Double(whole.width)
            let vertical = Double(plate.size.height) / Double(whole.height)
            let region = Region(rect).scaled(horizontal, vertical)
            sampler.sample(plate, region: region.enlarged(by: zoom), into: frame)
        case .moving(let picture, let start):
            let plate = try picture.plate(at: FrameClock.shownTime(ofFrame: position, from: start))
            let size = plate.size
            let region = Region(x: 0, y: 0, width: Double(size.width), height: Double(size.height))
            sampler.sample(plate, region: region.enlarged(by: zoom), into: frame)
        }
        vignette?.darken(frame, memory: memory)
    }
}

extension PicturePlacement {
    fileprivate init(of part: SourceRect?, in frame: PixelSize) {
        self = part.map { .covering(frame, part: Region($0)) } ?? .onBlurredCopy(frame)
    }
}

extension Region {
    fileprivate init(_ rect: SourceRect) {
        self.init(x: rect.x, y: rect.y, width: rect.width, height: rect.height)
    }

    /// The part of it that is seen when its middle comes closer.
    fileprivate func enlarged(by zoom: Double) -> Region {
        guard zoom > 1 else { return self }
        return Region(
            x: x + width * (1 - 1 / zoom) / 2,
            y: y + height * (1 - 1 / zoom) / 2,
            width: width / zoom,
            height: height / zoom
        )
    }
}
