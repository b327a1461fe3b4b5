import Foundation
import Renderer
import StudioAPI
import Testing

@testable import Studio

/// One timeline in several shapes, and a look at it before, with the real rooms.
struct ShapesTests {
    private func uploadSamples(_ count: Int, to session: String, _ studio: TestStudio) async throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: RealRooms.samples.path)
            .filter { $0.hasSuffix(".jpg") }.sorted().prefix(count)
        let files = try names.map { ($0, try Data(contentsOf: RealRooms.samples.appending(path: $0))) }
        _ = try await studio.upload(files, to: session)
    }

    @Test("Both shapes are as long as each other, the sound is made once, and the session stays as it is")
    func shapes() async throws {
        try await TestStudio.run(.init(worker: RealRooms.worker)) { studio async throws in
            let session = try await studio.makeSession()
            try await uploadSamples(2, to: session, studio)
            try await studio.say("make a 2 second video with piano music and the title \"Sea\"", in: session)
            let draft = try await studio.draft(of: session)
            let aspects = ["16:9", "9:16"]
            for aspect in aspects {
                let output: JSONValue = ["quality": "draft", "aspect": .string(aspect)]
                let id = "render_\(aspect.prefix(2).filter(\.isNumber))"
                _ = try await studio.submit(id, session: session, draft: draft, output: output)
            }
            let (wide, tall) = (try await studio.outcome(of: "render_16"), try await studio.outcome(of: "render_9"))
            #expect(wide.status == .completed && tall.status == .completed, "\(wide.message ?? tall.message ?? "")")
            #expect(wide.output?.width == 960 && wide.output?.height == 540)
            #expect(tall.output?.width == 540 && tall.output?.height == 960)
            #expect(wide.output?.durationMS == 2000 && tall.output?.durationMS == 2000)
            #expect(try await studio.draft(of: session) == draft)

            // The files tell it themselves: one sound and the pictures of either shape.
            let store = try Store(path: studio.folder.store)
            let samples = try await [
                store.export(id: "render_16", for: .local), store.export(id: "render_9", for: .local),
            ]
            .map { try #require($0.result?.pace) }
            #expect(samples[0].kind == samples[1].kind)
            #expect(samples[1].nominalMS < samples[0].nominalMS, "less is to be done for the second")
            let path = APIPath.estimate(session: session) + "?quality=draft&aspect="
            var estimates: [Int] = []
            for aspect in ["9:16", "1:1"] {
                let reply = try await studio.get(path + aspect).decoded(Envelope<RenderEstimate>.self)
                estimates.append(try #require(reply.data).estimateMS)
            }
            #expect(estimates[0] < estimates[1], "what is finished is not made twice")
        }
    }

    @Test("A contact sheet is there as plain pixels in the video's shape")
    func contactSheet() async throws {
        try await TestStudio.run(.init(worker: RealRooms.worker)) { studio async throws in
            let session = try await studio.makeSession()
            try await uploadSamples(2, to: session, studio)
            try await studio.say("make a 9:16 video", in: session)
            let reply = try await studio.get(APIPath.preview(session: session)).decoded(Envelope<PreviewReply>.self)
            let preview = try #require(reply.data)
            #expect(preview.aspect == "9:16" && preview.pictures.count == 2)
            for picture in preview.pictures {
                let file = try await studio.get(picture.url + "?format=ppm&side=128")
                let pixels = try #require(PlainPicture(ppm: Array(file.body)))
                #expect(pixels.width == 72 && pixels.height == 128)
                #expect(Set(pixels.rgb).count > 50, "a photo, not a blank")
                #expect(try await studio.get(picture.url).body.starts(with: [0xFF, 0xD8, 0xFF]))
            }
        }
    }
}
