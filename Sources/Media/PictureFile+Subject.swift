import CVips
import Timeline

extension PictureFile {
    /// How long the long side of the picture is in which faces are looked for, in pixels. A face of a sixteenth of it
    /// and more is found as well as at 512, for three quarters of the time.
    ///
    /// A second look at twice the size, where nothing was found, would find faces of a thirtieth, but take 73 ms more
    /// for every photo without people, on top of 16.
    static let subjectSide = 448

    /// What the photo is of.
    ///
    /// - Parameter picture: The whole photo at a small size, upright, in sRGB.
    func subject(in picture: Picture) -> Subject {
        let faces: [UnitRect] =
            if case .success(let finder) = FaceFinder.shared, let grey = try? picture.inGrey() {
                finder.faces(in: grey)
            } else {
                []
            }
        return Subject(faces: faces, focus: Subject.focus(of: faces) ?? picture.attention ?? .middle)
    }
}

extension Subject {
    /// The middle of faces; the larger one counts for more. Nil when there are none.
    fileprivate static func focus(of faces: [UnitRect]) -> UnitPoint? {
        let area = faces.reduce(0) { $0 + $1.width * $1.height }
        guard area > 0 else { return nil }
        func middle(_ coordinate: (UnitPoint) -> Double) -> Double {
            faces.reduce(0) { $0 + coordinate($1.middle) * $1.width * $1.height } / area
        }
        return UnitPoint(x: middle(\.x), y: middle(\.y)).rounded
    }
}

extension Picture {
    /// Smaller ones are shown as they are.
    private static let leastSide = 16

    /// Where libvips finds what stands out by its edges, its colours and the hue of skin; nil in a picture too small
    /// to tell.
    fileprivate var attention: UnitPoint? {
        guard min(width, height) >= Self.leastSide else { return nil }
        var (x, y): (Int32, Int32) = (0, 0)
        // The window is what a close frame shows: something of about that size is looked for.
        let window = (width: Int32(width * 2 / 5), height: Int32(height * 2 / 5))
        guard
            (try? Vips.run("smartcrop") { kinora_vips_attention(image, $0, window.width, window.height, &x, &y) })
                != nil
        else { return nil }
        return UnitPoint(
            x: min(max(Double(x) / Double(width), 0), 1),
            y: min(max(Double(y) / Double(height), 0), 1)
        ).rounded
    }

    fileprivate func inGrey() throws(MediaError) -> Picture {
        try Vips.run("colourspace") { kinora_vips_to_grey(image, $0) }.inMemory()
    }
}

extension UnitPoint {
    /// To four places.
    fileprivate var rounded: UnitPoint {
        UnitPoint(x: (x * 10_000).rounded() / 10_000, y: (y * 10_000).rounded() / 10_000)
    }
}
