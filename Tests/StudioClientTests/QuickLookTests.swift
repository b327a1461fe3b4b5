import StudioAPI
import TestKit
import Testing

@testable import StudioClient

/// Previews, their pictures, and estimates.
@Suite struct QuickLookTests {
    private static let pixels: [UInt8] = Array("P6\n2 1\n255\n".utf8) + [1, 2, 3, 4, 5, 6]

    private func peer(_ bytes: [UInt8], type: String = PlainPicture.mediaType) -> Peer {
        Peer { _, connection in connection.reply(bytes: bytes, type: type) }
    }

    @Test func aPictureIsPlainPixels() async throws {
        let peer = peer(Self.pixels)
        let picture = try #require(try await peer.client().picture("/api/kinora/preview/s/k", side: 240))
        #expect(picture.width == 2 && picture.height == 1 && picture.rgb == [1, 2, 3, 4, 5, 6])
        #expect(peer.requests.map(\.target) == ["/api/kinora/preview/s/k?format=ppm&side=240"])
        _ = try await peer.client().picture(peer.url + "/whole", side: 16)
        #expect(peer.requests.last?.target == "/whole?format=ppm&side=16")
    }

    @Test func whatIsNoSuchPictureIsNone() async throws {
        let gone = Peer { _, connection in connection.reply(#"{"code":404,"message":"No."}"#, status: 404) }
        #expect(try await gone.client().picture("/p", side: 64) == nil)
        #expect(try await peer(Array(Self.pixels.dropLast())).client().picture("/p", side: 64) == nil)
        let jpeg = try peer([0xFF, 0xD8, 0xFF], type: "image/jpeg").client()
        #expect(await studioError { try await jpeg.picture("/p", side: 64) }?.code == .badReply)
    }

    @Test func aPictureLargerThanAnyIsNotReadToItsEnd() async throws {
        let client = try peer([UInt8](repeating: 65, count: PlainPicture.largestFile + 1)).client()
        await #expect(throws: StudioError.self) { try await client.picture("/p", side: 64) }
    }

    @Test func picturesAreFetchedFromTheStudioAlone() async throws {
        let other = peer(Self.pixels)
        let client = try peer(Self.pixels).client()
        #expect(await studioError { try await client.picture(other.url + "/p", side: 64) }?.code == .badReply)
        #expect(other.requests.isEmpty)
    }

    @Test func whatIsAskedForIsInTheAddress() async throws {
        let preview = #"{"code":0,"data":{"duration_ms":4,"aspect":"9:16","width":1,"height":2,"pictures":[]}}"#
        let estimate = #"{"code":0,"data":{"estimate_ms":7,"measured":true,"waiting_ms":3,"outputs":[]}}"#
        let peer = Peer { request, connection in
            connection.reply(request.target.contains("preview") ? preview : estimate)
        }
        let client = try peer.client()
        #expect(try await client.preview("s 1")?.duration == 4)
        #expect(try await client.preview("s1", aspect: "9:16")?.aspect == "9:16")
        #expect(try await client.estimate("s1", quality: "draft")?.waitingMS == 3)
        #expect(try await client.estimate("s1", quality: "high", aspects: ["16:9", "1:1"])?.estimateMS == 7)
        #expect(
            peer.requests.map(\.target) == [
                "/api/kinora/preview/s%201", "/api/kinora/preview/s1?aspect=9%3A16",
                "/api/kinora/estimate/s1?quality=draft",
                "/api/kinora/estimate/s1?quality=high&aspect=16%3A9&aspect=1%3A1",
            ]
        )
    }

    @Test func aCancelledExportMaySayWhy() async throws {
        let reply =
            #"{"code":0,"id":"r","status":"cancelled","estimate_ms":9,"message":"The video has changed since."}"#
        let status = try await Peer { _, connection in connection.reply(reply) }.client().poll("r")
        #expect(status.message == "The video has changed since." && status.estimateMS == 9)
    }
}
