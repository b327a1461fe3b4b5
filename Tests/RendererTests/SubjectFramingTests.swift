import Testing
import Timeline

@testable import Renderer

/// What a photo is of stays in the frame through the whole move, in every shape.
@Suite struct SubjectFramingTests {
    private static let ratios: [Double] = [16.0 / 9, 9.0 / 16, 1, 0.8]

    /// A photo with up to four faces anywhere on it, and any move over it.
    private struct Case: CustomStringConvertible {
        var size: PixelSize
        var subject: Subject
        var motion: Motion
        var fit: Fit

        init(_ random: inout SplitMix, faces: ClosedRange<Int>) {
            size = PixelSize(
                width: Int.random(in: 600...8000, using: &random),
                height: Int.random(in: 600...8000, using: &random)
            )
            let rects = (0..<Int.random(in: faces, using: &random)).map { _ in
                let (width, height) = (
                    Double.random(in: 0.02...0.4, using: &random), Double.random(in: 0.02...0.4, using: &random)
                )
                return UnitRect(
                    x: Double.random(in: 0...1 - width, using: &random),
                    y: Double.random(in: 0...1 - height, using: &random),
                    width: width,
                    height: height
                )
            }
            subject = Subject(faces: rects.sorted { $0.width * $0.height > $1.width * $1.height })
            subject.focus =
                subject.faceBounds?.middle
                ?? UnitPoint(x: Double.random(in: 0...1, using: &random), y: Double.random(in: 0...1, using: &random))
            motion = Motion(
                Move.allCases.randomElement(using: &random) ?? .none,
                focusX: subject.focus.x,
                focusY: subject.focus.y,
                strength: Double.random(in: 0.03...0.4, using: &random),
                pinned: Bool.random(using: &random)
            )
            fit = Fit.allCases.randomElement(using: &random) ?? .auto
        }

        func framing(_ ratio: Double) -> Framing {
            Framing(motion: motion, fit: fit, size: size, subject: subject, ratio: ratio, seconds: 4)
        }

        var description: String { "\(size.width)x\(size.height) \(motion) \(fit) \(subject)" }
    }

    @Test func facesStayInTheFrameThroughTheWholeMove() throws {
        var random = SplitMix(seed: 3)
        for _ in 0..<1500 {
            let photo = Case(&random, faces: 1...4)
            let all = try #require(photo.subject.faceBounds)
            for ratio in Self.ratios {
                let framing = photo.framing(ratio)
                let widest = SourceRect.inside(photo.size, ratio: ratio, zoom: 1, around: 0, 0)
                let bounds = SourceRect(all, of: photo.size)
                if framing.canvas != nil || (bounds.width <= widest.width && bounds.height <= widest.height) {
                    #expect(framing.holds(framing.place(all, of: photo.size)), "\(photo) \(ratio)")
                } else {
                    // Not all can be seen at once: the largest is, or its middle where even that is too large.
                    let face = SourceRect(photo.subject.faces[0], of: photo.size).cut(to: widest)
                    #expect(framing.holds(face), "\(photo) \(ratio)")
                }
            }
        }
    }

    @Test func wherePhotosAreFitByTheirContentNoFaceIsLost() throws {
        var random = SplitMix(seed: 9)
        for _ in 0..<1500 {
            var photo = Case(&random, faces: 1...4)
            photo.fit = .auto
            photo.motion.pinned = false
            for ratio in Self.ratios {
                let framing = photo.framing(ratio)
                for face in photo.subject.faces {
                    #expect(framing.holds(framing.place(face, of: photo.size)), "\(photo) \(ratio)")
                }
            }
        }
    }

    @Test func theSubjectStaysWithoutFacesToo() {
        var random = SplitMix(seed: 5)
        for _ in 0..<1500 {
            var photo = Case(&random, faces: 0...0)
            photo.motion.pinned = false
            for ratio in Self.ratios {
                let placement = Placement(
                    of: photo.size,
                    fit: photo.fit,
                    motion: photo.motion,
                    subject: photo.subject,
                    in: ratio
                )
                // A long strip passes by, and so does its subject.
                if case .travelled(let travel) = placement, !travel.keepsSubject { continue }
                let framing = photo.framing(ratio)
                let focus = photo.subject.focus
                let point = framing.place(UnitRect(x: focus.x, y: focus.y, width: 0, height: 0), of: photo.size)
                #expect(framing.holds(point), "\(photo) \(ratio)")
            }
        }
    }

    @Test func aMoveGoesTowardTheSubject() {
        let focus = UnitPoint(x: 0.7, y: 0.35)
        func distance(_ rect: SourceRect) -> Double {
            let (x, y) = (rect.middle(true) / 4000 - focus.x, rect.middle(false) / 3000 - focus.y)
            return (x * x + y * y).squareRoot()
        }
        for move in Move.allCases where move != .none {
            let framing = Framing(
                motion: Motion(move, focusX: focus.x, focusY: focus.y),
                fit: .auto,
                size: PixelSize(width: 4000, height: 3000),
                subject: Subject(focus: focus),
                ratio: 16.0 / 9,
                seconds: 4
            )
            switch move {
            // Away from it at the opening; nor can the frame go further left or down than to the picture's edge.
            case .zoomOut, .panLeft, .panDown: #expect(distance(framing.start) < distance(framing.end), "\(move)")
            default: #expect(distance(framing.end) < distance(framing.start), "\(move)")
            }
        }
    }

    @Test func aPortraitInALandscapeFrameIsSeenWhole() {
        func placement(_ width: Int, _ height: Int, _ ratio: Double, _ move: Move, _ faces: [UnitRect] = [])
            -> Placement
        {
            Placement(
                of: PixelSize(width: width, height: height),
                fit: .auto,
                motion: Motion(move),
                subject: Subject(faces: faces),
                in: ratio
            )
        }
        #expect(placement(2000, 3000, 16.0 / 9, .zoomIn) == .onBlur)
        #expect(placement(3000, 2000, 9.0 / 16, .zoomIn) == .onBlur)
        // One above the other, as far apart as filling the frame would cut off.
        let (top, bottom) = (
            UnitRect(x: 0.4, y: 0.02, width: 0.1, height: 0.1), UnitRect(x: 0.5, y: 0.88, width: 0.1, height: 0.1)
        )
        #expect(placement(4000, 3000, 16.0 / 9, .zoomIn, [top]) == .filling)
        #expect(placement(4000, 3000, 16.0 / 9, .zoomIn, [top, bottom]) == .onBlur)
    }

    @Test func aPointThatThePersonAskedForCountsMoreThanFaces() {
        let face = UnitRect(x: 0.02, y: 0.4, width: 0.1, height: 0.15)
        let motion = Motion(.zoomIn, focusX: 0.75, focusY: 0.5, strength: 0.3, focusPinned: true)
        for size in [PixelSize(width: 4000, height: 2250), PixelSize(width: 2000, height: 3000)] {
            let framing = Framing(
                motion: motion,
                fit: .auto,
                size: size,
                subject: Subject(faces: [face], focus: face.middle),
                ratio: 16.0 / 9,
                seconds: 4
            )
            let point = framing.place(UnitRect(x: 0.75, y: 0.5, width: 0, height: 0), of: size)
            #expect(framing.holds(point))
            let way = abs(framing.start.middle(true) - point.x) - abs(framing.end.middle(true) - point.x)
            #expect(way > 0)
        }
    }
}
