internal import Media
internal import Timeline

/// Draws one frame of a layer as a small picture.
struct StillMaker {
    let plates: Plates
    /// The layer's media, open.
    let files: [MediaID: MediaFile]
    let report: (WorkerReply.Event) -> Void

    /// - Parameter size: Of the picture, even in both directions.
    func picture(of layer: PictureLayer, size: PixelSize, form: PictureForm) throws -> [UInt8] {
        guard let file = files[layer.media] else {
            throw WorkerFailure(code: .unreadable, message: "A photo or clip of the video did not reach the renderer.")
        }
        report(.reading(name: file.name))
        defer { report(.finishedReading) }
        let table = layer.look?.table.flatMap { files[$0.media] }
        let painter = try LayerPainter(layer, frame: size, plates: plates, file: file, table: table)
        var canvas = try Canvas(size)
        try canvas.draw(painter, index: 0)
        switch form {
        case .jpeg: return try Thumbnail.jpeg(of: canvas.frame)
        case .ppm: return Array("P6\n\(size.width) \(size.height)\n255\n".utf8) + canvas.frame.rgb()
        }
    }
}
