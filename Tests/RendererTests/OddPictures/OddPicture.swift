import Foundation

/// A picture file, and what is to be seen of it.
struct OddPicture {
    var name: String
    var corners = Corners.usual
    /// Its sides are exchanged by its turn.
    var isTurned = false
    /// What compression and the encoder may change, in levels.
    var tolerance = 8

    /// Each of the eight turns, in each kind of file that can carry one.
    static func turned(_ tools: PictureTools) throws -> [OddPicture] {
        try tools.quarters("quarters.ppm")
        try tools.vips("copy", "@quarters.ppm", "@a.jpg[Q=98,no-subsample]")
        try tools.vips("copy", "@quarters.ppm", "@a.png[compression=1]")
        try tools.vips("copy", "@quarters.ppm", "@a.webp[lossless,strip]")
        try tools.heif("-q", "95", "@a.png", "-o", "@a.heic")
        let (jpeg, png, webp) = (try tools.bytes("a.jpg"), try tools.bytes("a.png"), try tools.bytes("a.webp"))
        let tile = try HEICFile.Tile(tools.bytes("a.heic"))
        var pictures: [OddPicture] = []
        for orientation in 1...8 {
            var heic = HEICFile(tileSize: (PictureTools.width, PictureTools.height), tiles: [tile])
            heic.orientation = orientation
            let files = [
                ("jpg", Orientation.jpeg(jpeg, orientation)), ("png", Orientation.png(png, orientation)),
                ("webp", Orientation.webp(webp, orientation)), ("heic", heic.bytes),
            ]
            for (type, bytes) in files {
                let name = "turn \(orientation).\(type)"
                try tools.write(bytes, name)
                pictures.append(
                    OddPicture(name: name, corners: Corners.usual.turned(orientation), isTurned: orientation > 4)
                )
            }
        }
        return pictures
    }

    /// PNGs of every depth and kind of colour.
    static func pngs(_ tools: PictureTools) throws -> [OddPicture] {
        try tools.quarters("quarters.ppm")
        let (usual, gray) = (Corners.usual, Corners.usual.gray)
        try tools.vips("colourspace", "@quarters.ppm", "@deep.png", "rgb16")
        try tools.vips("colourspace", "@quarters.ppm", "@gray.png", "b-w")
        try tools.vips("colourspace", "@quarters.ppm", "@deep gray.png", "grey16")
        try tools.vips("copy", "@quarters.ppm", "@palette.png[palette,bitdepth=2]")
        try tools.vips("copy", "@quarters.ppm", "@interlaced.png[interlace]")
        // Only the left half is there; the right one is transparent and lies on white.
        try tools.ppm("mask.ppm") { x, _ in
            x < PictureTools.width / 2 ? RGBColor(255, 255, 255) : RGBColor(0, 0, 0)
        }
        try tools.vips("extract_band", "@mask.ppm", "@mask.v", "0")
        try tools.vips("bandjoin", "@quarters.ppm @mask.v", "@alpha.v")
        try tools.vips("copy", "@alpha.v", "@alpha.png")
        try tools.vips("copy", "@alpha.v", "@alpha palette.png[palette]")
        try tools.vips("copy", "@alpha.v", "@alpha.webp[lossless]")
        try tools.vips("colourspace", "@alpha.v", "@deep alpha.png", "rgb16")
        try tools.vips("colourspace", "@alpha.v", "@gray alpha.png", "b-w")
        let white = RGBColor(255, 255, 255)
        let half = Corners(colors: [usual.colors[0], white, white, usual.colors[3]])
        return [
            OddPicture(name: "deep.png"), OddPicture(name: "gray.png", corners: gray),
            OddPicture(name: "deep gray.png", corners: gray), OddPicture(name: "palette.png"),
            OddPicture(name: "interlaced.png"), OddPicture(name: "alpha.png", corners: half),
            OddPicture(name: "alpha palette.png", corners: half), OddPicture(name: "alpha.webp", corners: half),
            OddPicture(name: "deep alpha.png", corners: half), OddPicture(name: "gray alpha.png", corners: half.gray),
        ]
    }

