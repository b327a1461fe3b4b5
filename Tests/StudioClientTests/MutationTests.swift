import Foundation
import HTTP
import StudioAPI
import TestKit
import Testing
import Timeline

@testable import StudioClient

/// Streams, answers and drafts that somebody broke: nothing crashes or hangs, nothing is shown that a terminal would
/// obey, and no token.
///
/// A thousand of each kind; KINORA_SOAK is another number.
@Suite struct MutationTests {
    private static let count = ProcessInfo.processInfo.environment["KINORA_SOAK"].flatMap { Int($0) } ?? 1000
    /// In parts, which run side by side.
    private static let parts = (0..<10).map { part in part * count / 10..<(part + 1) * count / 10 }

    // MARK: Streams

    private static let streams =
        (TurnTests.all + [
            Streams.text("Hello ", partial: true) + Streams.text("there. " + TurnTests.apology, partial: true)
                + Streams.text("Hello there. " + TurnTests.apology, partial: false),
            Streams.text("a\u{2028}b\u{85}c\u{9B}d") + ": ping\n\ndata:\n\n" + Streams.trouble("SAFETY", ""),
            Streams.call("render", id: "nmv_usr_TOPSECRET") + Streams.error("ValueError: {\"a\": [1]}"),
        ]).map { Array($0.utf8) }

    @Test(arguments: parts)
    func aBrokenStreamIsReadToItsEnd(_ seeds: Range<Int>) {
        for seed in seeds {
            var mutator = Mutator(seed: seed)
            let bytes = mutator.mutate(mutator.pick(Self.streams), of: Self.streams)
            let items = Streams.items(bytes, cuts: [])
            guard case .ended = items.last else {
                Issue.record("seed \(seed) has no end")
                continue
            }
            for text in Self.texts(items) { Self.check(text, "stream \(seed)") }
            // However it comes, it is the same stream.
            #expect(Streams.items(bytes, cuts: mutator.cuts(bytes.count)) == items, "stream \(seed)")
        }
    }

    /// All that may be shown of a turn, each text whole.
    private static func texts(_ items: [TurnItem]) -> [String] {
        var texts: [String] = []
        var deltas = ""
        for item in items {
            switch item {
            case .delta(let piece): deltas += piece
            case .textEnded:
                texts.append(deltas)
                deltas = ""
            case .text(let text): texts.append(text)
            case .toolStarted(let name, let arguments): texts += [name, arguments.map { "\($0)" } ?? ""]
            case .toolFinished(let name): texts.append(name)
            case .trouble(let trouble): texts += [trouble.code, trouble.message]
            case .ended(let summary): texts += summary.tools
            case .draftChanged, .heartbeat: break
            }
        }
        return texts + [deltas]
    }

    // MARK: Answers

    private static let answers =
        (StudioCall.allCases.filter { $0 != .message && $0 != .download }.map(\.answer) + [
            #"{"code":1001,"message":"bad token nmv_usr_TOPSECRET"}"#,
            #"{"code":2001,"message":"No credits are left.","data":{"bind":"b7"},"retry_after":30}"#,
            #"{"code":0,"status":"completed","progress":0.5,"output":{"url":"https://a.example/v.mp4","bytes":7}}"#,
            #"{"detail":[{"loc":["body"],"msg":"field required"}]}"#, "<!DOCTYPE html><title>502</title>",
            #"{"code":4001,"data":{"files":[],"refused":[{"name":"a","code":4001,"message":"Not a picture."}]}}"#,
        ]).map { Array($0.utf8) }

    @Test(arguments: parts)
    func aBrokenAnswerIsAnErrorOrAnAnswer(_ seeds: Range<Int>) async throws {
        let bodies = Log<(bytes: [UInt8], status: Int, type: String)>()
        let peer = Peer { request, connection in
            if request.target == APIPath.anonymousToken { return connection.reply(#"{"token":"TOPSECRET"}"#) }
            let answer = bodies.values.last ?? ([], 500, "")
            connection.reply(bytes: answer.bytes, status: answer.status, type: answer.type)
        }
        let folder = TemporaryFolder()
        // Waits, of which a broken answer asks for many, are over at once; the limits of a turn are met at once too.
        let client = try peer.client(
            tokens: TokenKeeper(folder: folder.path + "/state", environment: [:]),
            clock: InstantClock()
        )
        for seed in seeds {
            var mutator = Mutator(seed: seed)
            let bytes = mutator.mutate(mutator.pick(Self.answers), of: Self.answers)
            let status = mutator.pick([200, 200, 200, 200, 400, 401, 404, 429, 500])
            bodies.add((bytes, status, mutator.pick(["application/json", "text/html", ""])))
            let call = mutator.pick(StudioCall.allCases)
            do {
                try await call.make(client, folder)
            } catch let error as StudioError {
                Self.check(error.message, "answer \(seed)")
                #expect(!error.message.contains("{") && !error.message.contains("\n"), "answer \(seed)")
            }
            let reply = Reply(head: HTTPHead(status: status), body: bytes, place: .host("studio.example"))
            if let message = RenderStatus(reply, id: "r")?.message { Self.check(message, "answer \(seed)") }
        }
    }

    // MARK: Drafts

    private static let drafts = [
        #"{"t":[{"tt":0,"sg":[{"d":10000,"m":{"name":"city timelapse","url":"https://a.example/c.mp4"}}]},{"tt":1,"sg":[{"d":10000,"m":{"name":"Lo-fi","volume":0.35}}]},{"tt":7,"sg":[{"d":3000,"m":{"text":"Urban Dreams","color":"white","position":"top-center","start_ms":0}}]}],"d":10000,"m":{"rev":1}}"#,
        #"{"t":[{"tt":0,"id":"x","sg":[{"d":5e3,"st":0,"m":{"name":"樱花\u001b[31m.jpg"}},{"d":2500.5,"m":{}}]},{"tt":9,"sg":[]}],"d":7500,"m":{"aspect":"9:16"},"zz":[1,{"a":null}]}"#,
        #"{"t":[],"d":0,"m":{}}"#,
    ].map { Array($0.utf8) }

    @Test(arguments: parts)
    func aBrokenDraftIsToldAsFarAsItGoesAndGoesBackAsItCame(_ seeds: Range<Int>) throws {
        for seed in seeds {
            var mutator = Mutator(seed: seed)
            let (one, two) = (mutator.pick(Self.drafts), mutator.pick(Self.drafts))
            let bytes = mutator.mutate(one, of: Self.drafts)
            guard let draft = RawJSON(bytes), let other = RawJSON(two) else { continue }
            let (digest, before) = (DraftDigest(draft), DraftDigest(other))
            for language in [Language.english, .chinese] {
                for text in [digest.summary(in: language)] + digest.changes(from: before, language: language)
                    + before.changes(from: digest, language: language)
                {
                    #expect(!Self.hasControls(text), "draft \(seed)")
                }
            }
            let body = RenderRequest(id: "r", sessionID: "s", draft: draft, output: RenderOutput()).body
            #expect(RawJSON.value(at: ["draft"], in: body.bytes) == draft, "draft \(seed)")
        }
    }

    // MARK: What may be shown

    private static func check(_ text: String, _ place: String) {
        #expect(!hasControls(text), "\(place): \(text.debugDescription)")
        #expect(!text.contains("nmv_usr_TOP") && !text.contains("clm_TOP"), "\(place): \(text)")
    }

    private static func hasControls(_ text: String) -> Bool {
        text.unicodeScalars.contains {
            $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t" || $0 == "\u{2028}"
                || $0 == "\u{2029}"
        }
    }
}
