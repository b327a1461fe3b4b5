import Testing

@testable import Renderer

/// How long renders take on a machine, told by those it has done.
@Suite struct RenderPaceTests {
    private func sample(_ kind: String, nominal: Double = 10_000, factor: Double) -> RenderPace.Sample {
        RenderPace.Sample(kind: kind, nominalMS: nominal, measuredMS: nominal * factor)
    }

    @Test func whatIsSaidBeforeTheFirstRenderIsTheModels() {
        let estimate = RenderPace().estimateMS(nominal: 5000, kind: "a")
        #expect(estimate.ms == 5000 && !estimate.measured)
    }

    @Test func oneRenderTellsThePaceOfItsKind() {
        let pace = RenderPace([sample("a", factor: 2.5)])
        let estimate = pace.estimateMS(nominal: 4000, kind: "a")
        #expect(estimate.ms == 10_000 && estimate.measured)
    }

    @Test func anotherKindIsTakenForAsMuchSlowerOrFaster() {
        let estimate = RenderPace([sample("a", factor: 2.5)]).estimateMS(nominal: 4000, kind: "b")
        #expect(estimate.ms == 10_000 && !estimate.measured)
    }

    @Test func aKindOfItsOwnCountsMoreThanAllOthers() {
        let pace = RenderPace([sample("b", factor: 1.5)] + Array(repeating: sample("a", factor: 3), count: 7))
        #expect(pace.estimateMS(nominal: 1000, kind: "b").ms == 1500)
        #expect(pace.estimateMS(nominal: 1000, kind: "a").ms == 3000)
    }

    @Test func aRenderThatRanWhileTheMachineWasBusyIsForgotten() {
        let pace = RenderPace([1, 1.1, 9, 0.9, 1].map { sample("a", factor: $0) })
        #expect(pace.estimateMS(nominal: 1000, kind: "a").ms == 1000)
    }

    @Test func aMachineThatBecameSlowerIsBelieved() {
        let old = Array(repeating: sample("a", factor: 1), count: 50)
        let pace = RenderPace(old + Array(repeating: sample("a", factor: 2), count: 4))
        #expect(pace.estimateMS(nominal: 1000, kind: "a").ms == 2000)
    }

    @Test func aRenderOfNothingTellsNothing() {
        let short = RenderPace.Sample(kind: "a", nominalMS: 30, measuredMS: 3000)
        #expect(!RenderPace.isTelling(short))
        #expect(!RenderPace.isTelling(RenderPace.Sample(kind: "a", nominalMS: 5000, measuredMS: .infinity)))
        #expect(RenderPace([short]).estimateMS(nominal: 1000, kind: "a").ms == 1000)
    }
}
