import TestKit
import Timeline

@testable import Renderer

/// Photos of every shape with anything on them anywhere, as the camera's choice has to cope with them.
enum PhotoSets {
    static let ratios = Aspect.allCases.map(\.ratio)

    /// - Parameters:
    ///   - longest: The long side by the short one at most.
    ///   - faces: How many faces lie on it.
    static func photo(
        _ id: SegmentID,
        longest: Double,
        faces: ClosedRange<Int> = 0...3,
        _ random: inout Random
    ) -> Segment {
        let short = random.number(200...3000)
        let long = Int(Double(short) * Double.random(in: 1...longest, using: &random))
        let size = PixelSize(width: long, height: short)
        let seconds = random.pick([0.4, 0.9, 2, 3, 4, 5, 8, 15, 40])
        return Segment(
            id: id,
            media: "\(id) \(random.number(0...1_000_000))",
            kind: .photo,
            name: "\(id).jpg",
            size: random.isTrue() ? size : PixelSize(width: short, height: long),
            duration: .seconds(seconds),
            subject: random.isTrue(oneIn: 8) ? nil : subject(faces: random.number(faces), &random)
        )
    }

    /// What lies at an edge or in a corner is what a move loses first.
    private static func subject(faces: Int, _ random: inout Random) -> Subject {
        func place(_ length: Double) -> Double { random.pick([0, 1 - length, random.part() * (1 - length)]) }
        let rects = (0..<faces).map { _ in
            let (width, height) = (0.02 + random.part() * 0.3, 0.02 + random.part() * 0.3)
            return UnitRect(x: place(width), y: place(height), width: width, height: height)
        }
        var subject = Subject(faces: rects.sorted { $0.width * $0.height > $1.width * $1.height })
        subject.focus = subject.faceBounds?.middle ?? UnitPoint(x: place(0), y: place(0))
        return subject
    }
}

extension Framing {
    /// The framing of a segment shown for its own time.
    init(_ segment: Segment, in ratio: Double) {
        self.init(
            motion: segment.motion,
            fit: segment.fit,
            size: segment.size,
            subject: segment.subject,
            ratio: ratio,
            seconds: segment.duration.seconds
        )
    }

    /// Where a part of a picture lies on the canvas.
    func place(_ part: UnitRect, of size: PixelSize) -> SourceRect {
        var rect = SourceRect(part, of: size)
        if let canvas {
            rect.x += Double(canvas.width - size.width) / 2
            rect.y += Double(canvas.height - size.height) / 2
        }
        return rect
    }

    /// Whether a part of the picture is inside the frame after a share of the move.
    func shows(_ part: SourceRect, at share: Double) -> Bool {
        // A canvas is whole pixels.
        let slack = 1.01
        let frame = rect(at: share)
        return part.x >= frame.x - slack && part.x + part.width <= frame.x + frame.width + slack
            && part.y >= frame.y - slack && part.y + part.height <= frame.y + frame.height + slack
    }

    /// Whether it is inside all the way.
    func holds(_ part: SourceRect) -> Bool {
        (0...20).allSatisfy { shows(part, at: Double($0) / 20) }
    }
}
