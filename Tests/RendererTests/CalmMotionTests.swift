import Foundation
import Media
import TestKit
import Testing
import Timeline

@testable import Renderer

/// Whatever the camera chooses is calm: it stays on the photo, keeps what the photo is of, is never fast, and does not
/// jerk, from the first frame of a transition into the photo to the last of the one out of it.
@Suite struct CalmMotionTests {
    /// In parts of the frame's side a second, at the fastest moment of a move: an eased one is 1.25 times as fast as
    /// its mean there.
    private static let fastest = 1.25 * Framing.fastest + 0.005
    private static let sizes: [Aspect: PixelSize] = [
        .landscape: PixelSize(width: 1920, height: 1080), .portrait: PixelSize(width: 1080, height: 1920),
        .square: PixelSize(width: 1080, height: 1080), .tall: PixelSize(width: 1080, height: 1350),
    ]

    /// A set as a person makes it, moved by the chooser, then said to move more or less here and there.
    private func timeline(_ random: inout Random) -> Timeline {
        var timeline = Timeline(aspect: random.pick(Aspect.allCases))
        timeline.segments = (0..<random.number(1...6)).map { index in
            var photo = PhotoSets.photo("s\(index)", longest: random.isTrue(oneIn: 3) ? 10 : 1.8, &random)
            let style = random.pick(TransitionStyle.allCases)
            photo.transition = Transition(style, duration: Milliseconds(random.number(0...2500)))
            if random.isTrue(oneIn: 5) {
                photo.motion.strength = 0.02 + random.part() * 0.98
                photo.motion.strengthPinned = true
            }
            return photo
        }
        return MotionChooser.refreshed(timeline)
    }

    /// A photo as the plan shows it: what is seen of it in each frame, in the order of the frames.
    private struct Take {
        var framing: Framing
        var length: Int
        var offsets: [Int] = []

        var rects: [SourceRect] { offsets.map { framing.rect(at: Double($0) / Double(max(length - 1, 1))) } }
    }

    /// The takes by their media. Every photo is another medium.
    private func takes(_ timeline: Timeline) throws -> [MediaID: Take] {
        let size = try #require(Self.sizes[timeline.aspect])
        var takes: [MediaID: Take] = [:]
        func add(_ layer: PictureLayer, _ frames: Int) {
            guard case .still(let framing, let length) = layer.source else { return }
            takes[layer.media, default: Take(framing: framing, length: length)].offsets +=
                layer.offset..<layer.offset + frames
        }
        for chunk in RenderPlan(timeline, settings: VideoSettings(size: size, quality: .high)).chunks {
            for scene in chunk.description.scenes {
                add(scene.picture, scene.frames)
                if let change = scene.change { add(change.incoming, scene.frames) }
            }
        }
        return takes
    }

    @Test func everyChosenMoveIsCalmAndKeepsWhatThePhotoIsOf() throws {
        var random = Random(seed: 41)
        for _ in 0..<250 {
            let timeline = timeline(&random)
            let takes = try takes(timeline)
            for photo in timeline.segments {
                let take = try #require(takes[photo.media])
                // Not a frame of the move is left out or shown twice, whatever scenes and chunks it lies in.
                #expect(take.offsets == Array(0..<take.length), "\(photo)")
                checkPlaces(take, photo, timeline.aspect)
                checkSpeed(take, photo)
            }
        }
    }

    private func checkPlaces(_ take: Take, _ photo: Segment, _ aspect: Aspect) {
        let framing = take.framing
        let room = framing.canvas ?? photo.size
        var kept = (photo.subject?.faces ?? []).map { framing.place($0, of: photo.size) }
        if let focus = photo.subject?.focus, !isPassing(photo.placement(in: aspect.ratio)) {
            kept.append(framing.place(UnitRect(x: focus.x, y: focus.y, width: 0, height: 0), of: photo.size))
        }
        if framing.canvas != nil {
            kept.append(framing.place(UnitRect(x: 0, y: 0, width: 1, height: 1), of: photo.size))
        }
        for rect in take.rects {
            #expect(rect.x >= -0.001 && rect.x + rect.width <= Double(room.width) + 0.001, "\(photo)")
            #expect(rect.y >= -0.001 && rect.y + rect.height <= Double(room.height) + 0.001, "\(photo)")
        }
        for part in kept {
            let isKept = take.offsets.allSatisfy {
                framing.shows(part, at: Double($0) / Double(max(take.length - 1, 1)))
            }
            #expect(isKept, "\(photo) \(aspect)")
        }
        // The plate is as large as the closest frame needs it, so this is how coarsely the widest is sampled.
        let widths = [framing.start.width, framing.end.width]
        #expect((widths.max() ?? 1) / (widths.min() ?? 1) <= 1.501, "\(photo)")
    }

    private func isPassing(_ placement: Placement) -> Bool {
        if case .travelled(let travel) = placement { !travel.keepsSubject } else { false }
    }

    private func checkSpeed(_ take: Take, _ photo: Segment) {
        let rects = take.rects
        guard rects.count > 2 else { return }
        // Corners of the frame bound all that is in it.
        let steps = zip(rects, rects.dropFirst()).map { one, next in
            [one.x - next.x, one.x + one.width - next.x - next.width].map { $0 / next.width }
                + [one.y - next.y, one.y + one.height - next.y - next.height].map { $0 / next.height }
        }
        // The first frame stands at the move's beginning and the last at its end: it takes a frame less than is shown.
        let rate = Double(FrameClock.framesPerSecond) * Double(take.length - 1) / Double(take.length)
        let fastest = steps.joined().map { abs($0) * rate }.max() ?? 0
        #expect(fastest <= Self.fastest, "\(photo): \(fastest)")
        for side in 0..<4 {
            let speeds = steps.map { abs($0[side]) }
            let mean = speeds.reduce(0, +) / Double(speeds.count)
            // It is on its way from the first frame, comes to no stop before the last, and hastens nowhere.
            #expect(speeds.allSatisfy { $0 >= mean * 0.35 - 1e-6 && $0 <= mean * 1.8 + 1e-6 }, "\(photo) \(side)")
            let changes = zip(speeds, speeds.dropFirst()).map { abs($1 - $0) }
            let allowed = mean * 4.5 / Double(speeds.count) + 1e-6
            #expect(changes.allSatisfy { $0 <= allowed }, "\(photo) \(side)")
        }
    }

    @Test func aShortMoveGoesLessFarAndALongOneFurther() {
        func strength(_ seconds: Double) -> Double {
            let framing = Framing(
                motion: Motion(.zoomIn, strength: 0.12),
                fit: .auto,
                size: PixelSize(width: 4000, height: 2250),
                ratio: 16.0 / 9,
                seconds: seconds
            )
            return framing.start.width / framing.end.width - 1
        }
        // As its strength says over the lengths that photos usually have.
        for seconds in [2.5, 3, 4, 5, 6] { #expect(abs(strength(seconds) - 0.12) < 0.0001) }
        #expect(strength(1) < 0.06 && strength(1) > 0.03)
        #expect(strength(15) > 0.17 && strength(15) < 0.2)
        #expect(strength(60) == strength(30))
        var before = 0.0
        for seconds in stride(from: 0.1, through: 20, by: 0.1) {
            #expect(strength(seconds) >= before)
            before = strength(seconds)
        }
    }
}
