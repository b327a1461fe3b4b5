import StudioAPI
import TestKit
import Testing
import Timeline

@testable import StudioClient

/// Links are handed to the studio, which fetches them.
@Suite struct LinkUploadTests {
    private func results(_ urls: [String], _ body: String, status: Int = 200) async throws -> [UploadResult] {
        let peer = Peer { _, connection in connection.reply(body, status: status) }
        return try await peer.client().upload(urls: urls, session: "s1")
    }

    private func refused(_ name: String, _ code: APICode, _ message: String) -> UploadResult.Outcome {
        .refused(UploadReply.Refusal(name: name, code: code, message: message))
    }

    @Test func linksGoAsTheContractSays() async throws {
        let peer = Peer { _, connection in connection.reply(#"{"code":0,"data":{"files":[],"refused":[]}}"#) }
        let urls = ["https://a.example/1.jpg?x=\"y\"", "http://b.example/é.mp4"]
        let results = try await peer.client().upload(urls: urls, session: "s/1")
        #expect(results.map(\.path) == urls)
        #expect(results.map(\.outcome) == [.taken(nil), .taken(nil)])
        let request = peer.requests[0]
        #expect(request.target == "/api/upload-video/nemo_agent/me/s%2F1")
        #expect(request.headers["content-type"] == "application/json")
        #expect(
            request.text
                == #"{"urls":["https://a.example/1.jpg?x=\"y\"","http://b.example/é.mp4"],"source_type":"url"}"#
        )
    }

    @Test func whatTheStudioTookAndWhatItRefusedIsToldOfEach() async throws {
        let urls = ["https://a.example/1.jpg", "https://a.example/2.txt", "https://a.example/3.jpg"]
        let got = try await results(
            urls,
            #"""
            {"code":0,"data":{"files":[{"id":"a","name":"1.jpg","kind":"photo","hasSound":false,"bytes":3},
            {"id":"c","name":"3.jpg","kind":"photo","hasSound":false,"bytes":4}],
            "refused":[{"name":"2.txt","code":4001,"message":"2.txt is no picture."}]}}
            """#
        )
        #expect(got[0].outcome == .taken(MediaItem(id: "a", name: "1.jpg", kind: .photo, bytes: 3)))
        #expect(got[1].outcome == refused("2.txt", .unsupportedFile, "2.txt is no picture."))
        #expect(got[2].outcome == .taken(MediaItem(id: "c", name: "3.jpg", kind: .photo, bytes: 4)))
    }

    @Test func aCallOfWhichNothingWasTakenIsNoError() async throws {
        let url = "https://a.example/inside"
        let body = #"{"code":400,"data":{"files":[],"refused":[{"name":"\#(url)","code":400,"message":"Not there."}]}}"#
        #expect(try await results([url], body, status: 400)[0].outcome == refused(url, .badRequest, "Not there."))
        let type = #"{"code":4001,"message":"That is no picture."}"#
        #expect(
            try await results([url], type, status: 415)[0].outcome
                == refused(url, .unsupportedFile, "That is no picture.")
        )
    }

    @Test(arguments: [
        #"{"code":0,"data":{"files":[{"filename":"v.mp4","file_type":"video","cdn_url":"https://c.example/v.mp4"}]}}"#,
        #"{"code":0,"data":{"uploaded_files":[{"url":"https://c.example/v.mp4"}]}}"#, #"{"code":0,"data":[7]}"#,
        #"{"code":0}"#,
    ])
    func recordsOfAnyFormAreASuccess(_ body: String) async throws {
        #expect(try await results(["https://a.example/v.mp4"], body)[0].outcome == .taken(nil))
    }

    @Test func whatIsNoLinkIsNotSent() async throws {
        let peer = Peer { _, connection in connection.reply("{}") }
        let urls = ["file:///etc/passwd", "https://me:secret@a.example/", "ftp://a.example/x", "javascript:alert(1)"]
        for result in try await peer.client().upload(urls: urls, session: "s1") {
            guard case .refused(let refusal) = result.outcome else {
                Issue.record("\(result)")
                continue
            }
            #expect(refusal.code == .badRequest)
        }
        #expect(peer.requests.isEmpty)
    }

    @Test func anOrdinaryRefusalIsThrown() async throws {
        let peer = Peer { _, connection in connection.reply(#"{"code":1002}"#, status: 404) }
        let client = try peer.client()
        let error = await studioError { try await client.upload(urls: ["https://a.example/x"], session: "s1") }
        #expect(error?.code == .sessionNotFound)
    }
}
