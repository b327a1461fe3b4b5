import Foundation
import TestKit
import Testing
import Timeline

@testable import Renderer

/// The worker that looks at new files is there while there are files, and for a little longer.
@Suite(.timeLimit(.minutes(1))) struct IdleWorkerTests {
    let scratch: Scratch
    let clock = SteppedClock()
    let tag = UUID().uuidString
    let prober: MediaProber

    init() throws {
        scratch = try Scratch()
        prober = MediaProber(launch: testLaunch(tag: tag), clock: clock)
        let picture = scratch.file("a.png")
        try shell("ffmpeg", ["-y", "-f", "lavfi", "-i", "testsrc2=s=320x180", "-frames:v", "1", picture])
    }

    func probe() async throws {
        let item = try await prober.probe(path: scratch.file("a.png"), name: "a.png")
        #expect(item.size == PixelSize(width: 320, height: 180))
    }

    /// The kernel takes a moment to end it.
    func untilGone() async throws {
        while !workers(tagged: tag).isEmpty { try await Task.sleep(for: .milliseconds(2)) }
    }

    @Test func itEndsWhenItWasIdleForLongAndIsThereAgainForTheNextFile() async throws {
        try await probe()
        let first = workers(tagged: tag)
        #expect(first.count == 1)
        await clock.advance(by: MediaProber.idleLimit)
        try await untilGone()
        try await probe()
        #expect(workers(tagged: tag).count == 1)
        #expect(workers(tagged: tag) != first)
        await clock.advance(by: MediaProber.idleLimit)
        try await untilGone()
    }

    @Test func theNextFileFindsItAndItsTimeBeginsAnew() async throws {
        try await probe()
        let first = workers(tagged: tag)
        await clock.wait { $0 == [MediaProber.idleLimit] }
        try await probe()
        await clock.wait { $0 == [MediaProber.idleLimit] }
        #expect(workers(tagged: tag) == first)
    }

    @Test func itMakesRoomAtOnceForSomethingLarger() async throws {
        try await probe()
        await prober.rest()
        try await untilGone()
        try await probe()
        #expect(workers(tagged: tag).count == 1)
    }

    @Test func itIsNotEndedWhileItHasSomethingToDo() async throws {
        let crew = WorkerCrew(testLaunch(tag: tag), restarts: 0, idleLimit: .seconds(5), clock: clock)
        _ = try await crew.run { _ in () }
        await clock.wait { $0 == [.seconds(5)] }
        try await crew.run { worker in
            // Whoever waited for the end of the worker waits no more.
            await clock.wait { $0.isEmpty }
            await crew.endIfIdle()
            #expect(workers(tagged: tag) == [worker.id])
        }
        await clock.wait { $0 == [.seconds(5)] }
    }

    /// Files come at the very moment at which the worker is ended.
    @Test func filesThatComeWhileItEndsAreLookedAt() async throws {
        for _ in 0..<10 {
            try await probe()
            await clock.wait { !$0.isEmpty }
            async let ended: Void = clock.flow(for: MediaProber.idleLimit)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 { group.addTask { try await probe() } }
                try await group.waitForAll()
            }
            await ended
            clock.flow(for: .zero)
        }
    }
}
