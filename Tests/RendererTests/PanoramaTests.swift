import TestKit
import Testing

@testable import Renderer
@testable import Timeline

/// Panoramas, lying and standing: what they are of is not lost by travelling along them.
@Suite struct PanoramaTests {
    private static let whole = UnitRect(x: 0, y: 0, width: 1, height: 1)

    private func panorama(_ width: Int, _ height: Int, _ faces: [UnitRect] = [], focus: Double = 0.5) -> Segment {
        Segment(
            id: "s",
            media: "m",
            kind: .photo,
            name: "panorama.jpg",
            size: PixelSize(width: width, height: height),
            duration: .seconds(6),
            subject: Subject(faces: faces, focus: faces.first?.middle ?? UnitPoint(x: focus, y: 0.5))
        )
    }

    private func face(at x: Double) -> UnitRect { UnitRect(x: x, y: 0.3, width: 0.05, height: 0.3) }

    @Test func whatItIsOfStaysInTheFrameOrEndsThere() {
        var random = Random(seed: 31)
        var seen = (keeping: 0, passing: 0, whole: 0)
        for _ in 0..<1500 {
            var photo = PhotoSets.photo("s", longest: 12, &random)
            for ratio in PhotoSets.ratios {
                for move in Move.allCases where MoveChoice.weight(of: move, for: photo, in: ratio) > 0 {
                    let focus = photo.subject?.focus ?? .middle
                    photo.motion = Motion(move, focusX: focus.x, focusY: focus.y, strength: 0.05 + random.part() * 0.15)
                    let framing = Framing(photo, in: ratio)
                    let point = framing.place(UnitRect(x: focus.x, y: focus.y, width: 0, height: 0), of: photo.size)
                    switch photo.placement(in: ratio) {
                    case .travelled(let travel) where travel.keepsSubject:
                        seen.keeping += 1
                        for face in photo.subject?.faces ?? [] {
                            #expect(framing.holds(framing.place(face, of: photo.size)), "\(photo) \(ratio)")
                        }
                        if photo.subject != nil { #expect(framing.holds(point), "\(photo) \(ratio)") }
                        #expect(way(framing) > min(0.149, 0.06 * photo.duration.seconds), "\(photo) \(ratio)")
                    case .travelled:
                        seen.passing += 1
                        #expect(photo.subject?.faces.isEmpty == true)
                        let isTowardIt = move.isForward == ((move.isPan(alongWidth: true) ? focus.x : focus.y) > 0.5)
                        #expect(framing.shows(point, at: isTowardIt ? 1 : 0), "\(photo) \(ratio)")
                        let strip = min(photo.size.ratio / ratio, ratio / photo.size.ratio)
                        #expect(strip < 0.3)
                    case .onBlur:
                        seen.whole += 1
                        #expect(framing.holds(framing.place(Self.whole, of: photo.size)), "\(photo) \(ratio)")
                    case .filling: break
                    }
                }
            }
        }
        #expect(seen.keeping > 1000 && seen.passing > 50 && seen.whole > 1000, "\(seen)")
    }

    /// How far the frame goes, in parts of itself.
    private func way(_ framing: Framing) -> Double {
        let (x, y) = (framing.end.x - framing.start.x, framing.end.y - framing.start.y)
        return max(abs(x) / framing.start.width, abs(y) / framing.start.height)
    }

    @Test func theRuleByExamples() {
        let wide = 16.0 / 9
        func placement(_ photo: Segment, _ ratio: Double = wide, _ move: Move = .panRight) -> Placement {
            photo.with(move).placement(in: ratio)
        }
        func keeps(_ placement: Placement) -> Bool? {
            if case .travelled(let travel) = placement { travel.keepsSubject } else { nil }
        }
        #expect(keeps(placement(panorama(9000, 2000))) == true)
        #expect(keeps(placement(panorama(2000, 9000), wide, .panUp)) == true)
        #expect(keeps(placement(panorama(6000, 2000, focus: 0.2))) == true)
        // At the very end the frame could not move: a panorama that fills much of the frame is seen whole, of a longer
        // one the end is come to.
        #expect(placement(panorama(6000, 2000, focus: 0.02)) == .onBlur)
        #expect(keeps(placement(panorama(20_000, 2000, focus: 0.02))) == false)
        #expect(keeps(placement(panorama(6000, 2000, focus: 0.02), 9.0 / 16)) == false)
        // A face does not leave the frame however long the picture is.
        #expect(keeps(placement(panorama(9000, 2000, [face(at: 0.3)]))) == true)
        #expect(placement(panorama(20_000, 2000, [face(at: 0)])) == .onBlur)
        // Nor does any of several; these two no frame can hold at once.
        #expect(keeps(placement(panorama(9000, 2000, [face(at: 0.3), face(at: 0.4)]))) == true)
        #expect(placement(panorama(9000, 2000, [face(at: 0.3), face(at: 0.8)])) == .onBlur)
        #expect(placement(panorama(9000, 2000), wide, .zoomIn) == .onBlur)
    }

    @Test func thePersonsOwnPanIsMade() {
        for faces in [[], [face(at: 0)], [face(at: 0), face(at: 0.9)]] {
            var photo = panorama(9000, 2000, faces, focus: 0.01)
            for move in [Move.panLeft, .panRight] {
                photo.motion = Motion(move, focusX: 0.01, pinned: true)
                let framing = Framing(photo, in: 16.0 / 9)
                #expect(framing.canvas == nil)
                #expect(!framing.isStill)
                if let face = faces.first { #expect(framing.holds(framing.place(face, of: photo.size))) }
            }
        }
    }

    @Test func theChoiceGoesTowardAnEndThatWouldElseBeLeftBehind() {
        let moves = (0..<60).map { index in
            var photo = panorama(20_000, 2000, focus: 0.98)
            photo.media = "\(index)"
            return MotionChooser.motions(for: [photo])["s"]?.move
        }
        #expect(moves.count { $0 == .panRight } > 50)
        #expect(moves.allSatisfy { $0 == .panRight || $0 == .panLeft })
    }
}
