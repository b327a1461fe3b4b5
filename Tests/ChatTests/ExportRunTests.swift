import Foundation
import StudioAPI
import StudioClient
import Synchronization
import TestKit
import Testing

@testable import Chat

@Suite struct ExportRunTests {
    private let folder: TemporaryFolder
    private let studio: FakeStudio
    private let store: ChatStore

    init() throws {
        folder = TemporaryFolder()
        studio = FakeStudio()
        store = ChatStore(folder: folder.path + "/state")
    }

    private func run(of studio: FakeStudio? = nil) -> ExportRun {
        let studio = studio ?? self.studio
        var run = ExportRun(link: StudioLink(connect: { _ in studio }, notify: { _ in }), store: store)
        (run.quickPoll, run.slowPoll) = (.zero, .zero)
        return run
    }

    private func order(_ id: String = "render_1", name: String = "Trip") throws -> ExportOrder {
        let draft: RawJSON = try #require(FakeStudio.draft(FakeStudio.timeline(["a"])))
        return ExportOrder(
            id: id,
            session: "s1",
            draft: draft,
            output: RenderOutput(),
            target: .anyName(base: name, folder: folder.path)
        )
    }

    @Test func progressIsToldAndTheFileIsThere() async throws {
        studio.state.withLock { state in
            state.renders["next"] = [
                RenderStatus(id: "", status: .pending, queuePosition: 1), FakeStudio.rendering(0.5, etaMS: 4000),
                FakeStudio.completed("render_1"),
            ]
        }
        let updates = Updates()
        let end = await run().run(try order()) { updates.add($0) }
        #expect(
            updates.all == [.begins(estimateMS: nil), .waiting(1), .rendering(fraction: 0.5, etaMS: 4000)],
            "and nothing takes back what was said of the time"
        )
        guard case .finished(let result) = end else {
            Issue.record("\(end)")
            return
        }
        #expect(result.path == folder.path + "/Trip.mp4")
        #expect(FileManager.default.fileExists(atPath: result.path))
        #expect(store.studio("own").jobs == [])
    }

    @Test func aJobIsOnDiskForAsLongAsItRuns() async throws {
        studio.state.withLock { $0.renders["next"] = [FakeStudio.rendering(0.1)] }
        let run = run()
        let order = try order()
        let (started, sink) = AsyncStream.makeStream(of: Void.self)
        let task = Task { await run.run(order) { if case .rendering = $0 { sink.yield() } } }
        var iterator = started.makeAsyncIterator()
        await iterator.next()
        #expect(store.studio("own").jobs.map(\.name) == ["Trip"])
        task.cancel()
        #expect(await task.value == .cancelled)
        #expect(studio.calls.last == "cancel")
        #expect(store.studio("own").jobs == [])
    }

    @Test func aJobElsewhereGoesOnWhenNobodyWaits() async throws {
        let hosted = FakeStudio(isLocal: false)
        hosted.state.withLock { $0.renders["next"] = [FakeStudio.rendering(0.1)] }
        let run = run(of: hosted)
        let order = try order()
        let (started, sink) = AsyncStream.makeStream(of: Void.self)
        let task = Task { await run.run(order) { _ in sink.yield() } }
        var iterator = started.makeAsyncIterator()
        await iterator.next()
        task.cancel()
        #expect(await task.value == .left)
        #expect(!hosted.calls.contains("cancel"))
        #expect(store.studio(hosted.origin).jobs.map(\.id) == ["render_1"])
    }

    @Test func aStudioThatDiesIsFoundAgainAndTheJobWithIt() async throws {
        studio.state.withLock { state in
            state.renders["next"] = [FakeStudio.rendering(0.5), FakeStudio.completed("render_1")]
            state.pollsThatFail = 3
        }
        let end = await run().run(try order()) { _ in }
        guard case .finished = end else {
            Issue.record("\(end)")
            return
        }
        #expect(studio.calls.filter { $0.hasPrefix("submit") }.count == 1)
    }

    @Test func aStudioThatStaysAwayIsGivenUpAndTheJobRemembered() async throws {
        studio.state.withLock { $0.pollsThatFail = 100 }
        #expect(
            await run().run(try order()) { _ in } == .failed(StudioError(.unreachable, "The studio does not answer."))
        )
        #expect(store.studio("own").jobs.map(\.id) == ["render_1"])
    }

    @Test func aFailureWithoutAReasonIsTriedOnceMoreUnderAnotherName() async throws {
        let failed = RenderStatus(id: "", status: .failed)
        studio.state.withLock { $0.renders["next"] = [failed] }
        guard case .finished = await run().run(try order(), update: { _ in }) else {
            Issue.record("not finished")
            return
        }
        #expect(studio.calls.filter { $0.hasPrefix("submit") }.count == 2)
        studio.state.withLock {
            $0.renders["next"] = [RenderStatus(id: "", status: .failed, message: "The disk is full.")]
        }
        #expect(await run().run(try order("render_2")) { _ in } == .failed(StudioError(.failed, "The disk is full.")))
    }

    @Test func aJobOfAnEarlierStartIsFetchedWithoutBeingSubmitted() async throws {
        studio.state.withLock {
            $0.renders["render_0"] = [FakeStudio.rendering(0.9), FakeStudio.completed("render_0")]
        }
        var order = try order("render_0")
        order.draft = nil
        guard case .finished = await run().run(order, update: { _ in }) else {
            Issue.record("not finished")
            return
        }
        #expect(studio.calls == ["download"])
    }

    // MARK: Hosted studios

    /// A hosted studio with this export's states, and a run on a clock on which no time passes.
    private func hosted(_ states: [RenderStatus]) -> (FakeStudio, ExportRun, InstantClock) {
        let studio = FakeStudio(isLocal: false)
        studio.state.withLock { $0.renders["next"] = states }
        let clock = InstantClock()
        var run = ExportRun(link: StudioLink(connect: { _ in studio }, notify: { _ in }), store: store)
        run.clock = clock
        return (studio, run, clock)
    }

    private let going = RenderStatus(id: "", status: .processing)

    @Test func aHostedStudioIsAskedEveryHalfMinute() async throws {
        let (studio, run, clock) = hosted([
            RenderStatus(id: "", status: .pending), going, FakeStudio.completed("render_1"),
        ])
        let updates = Log<ExportUpdate>()
        guard case .finished = await run.run(try order(), update: { updates.add($0) }) else {
            Issue.record("not finished")
            return
        }
        #expect(clock.slept == .seconds(90))
        #expect(studio.state.withLock { $0.polls } == 3)
        let unknown = ExportUpdate.rendering(fraction: nil, etaMS: nil)
        #expect(updates.values == [unknown, unknown, .rendering(fraction: 0.5, etaMS: nil)])
    }

    @Test func afterTenLooksItGoesOnThereAndTheJobIsKept() async throws {
        let (studio, run, clock) = hosted([going])
        #expect(await run.run(try order()) { _ in } == .left)
        #expect(studio.state.withLock { $0.polls } == 10)
        #expect(clock.slept == .seconds(300))
        #expect(store.studio(studio.origin).jobs.map(\.id) == ["render_1"])
        // Taken up again: looked at at once, and not submitted.
        studio.state.withLock { $0.renders["render_1"] = [FakeStudio.completed("render_1")] }
        var again = try order()
        again.draft = nil
        guard case .finished = await run.run(again, update: { _ in }) else {
            Issue.record("not finished")
            return
        }
        #expect(clock.slept == .seconds(300))
        #expect(studio.calls.filter { $0.hasPrefix("submit") }.count == 1)
        #expect(store.studio(studio.origin).jobs == [])
    }

    @Test func oneThatTellsProgressIsAskedOften() async throws {
        let (_, run, clock) = hosted(
            Array(repeating: FakeStudio.rendering(0.5), count: 20) + [FakeStudio.completed("")]
        )
        guard case .finished = await run.run(try order(), update: { _ in }) else {
            Issue.record("not finished")
            return
        }
        #expect(clock.slept == .seconds(30) + .milliseconds(500) * 20)
    }

    @Test func anOddAnswerDoesNotGiveTheJobUp() async throws {
        let (studio, run, _) = hosted([FakeStudio.completed("render_1")])
        studio.state.withLock { state in
            state.errors["poll"] = [
                StudioError(.serverError, "502"), StudioError(.badReply, "Cut off."), StudioError(.rateLimited, "429"),
            ]
        }
        guard case .finished = await run.run(try order(), update: { _ in }) else {
            Issue.record("not finished")
            return
        }
        #expect(studio.calls.filter { $0.hasPrefix("submit") }.count == 1)
    }

    @Test func aFailureOfAHostedOneGetsANewNameOnceWhateverItSays() async throws {
        let failed = RenderStatus(id: "", status: .failed, message: "Lambda timed out")
        let (studio, run, _) = hosted([failed])
        guard case .finished = await run.run(try order(), update: { _ in }) else {
            Issue.record("not finished")
            return
        }
        #expect(studio.calls.filter { $0.hasPrefix("submit") }.count == 2)
        let blocked = RenderStatus(code: .exportBlocked, id: "", status: .failed)
        let (other, second, _) = hosted([blocked])
        #expect(await second.run(try order("render_9")) { _ in } == .failed(StudioError(.exportBlocked, "")))
        #expect(other.calls.filter { $0.hasPrefix("submit") }.count == 1)
    }

    @Test func theDraftIsSubmittedByteForByte() async throws {
        let (studio, run, _) = hosted([FakeStudio.completed("render_1")])
        var order = try order()
        let odd = RawJSON(Array(#"{"t":[{"sg":[{}]}],"unknown":1.50,"é":"\u00e9\/","d":1e3}"#.utf8))
        order.draft = odd
        _ = await run.run(order) { _ in }
        #expect(studio.state.withLock { $0.submitted["render_1"] } == odd)
    }

    @Test func anAnswerThatIsLostIsAskedAboutBeforeASecondSubmission() async throws {
        let (studio, run, _) = hosted([FakeStudio.completed("render_1")])
        studio.state.withLock { state in
            state.errors["submit"] = [StudioError(.interrupted, "Lost.")]
            // It had arrived.
            state.renders["render_1"] = [FakeStudio.completed("render_1")]
        }
        guard case .finished = await run.run(try order(), update: { _ in }) else {
            Issue.record("not finished")
            return
        }
        #expect(studio.calls.filter { $0.hasPrefix("submit") }.count == 1)
    }

    // MARK: The link

    @Test func theBrowserLinkIsMadeWithAClaim() async throws {
        let (studio, run, _) = hosted([FakeStudio.completed("render_1")])
        let session = ChatStore.Session(id: "s1", taskID: "t1", updated: 0)
        store.keep(session, of: studio.origin)
        guard case .finished(let result) = await run.run(try order(), update: { _ in }) else {
            Issue.record("not finished")
            return
        }
        #expect(result.link == "https://web.example/workspace/claim?ct=clm_1")
        #expect(studio.calls.last == "page s1 t1")
    }

    @Test func withoutAClaimTheFileIsThereAllTheSame() async throws {
        let (studio, run, _) = hosted([FakeStudio.completed("render_1")])
        studio.state.withLock { $0.errors["page"] = [StudioError(.serverError, "Trouble.")] }
        guard case .finished(let result) = await run.run(try order(), update: { _ in }) else {
            Issue.record("not finished")
            return
        }
        #expect(result.link == nil)
        #expect(FileManager.default.fileExists(atPath: result.path))
        #expect(store.studio(studio.origin).jobs == [])
    }

    @Test func theOwnStudioHasNoPages() async throws {
        guard case .finished(let result) = await run().run(try order(), update: { _ in }) else {
            Issue.record("not finished")
            return
        }
        #expect(result.link == nil)
        #expect(!studio.calls.contains { $0.hasPrefix("page") })
    }

    @Test(arguments: ["submit", "page"]) func aSessionThatIsGoneIsTold(_ call: String) async throws {
        let (studio, run, _) = hosted([FakeStudio.completed("render_1")])
        let gone = StudioError(.sessionNotFound, "It is gone.")
        studio.state.withLock { $0.errors[call] = [gone] }
        let updates = Log<ExportUpdate>()
        let end = await run.run(try order()) { updates.add($0) }
        #expect(updates.values.contains(.sessionLost("s1")))
        if call == "submit" { #expect(end == .failed(gone)) }
        #expect(store.studio(studio.origin).jobs == [])
    }

    @Test func aFolderThatTakesNoFileLosesNothing() async throws {
        let (studio, run, _) = hosted([FakeStudio.completed("render_1")])
        let full = StudioError(.file, "The disk is full.")
        studio.state.withLock { $0.errors["download"] = [full, full] }
        #expect(await run.run(try order()) { _ in } == .failed(full))
        #expect(store.studio(studio.origin).jobs.map(\.id) == ["render_1"])
        // The second time it is given up.
        var again = try order()
        again.draft = nil
        #expect(await run.run(again) { _ in } == .failed(full))
        #expect(store.studio(studio.origin).jobs == [])
    }

    // MARK: Jobs

    @Test func jobsAreTakenUpOnceTheirChatIsGone() {
        let gone = ChatStore.Job(id: "render_1", session: "s", name: "Gone", folder: "/", owner: 0x7FFF_FFFF)
        let alive = ChatStore.Job(id: "render_2", session: "s", name: "Alive", folder: "/", owner: getppid())
        store.keep(gone, of: "own")
        store.keep(alive, of: "own")
        #expect(store.takeUpJobs(of: "own").map(\.name) == ["Gone"])
        #expect(store.takeUpJobs(of: "elsewhere") == [])
    }

    private final class Updates: Sendable {
        private let list = Mutex<[ExportUpdate]>([])
        var all: [ExportUpdate] { list.withLock { $0 } }
        func add(_ update: ExportUpdate) { list.withLock { $0.append(update) } }
    }
}
