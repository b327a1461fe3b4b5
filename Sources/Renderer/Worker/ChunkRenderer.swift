internal import Media
internal import Timeline

/// Turns a chunk's description into encoded video: each frame is drawn, blended, written on and encoded in line by the
/// thread that runs this, so that an encoder never waits for another thread.
struct ChunkRenderer {
    let plates: Plates
    let masks: WipeMasks
    /// The chunk's media, open.
    let files: [MediaID: MediaFile]
    let report: (WorkerReply.Event) -> Void

    /// How often a sign of life is given, in frames.
    private static let reportInterval = 8
    /// So many frames into a chunk an encoder has all the memory it needs: x264 looks ten frames ahead and more.
    private static let settled = 24

    func render(_ chunk: ChunkDescription) throws -> EncodedChunk {
        let size = chunk.settings.size
        let encoder = try VideoEncoder(chunk.settings)
        let texts = try chunk.texts.map { try TextPainter($0, frame: size) }
        var canvas = try Canvas(size)
        var frame = 0
        var reported = 0
        for scene in chunk.scenes {
            let base = try painter(for: scene.picture, size: size)
            let incoming = try scene.change.map { try painter(for: $0.incoming, size: size) }
            let transition = try scene.change.map { try TransitionPainter($0, size: size, masks: masks) }
            canvas.forgetStill()
            // Photos are decoded by now; a clip is decoded while it is drawn.
            let clip = [scene.picture, scene.change?.incoming].compactMap { $0 }.first(where: \.isClip)
            if let clip, let file = files[clip.media] { report(.reading(name: file.name)) }
            defer { if clip != nil { report(.finishedReading) } }
            for index in 0..<scene.frames {
                if let transition, let incoming {
                    try canvas.draw(transition, index: index, from: base, to: incoming)
                } else {
                    try canvas.draw(base, index: index)
                }
                for text in texts { try text.draw(at: frame, on: canvas.frame) }
                try encoder.encode(canvas.frame)
                frame += 1
                if frame == Self.settled { FreedMemory.giveBackExcess() }
                if frame - reported >= Self.reportInterval || frame == chunk.frames {
                    report(.progress(frames: frame - reported))
                    reported = frame
                }
            }
        }
        return try encoder.finish()
    }

    private func painter(for layer: PictureLayer, size: PixelSize) throws -> LayerPainter {
        guard let file = files[layer.media] else {
            throw WorkerFailure(code: .unreadable, message: "A photo or clip of the video did not reach the renderer.")
        }
        report(.reading(name: file.name))
        defer { report(.finishedReading) }
        let table = layer.look?.table.flatMap { files[$0.media] }
        return try LayerPainter(layer, frame: size, plates: plates, file: file, table: table)
    }
}
