import StudioAPI
import TestKit
import Testing
import Timeline

@testable import StudioClient

@Suite struct StudioClientTests {
    private static let session = #"{"code":0,"data":{"task_id":"t1","session_id":"s1","bind":"b1"}}"#

    @Test func everyRequestSaysWhoCalls() async throws {
        let peer = Peer { _, connection in connection.reply(Self.session) }
        let environment = ["SKILL_VERSION": "2.1", "SKILL_SOURCE": "my-skill"]
        _ = try await peer.client(environment: environment).makeSession(language: .chinese)
        let request = peer.requests[0]
        #expect(request.method == "POST")
        #expect(request.target == "/api/tasks/me/with-session/nemo_agent")
        #expect(request.headers["x-skill-source"] == "best-photo-to-video-ai")
        #expect(request.headers["x-skill-version"] == "2.1")
        #expect(request.headers["x-skill-platform"] == "my-skill")
        #expect(request.headers["user-agent"] == "kinora/9.9")
        #expect(request.headers["authorization"] == nil)
        #expect(request.text == #"{"task_name":"project","language":"zh"}"#)
    }

    @Test(arguments: [
        session, #"{"task_id":"t1","session_id":"s1","bind":"b1"}"#,
        #"{"code":200,"message":"ok","data":null,"task_id":"t1","session_id":"s1","bind":"b1"}"#,
        #"{"code":"0","data":{"session_id":"s1","bind":"b1"},"task_id":"t1"}"#,
    ])
    func fieldsAreFoundInDataOrAtTheTop(_ body: String) async throws {
        let peer = Peer { _, connection in connection.reply(body) }
        let session = try await peer.client().makeSession(language: .english)
        #expect(session == StudioSession(id: "s1", taskID: "t1", bindID: "b1"))
    }