    /// JPEGs for the press and for slow lines.
    static func jpegs(_ tools: PictureTools) throws -> [OddPicture] {
        try tools.quarters("quarters.ppm")
        try tools.vips("copy", "@quarters.ppm", "@progressive.jpg[Q=95,interlace]")
        try tools.vips("colourspace", "@quarters.ppm", "@gray.jpg[Q=95]", "b-w")
        try tools.vips("icc_export", "@quarters.ppm", "@inks.v", "--output-profile", "cmyk")
        try tools.vips("copy", "@inks.v", "@cmyk.jpg[Q=98]")
        try tools.vips("copy", "@inks.v", "@cmyk bare.jpg[Q=98,strip]")
        // Inks are stored inverted and marked so by Adobe's segment. Without it they are taken for inverted, too, as
        // every browser does.
        let bare = try tools.bytes("cmyk bare.jpg")
        let adobe: Range<Int> = 2..<18
        try tools.write(Array(bare[..<adobe.lowerBound] + bare[adobe.upperBound...]), "cmyk unmarked.jpg")
        // The other form: the same inks turned into luma and chroma (Adobe technical note 5116, transform 2).
        try tools.vips("rawsave", "@inks.v", "@inks.raw")
        let inks = try tools.bytes("inks.raw")
        var turned: [UInt8] = []
        for start in stride(from: 0, to: inks.count, by: 4) {
            let (red, green, blue) = (Double(inks[start]), Double(inks[start + 1]), Double(inks[start + 2]))
            let luma = 0.299 * red + 0.587 * green + 0.114 * blue
            let values = [luma, 128 + (blue - luma) * 0.564, 128 + (red - luma) * 0.713]
            // The tool inverts all four on their way to the file; reading inverts the fourth alone.
            turned += values.map { UInt8(max(0, min(255, 255 - $0.rounded()))) } + [inks[start + 3]]
        }
        try tools.write(turned, "turned.raw")
        let size = ["\(PictureTools.width)", "\(PictureTools.height)"]
        try tools.vips("rawload", "@turned.raw", "@turned.v", size[0], size[1], "4")
        try tools.vips("copy", "@turned.v", "@ycck.jpg[Q=98,strip]", "--interpretation", "cmyk")
        var ycck = try tools.bytes("ycck.jpg")
        ycck[adobe.upperBound - 1] = 2
        try tools.write(ycck, "ycck.jpg")
        return [
            OddPicture(name: "progressive.jpg"), OddPicture(name: "gray.jpg", corners: Corners.usual.gray),
        ]
            + ["cmyk.jpg", "cmyk bare.jpg", "cmyk unmarked.jpg", "ycck.jpg"].map {
                // The press's colours are fewer.
                OddPicture(name: $0, tolerance: 20)
            }
    }

    /// The same colours in Display P3, and numbers without any profile, which mean sRGB.
    static func profiles(_ tools: PictureTools) throws -> [OddPicture] {
        try tools.quarters("quarters.ppm")
        try tools.vips("icc_transform", "@quarters.ppm", "@p3.png", "p3", "--input-profile", "srgb")
        try tools.vips("copy", "@p3.png", "@p3.jpg[Q=98,no-subsample]")
        try tools.vips("copy", "@p3.png", "@p3.webp[lossless]")
        try tools.vips("copy", "@p3.png", "@bare.jpg[Q=98,no-subsample,strip]")
        try tools.vips("colourspace", "@p3.png", "@p3 deep.png", "rgb16")
        try tools.heif("-q", "98", "@p3.png", "-o", "@p3.heic")
        // What the numbers of the file are when nobody converts them.
        let numbers = try [(40, 24), (120, 24), (120, 72), (40, 72)].map { x, y in
            let values = try tools.vips("getpoint", "@p3.png", "\(x)", "\(y)").split(separator: " ").compactMap {
                Double($0).map { Int($0) }
            }
            return RGBColor(values[0], values[1], values[2])
        }
        return ["p3.png", "p3.jpg", "p3.webp", "p3 deep.png", "p3.heic"].map { OddPicture(name: $0, tolerance: 6) }
            + [OddPicture(name: "bare.jpg", corners: Corners(colors: numbers), tolerance: 6)]
    }

    /// A picture of 320 x 192 pixels in 2 x 2 coded tiles, as phones write it; and one of ten bits.
    static func heics(_ tools: PictureTools) throws -> [OddPicture] {
        let tiles = try [0, 1, 3, 2].map { index in
            let color = Corners.usual.colors[index]
            try tools.ppm("tile.ppm") { _, _ in color }
            try tools.vips("copy", "@tile.ppm", "@tile.png")
            try tools.heif("-q", "90", "@tile.png", "-o", "@tile.heic")
            return try HEICFile.Tile(tools.bytes("tile.heic"))
        }
        let size = (width: PictureTools.width, height: PictureTools.height)
        var grid = HEICFile(tileSize: size, tiles: tiles, columns: 2, rows: 2)
        try tools.write(grid.bytes, "grid.heic")
        grid.orientation = 6
        try tools.write(grid.bytes, "turned grid.heic")
        try tools.quarters("quarters.ppm")
        try tools.vips("colourspace", "@quarters.ppm", "@deep.png", "rgb16")
        try tools.heif("-b", "10", "-q", "95", "@deep.png", "-o", "@ten bits.heic")
        return [
            OddPicture(name: "grid.heic"),
            OddPicture(name: "turned grid.heic", corners: Corners.usual.turned(6), isTurned: true),
            OddPicture(name: "ten bits.heic"),
        ]
    }
}
