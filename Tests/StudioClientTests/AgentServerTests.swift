import Foundation
import HTTP
import StudioAPI
import Synchronization
import TestKit
import Testing

@testable import StudioClient

private let agentServer = ProcessInfo.processInfo.environment["KINORA_ADK_URL"]

/// The stream of google-adk's own server, whose agent is scripts/soak.d/nemo_agent. scripts/soak starts it and says where
/// it is.
@Suite(
    .enabled(if: agentServer != nil, "KINORA_ADK_URL names no server of google-adk's; scripts/soak starts one")
)
struct AgentServerTests {
    /// What a turn shows, in a session of its own.
    private func turn(_ text: String, streaming: Bool) async throws -> [TurnItem] {
        let url = try #require(agentServer)
        let client = StudioClient(
            address: try StudioAddress(url: url),
            identity: ClientIdentity(environment: [:], executable: "/k", version: "1")
        )
        // Only ours is asked for text in pieces.
        client.isKinora.withLock { $0 = streaming }
        let session = "s\(UInt64.random(in: 0...UInt64.max))"
        let path = "/apps/nemo_agent/users/me/sessions/\(session)"
        _ = try await client.perform(Call(.post, path, json: Array("{}".utf8)))
        var items: [TurnItem] = []
        for try await item in try await client.run(text, session: session, turn: "t") { items.append(item) }
        return items
    }

    @Test(arguments: [false, true])
    func aTextIsShownOnce(_ streaming: Bool) async throws {
        let items = try await turn("hello", streaming: streaming)
        #expect(Streams.shown(items) == "好的，樱花🌸。\nOnce upon a time.\n")
        #expect(items.contains { if case .delta = $0 { true } else { false } } == streaming)
        #expect(items.last == .ended(TurnSummary(hadText: true)))
    }

    @Test(arguments: [false, true])
    func aToolIsToldBetweenTheTexts(_ streaming: Bool) async throws {
        let items = try await turn("add a title", streaming: streaming).filter { $0 != .heartbeat }
        #expect(
            items == [
                .text("Adding it."), .toolStarted(name: "add_title", arguments: ["text": "Paradise\nFound"]),
                .toolFinished(name: "add_title"), .draftChanged, .text("The title is there."),
                .ended(TurnSummary(hadText: true, draftChanged: true, tools: ["add_title"])),
            ]
        )
    }

    @Test(arguments: [false, true])
    func aSilentEditIsNoTrouble(_ streaming: Bool) async throws {
        let items = try await turn("be silent", streaming: streaming)
        #expect(items.last == .ended(TurnSummary(draftChanged: true, tools: ["add_title"])))
    }

    @Test(arguments: [false, true])
    func aFailureIsToldOnce(_ streaming: Bool) async throws {
        let items = try await turn("boom", streaming: streaming)
        let trouble = TurnTrouble(code: "RuntimeError", message: "the model is gone", followsEdit: false)
        #expect(items.filter { if case .trouble = $0 { true } else { false } } == [.trouble(trouble)])
        #expect(Streams.shown(items) == (streaming ? "I am half \n" : ""))
    }

    @Test func aSessionItDoesNotKnowIsNotFound() async throws {
        let client = StudioClient(
            address: try StudioAddress(url: #require(agentServer)),
            identity: ClientIdentity(environment: [:], executable: "/k", version: "1")
        )
        let error = await studioError {
            for try await _ in try await client.run("hello", session: "nowhere", turn: "t") {}
        }
        #expect(error?.code == .sessionNotFound)
    }
}
