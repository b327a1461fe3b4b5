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
            updates.all == [
                .rendering(fraction: nil, etaMS: nil), .waiting(1), .rendering(fraction: 0.5, etaMS: 4000),
            ]
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
        let task = Task { await run.run(order) { _ in sink.yield() } }
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
