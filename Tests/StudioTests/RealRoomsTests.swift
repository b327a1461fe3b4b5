import Foundation
import Renderer
import StudioAPI
import StudioClient
import Testing
import Timeline

@testable import Studio

/// The studio with the real director, renderer and worker, spoken to by the real client.
struct RealRoomsTests {
    @Test("Photos in, words, a video out")
    func wholeWay() async throws {
        let home = try TestStudio.makeHome()
        defer { try? FileManager.default.removeItem(atPath: home) }
        let place = StudioHome(stateFolder: home, runtimeFolder: home)
        var configuration = StudioConfiguration(
            listen: .unixSocket(place.socketPath),
            dataFolder: place.dataFolder,
            local: true,
            version: "1.2.3",
            build: "b",
            worker: RealRooms.worker
        )
        configuration.handlesSignals = false
        configuration.logPath = place.logPath
        let server = try StudioServer(configuration: configuration)
        let (ready, announce) = AsyncStream<StudioServer.Address>.makeStream()
        let run = Task {
            defer { announce.finish() }
            try await server.run { announce.yield($0) }
        }
        _ = await ready.first { _ in true }

        let client = StudioClient(
            address: .own(place),
            identity: ClientIdentity(environment: ["HOME": home], executable: "/usr/bin/kinora", version: "1.2.3")
        )
        #expect(try await client.info()?.local == true)
        let session = try await client.makeSession(language: .english).id
        let photos = try FileManager.default.contentsOfDirectory(atPath: RealRooms.samples.path)
            .filter { $0.hasSuffix(".jpg") }.sorted().prefix(2)
        try #require(photos.count == 2)
        for photo in photos {
            let result = try await client.upload(RealRooms.samples.appendingPathComponent(photo).path, session: session)
            guard case .taken(let item?) = result.outcome else {
                Issue.record("\(photo) was not taken")
                continue
            }
            #expect(item.kind == .photo)
            #expect(item.name == photo)
        }
        let text = home + "/text.jpg"
        try Data("not a photo".utf8).write(to: URL(fileURLWithPath: text))
        guard case .refused(let refusal) = try await client.upload(text, session: session).outcome else {
            Issue.record("a text was taken")
            return
        }
        #expect(refusal.code == .unsupportedFile)
        #expect(refusal.message.contains("text.jpg"))

        let table = home + "/negative.cube"
        try Data("LUT_1D_SIZE 2\n1 1 1\n0 0 0\n".utf8).write(to: URL(fileURLWithPath: table))
        guard case .taken(let item?) = try await client.upload(table, session: session).outcome else {
            Issue.record("a table of colours was not taken")
            return
        }
        #expect(item.kind == .colorTable)
        try Data("LUT_3D_SIZE 2\n1 1 1\n".utf8).write(to: URL(fileURLWithPath: home + "/cut.cube"))
        guard case .refused(let broken) = try await client.upload(home + "/cut.cube", session: session).outcome else {
            Issue.record("half a table was taken")
            return
        }
        #expect(broken.message.contains("cut.cube"))

        var said = ""
        let words = "make a 2 second video of these photos with negative.cube at 50%"
        let turn = try await client.run(words, session: session, turn: "t1")
        for try await item in turn {
            if case .delta(let piece) = item { said += piece }
            if case .text(let whole) = item { said += whole }
        }
        #expect(!said.isEmpty)
        let state = try await client.state(session)
        let draft = try #require(state.draft)
        let segments = try Timeline(JSONDecoder().decode(Draft.self, from: Data(draft.bytes))).segments
        let look = Look(table: Look.Table(media: item.id, name: "negative.cube", strength: 50))
        #expect(segments.count == 2)
        #expect(segments.allSatisfy { $0.look == look })
        // What the photos are of was found when they came, and is kept.
        let subjects = segments.compactMap(\.subject)
        #expect(subjects.count == 2)
        #expect(subjects.allSatisfy { $0.isWithinPicture && $0.focus != .middle })
        try await client.submitRender(
            id: "render_1",
            session: session,
            draft: draft,
            output: RenderOutput(quality: "draft")
        )
        var status = try await client.poll("render_1")
        while status.status == .pending || status.status == .processing {
            try await Task.sleep(for: .milliseconds(50))
            status = try await client.poll("render_1")
        }
        #expect(status.status == .completed, "\(status.message ?? "")")
        let file = try await client.download("render_1", output: status.output, to: home + "/out.mp4")
        #expect(file.bytes == status.output?.bytes)
        #expect(status.output?.durationMS == 2000)
        let head = try #require(FileManager.default.contents(atPath: file.path)?.prefix(8))
        #expect(head.suffix(4) == Data("ftyp".utf8))

        _ = try await client.stop(when: .idle)
        try await run.value
    }
}