    @Test(arguments: [
        (#"{"code":0,"data":{"session_id":"s","state":{},"user_id":"anon_ab12"}}"#, "anon_ab12"),
        (#"{"code":0,"data":{"session_id":"s","state":{},"user_id":"anon_ab12","bind_id":"b"}}"#, "b"),
        (#"{"code":0,"data":{"session_id":"s","state":{},"bindId":7}}"#, "7"),
        (#"{"code":0,"data":{"session_id":"s","state":{},"user_id":"u_77"}}"#, nil),
    ])
    func theIdOfAGuestIsFoundUnderItsNames(_ body: String, _ bind: String?) async throws {
        let peer = Peer { _, connection in connection.reply(body) }
        #expect(try await peer.client().makeSession(language: .english).bindID == bind)
        #expect(try await peer.client().state("s").bindID == bind)
    }

    private static let codes: [(Int, Int, StudioError.Code)] = [
        (1001, 401, .badToken), (1002, 404, .sessionNotFound), (2001, 403, .noCredits), (4001, 415, .unsupportedFile),
        (4002, 413, .fileTooLarge), (402, 402, .exportBlocked), (409, 409, .conflict), (400, 400, .badRequest),
        (404, 404, .notFound), (500, 500, .serverError), (507, 507, .studioDiskFull),
    ]

    @Test(arguments: codes.indices)
    func aCodeCountsWhereverItComes(_ index: Int) async throws {
        let (code, status, expected) = Self.codes[index]
        for status in [200, status] {
            for code in ["\(code)", "\"\(code)\""] {
                let peer = Peer { _, connection in
                    connection.reply(#"{"code":\#(code),"message":"Sorry, not this."}"#, status: status)
                }
                let error = await studioError { try await peer.client().credits() }
                #expect(error?.code == expected, "\(code) under \(status)")
            }
        }
    }

    @Test(arguments: [
        (401, StudioError.Code.badToken), (402, .exportBlocked), (413, .fileTooLarge), (415, .unsupportedFile),
        (502, .serverError), (307, .badReply),
    ])
    func anHTTPStatusAloneIsEnough(_ status: Int, _ expected: StudioError.Code) async throws {
        let peer = Peer { _, connection in connection.reply("<html>nginx</html>", status: status, type: "text/html") }
        let error = await studioError { try await peer.client().credits() }
        #expect(error?.code == expected)
        #expect(error?.message.contains("html") == false)
    }

    @Test(arguments: [
        "", "<!DOCTYPE html><p>Sign in", #"{"code":0,"data":{"avail"#, "null", "[]", "hello", #"{"code":0}"#,
    ])
    func anAnswerNobodyUnderstandsIsOneClearSentence(_ body: String) async throws {
        let peer = Peer { _, connection in connection.reply(body) }
        let error = try #require(await studioError { try await peer.client().credits() })
        #expect(error.code == .badReply)
        #expect(error.message.hasSuffix(".") && error.message.contains("127.0.0.1"))
        #expect(!error.message.contains("{") && !error.message.contains("<"))
    }

    @Test func creditsAreReadInWholeAndBrokenNumbers() async throws {
        let peer = Peer { _, connection in connection.reply(#"{"available":97.0,"frozen":"2","total":99}"#) }
        #expect(try await peer.client().credits() == CreditsReply(available: 97, frozen: 2, total: 99))
    }

    @Test func aServersWordsAreShownWithoutItsSecrets() async throws {
        let said = Log<String>()
        let peer = Peer { _, connection in
            connection.reply(#"{"code":500,"message":\#(said.values.last ?? "")}"#, status: 500)
        }
        func words(_ text: String) async throws -> String {
            said.add(String(decoding: RawJSON(string: text).bytes, as: UTF8.self))
            return try #require(await studioError { try await peer.client().credits() }).message
        }
        #expect(try await words("The \u{1B}[31mkitchen is closed.") == "The kitchen is closed.")
        #expect(try await !words("bad token nmv_usr_1234").contains("nmv_"))
        #expect(try await !words(#"{"trace": "a b"}"#).contains("trace"))
    }

    @Test func aStudioWithoutAdditionsHasNoInfo() async throws {
        for (status, body) in [(404, "Not Found"), (200, "<html>"), (200, "{}"), (401, #"{"code":1001}"#)] {
            let peer = Peer { _, connection in connection.reply(body, status: status) }
            #expect(try await peer.client().info() == nil)
        }
    }

    @Test func aDraftGoesBackByteForByte() async throws {
        let draft = #"{"t":[ {"tt":0,"sg":[{"d":1e3,"x":1.10}]}],"zz":"é\ud83d\/","a":1,"a":2}"#
        let peer = Peer { request, connection in
            connection.reply(
                request.method == "GET"
                    ? #"{"code":0,"data":{"state":{"draft":\#(draft),"video_infos":[{"odd":1}]}}}"#
                    : #"{"code":0,"status":"pending"}"#
            )
        }
        let client = try peer.client()
        let state = try await client.state("s1")
        let raw = try #require(state.draft)
        #expect(state.media.isEmpty)
        try await client.submitRender(id: "render_1", session: "s1", draft: raw)
        #expect(peer.requests[1].text.contains(#""draft":\#(draft),"#))
        #expect(peer.requests[1].text.contains(#""sessionId":"s1""#))
    }

    @Test(arguments: [
        #"{"code":0,"data":{"state":{"draft":null}}}"#, #"{"code":0,"data":{"state":null}}"#, #"{"state":{}}"#,
    ])
    func anEmptyStateHasNoDraft(_ body: String) async throws {
        let peer = Peer { _, connection in connection.reply(body) }
        #expect(try await peer.client().state("s1").draft == nil)
    }

    @Test(arguments: [#"{"code":0,"data":["x"]}"#, #"{"code":0,"data":{}}"#, #"{"code":0,"data":{"state":7}}"#])
    func anAnswerWithoutAStateIsNoEmptyOne(_ body: String) async throws {
        let peer = Peer { _, connection in connection.reply(body) }
        #expect(await studioError { try await peer.client().state("s1") }?.code == .badReply)
    }

    @Test func anIdOfAServersLeadsToNoOtherPath() async throws {
        let peer = Peer { _, connection in connection.reply(#"{"code":0,"data":{"state":{}}}"#) }
        _ = try await peer.client().state("../../x?y#z é")
        #expect(peer.requests[0].target == "/api/state/nemo_agent/me/..%2F..%2Fx%3Fy%23z%20%C3%A9/latest")
    }

    @Test func aPollIsReadInManyForms() async throws {
        let body = Log<String>()
        let peer = Peer { _, connection in connection.reply(body.values.last ?? "") }
        let client = try peer.client()
        func poll(_ text: String) async throws -> RenderStatus {
            body.add(text)
            return try await client.poll("r1")
        }
        let full = try await poll(
            #"{"code":0,"id":"r1","status":"completed","progress":1,"output":{"url":"/v.mp4","bytes":7,"duration_ms":9}}"#
        )
        #expect(full.status == .completed)
        #expect(full.output == RenderStatus.Output(url: "/v.mp4", bytes: 7, durationMS: 9))
        #expect(try await poll(#"{"data":{"status":"PROCESSING","progress":45}}"#).progress == 0.45)
        let hosted = try await poll(
            #"{"taskId":"r1","status":"completed","output":{"url":"https://c.example/v.mp4","duration":30.5,"size":7}}"#
        )
        #expect(hosted.output == RenderStatus.Output(url: "https://c.example/v.mp4", bytes: 7, durationMS: 30500))
        let failed = try await poll(#"{"code":500,"status":"failed","message":"The \u001b[1mclip is broken."}"#)
        #expect(failed.status == .failed)
        #expect(failed.message == "The clip is broken.")
        #expect(await studioError { try await poll(#"{"code":0,"status":"sleeping"}"#) }?.code == .badReply)
    }

    // MARK: Too many calls

    @Test func tooManyCallsIsWaitedOutOnce() async throws {
        let peer = Peer { _, connection in connection.reply(#"{"code":429}"#, status: 429, headers: ["Retry-After: 77"])
        }
        let clock = InstantClock()
        let left = Log<Duration>()
        let client = try peer.client(clock: clock) { left.add($0) }
        let error = await studioError { try await client.credits() }
        #expect(error?.code == .rateLimited)
        #expect(error?.retryAfter == .seconds(77))
        #expect(peer.requests.count == 2)
        #expect(clock.slept == .seconds(30))
        #expect(left.values == (0...30).reversed().map { .seconds($0) })
    }

    @Test func afterTheWaitTheCallIsMadeAgain() async throws {
        let asked = Log<Int>()
        let peer = Peer { _, connection in
            asked.add(1)
            connection.reply(asked.values.count == 1 ? #"{"code":429}"# : #"{"available":5}"#)
        }
        #expect(try await peer.client().credits().available == 5)
    }

    @Test func aStudioThatMissesTheClientIdGetsIt() async throws {
        let peer = Peer { request, connection in
            request.headers["x-client-id"] == "client-1"
                ? connection.reply(#"{"available":5}"#)
                : connection.reply(#"{"code":400,"message":"Missing X-Client-Id header"}"#, status: 400)
        }
        #expect(try await peer.client().credits().available == 5)
        #expect(peer.requests.count == 2)
    }

    @Test func anyOtherBadRequestIsNotRepeated() async throws {
        let peer = Peer { _, connection in connection.reply(#"{"code":400,"message":"No such draft."}"#, status: 400) }
        #expect(await studioError { try await peer.client().credits() }?.message == "No such draft.")
        #expect(peer.requests.count == 1)
    }

    // MARK: History

    @Test func undoIsNotKnownToEveryStudio() async throws {
        let peer = Peer { _, connection in connection.reply(#"{"detail":"Not Found"}"#, status: 404) }
        #expect(try await peer.client().undo("s1") == nil)
        #expect(try await peer.client().sessions() == nil)
    }
}
