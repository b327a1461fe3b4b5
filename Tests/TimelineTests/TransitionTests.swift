import Foundation
import Testing
import Timeline

@Suite struct TransitionTests {
    private func timeline(_ count: Int, _ transition: Transition = Transition(.crossfade)) -> Timeline {
        Timeline(
            segments: (0..<count).map { number in
                Segment(
                    id: "s\(number)",
                    media: "medium \(number)",
                    kind: .photo,
                    name: "\(number).jpg",
                    size: PixelSize(width: 3, height: 2),
                    duration: Milliseconds(4000),
                    transition: transition
                )
            }
        )
    }

    private func dealt(_ timeline: Timeline) -> [Transition] {
        let transitions = TransitionChooser.transitions(for: timeline)
        return timeline.segments.dropFirst().compactMap { transitions[$0.id] }
    }

    @Test func everyFamilyIsThereAndEveryNameIsItsOwn() {
        let styles = TransitionStyle.allCases.filter { $0 != .cut }
        #expect(styles.count >= 24)
        #expect(Set(styles.compactMap(\.family)) == Set(TransitionFamily.allCases))
        for language in Language.allCases {
            #expect(Set(TransitionStyle.allCases.map { $0.name(in: language) }).count == styles.count + 1)
        }
    }

    @Test func noStyleComesAgainBeforeAllHaveBeen() {
        let all = TransitionStyle.allCases.count - 1
        let styles = dealt(timeline(3 * all + 1)).map(\.style)
        #expect(styles.count == 3 * all)
        for deal in 0..<3 { #expect(Set(styles[(deal * all)..<((deal + 1) * all)]).count == all) }
        #expect(!zip(styles, styles.dropFirst()).contains { $0 == $1 })
        #expect(!styles.contains(.cut))
    }

    @Test func theSameTimelineIsAlwaysDealtTheSameAndDealtAgainOthers() throws {
        let timeline = timeline(12)
        let transitions = TransitionChooser.transitions(for: timeline)
        #expect(transitions == TransitionChooser.transitions(for: timeline))
        let after = try timeline.applying(.setTransitions(transitions)).timeline
        #expect(TransitionChooser.transitions(for: after) != transitions)
    }

    @Test func aChosenLengthStaysAndAUsualOneIsTheStylesOwn() {
        #expect(Transition(.crossfade).restyled(as: .whipPan).duration == .seconds(0.5))
        #expect(Transition(.crossfade, duration: .seconds(2)).restyled(as: .whipPan).duration == .seconds(2))
        #expect(Transition.cut.restyled(as: .circle).duration == .seconds(1))
        #expect(Transition(.circle).restyled(as: .cut) == .cut)
    }

    @Test(arguments: Easing.allCases)
    func easingIsExactAtBothEndsAndNeverGoesBack(easing: Easing) {
        #expect(easing.progress(at: 0) == 0)
        #expect(easing.progress(at: 1) == 1)
        for step in 0..<100 {
            let (share, next) = (Double(step) / 100, Double(step + 1) / 100)
            let difference = easing.progress(at: next) - easing.progress(at: share)
            #expect(difference > 0)
            #expect(abs(difference * 100 - easing.speed(at: share + 0.005)) < 1e-3)
        }
    }

    @Test func aTransitionStoredBeforeEasingWasKnownIsRead() throws {
        let stored = Data(#"{"style":"slide","duration":700,"direction":"up"}"#.utf8)
        let read = try JSONDecoder().decode(Transition.self, from: stored)
        #expect(read == Transition(.slide, duration: Milliseconds(700), direction: .up))
        #expect(read.shownEasing == .easeInOut)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        // What did not change is written as it was.
        #expect(String(decoding: try encoder.encode(read), as: UTF8.self).contains("easing") == false)
    }
}
