import StudioAPI
import StudioClient
import Terminal
import TestKit
import Testing
import Timeline

@testable import Chat

/// A turn as the person sees it: while it runs, at its end, and when its end is lost.
@Suite struct TurnTests {
    private var talk: Talk

    init() throws {
        talk = try Talk(isLocal: false)
        _ = talk.does("make a video")
    }

    private static let edited = TurnSummary(draftChanged: true, tools: ["edit"])

    @Test mutating func theStatusTellsWhatTheAgentIsAt() {
        let cases: [(String, String, String)] = [
            ("add_title", "… working on the text", "……正在处理文字"),
            ("select_bgm", "… working on the music", "……正在处理配乐"),
            ("trim_clip", "… trimming", "……正在剪辑"),
            ("generate_image", "… generating a picture", "……正在生成图片"),
            ("generate_video_clip", "… generating a clip; this can take some minutes", "……正在生成视频片段，可能需要几分钟"),
            ("search_stock", "… searching", "……正在搜索素材"),
            ("get_timeline", "… looking at the timeline", "……正在查看时间线"),
            ("apply_transition", "… working on the transitions", "……正在处理转场"),
            ("frobnicate", "… editing", "……正在编辑"),
        ]
        for (tool, english, chinese) in cases {
            talk.chat.phrases.language = .english
            #expect(talk.live(.notice(.turn(.toolStarted(name: tool, arguments: nil)))) == [english])
            talk.chat.phrases.language = .chinese
            #expect(talk.live(.notice(.turn(.heartbeat))) == [chinese])
            #expect(talk.live(.notice(.turn(.toolFinished(name: tool)))) == ["……正在处理"])
        }
    }

    @Test mutating func ofSeveralToolsTheLatestThatRunsIsTold() {
        _ = talk.live(.notice(.turn(.toolStarted(name: "add_title", arguments: nil))))
        #expect(
            talk.live(.notice(.turn(.toolStarted(name: "add_music", arguments: nil)))) == ["… working on the music"]
        )
        #expect(talk.live(.notice(.turn(.toolFinished(name: "add_music")))) == ["… working on the text"])
    }

    @Test mutating func aLongTurnSaysSo() {
        #expect(talk.says(.stillWorking) == ["⏳ Still working..."])
        // Where the answer is lost, the status tells what is waited for.
        _ = talk.does(.notice(.turnLost(lookIn: .seconds(60), isTimeout: false)))
        #expect(talk.says(.stillWorking) == [])
        _ = talk.does(.workEnded(.turnEnded(Self.edited, .whole)))
        // A word that comes late, when the turn is over.
        #expect(talk.says(.stillWorking) == [])
    }

    @Test func aLongTurnIsProgressBesideAPipe() throws {
        var talk = try Talk(isInteractive: false)
        _ = talk.does("make a video")
        let actions = talk.chat.handle(.stillWorking)
        #expect(actions == [.setLive([StyledText("⏳ Still working...", .dim)])])
    }

    @Test mutating func anEditWithoutWordsIsAnsweredFromTheTimeline() {
        #expect(talk.does(.workEnded(.turnEnded(Self.edited, .whole))) == [.start(.readDraft(.afterTurn))])
        _ = talk.does(.workEnded(.draft(Talk.ready(), session: "s1")))
        _ = talk.does("call it Paradise Found")
        _ = talk.does(.workEnded(.turnEnded(Self.edited, .whole)))
        #expect(
            talk.says(.workEnded(.draft(Talk.ready(title: "Paradise Found"), session: "s1"))) == [
                "✅ Title added: 'Paradise Found' (white, center, 3s)",
                "Timeline (2 tracks): 1. Video: a (0-4s) 2. Title: \"Paradise Found\" (0-3s)",
            ]
        )
    }

    /// Drafts of other studios have keys nobody documents.
    @Test mutating func anEditOfAHostedDraftIsToldInTheSameForm() throws {
        func draft(_ texts: String, volume: Double) throws -> DraftView {
            let json = """
                {"t":[{"tt":0,"sg":[{"d":10000,"m":{"name":"beach.jpg","kind":"photo","x":1}}]},
                {"tt":1,"sg":[{"d":10000,"m":{"name":"Lo-fi","volume":\(volume)}}]},{"tt":7,"sg":[\(texts)]}],
                "d":10000,"m":{"magic":[1,2]}}
                """
            return DraftView(try #require(RawJSON(Array(json.utf8))))
        }
        _ = talk.does(.workEnded(.turnEnded(Self.edited, .whole)))
        _ = talk.does(.workEnded(.draft(try draft("", volume: 0.35), session: "s1")))
        _ = talk.does("call it Paradise Found, music quieter")
        _ = talk.does(.workEnded(.turnEnded(Self.edited, .whole)))
        let title = #"{"d":3000,"m":{"text":"Paradise Found","color":"white","position":"top-center"}}"#
        let said = talk.says(.workEnded(.draft(try draft(title, volume: 0.2), session: "s1")))
        #expect(said.first == "✅ Title added: 'Paradise Found' (white, top-center, 3s)")
        #expect(said.contains("✅ Music volume: 35% -> 20%") || said.contains("✅ Music volume: 35% → 20%"), "\(said)")
    }

    @Test mutating func anAnswerInWordsIsNotToldAgain() {
        _ = talk.says(.notice(.turn(.text("I made a slideshow."))))
        _ = talk.does(.workEnded(.turnEnded(Self.edited, .whole)))
        #expect(
            talk.says(.workEnded(.draft(Talk.ready(), session: "s1"))) == ["Timeline (1 track): 1. Video: a (0-4s)"]
        )
    }

    // MARK: The end that is lost

    @Test mutating func whatHadComeStaysAndTheNextLookIsTold() {
        #expect(talk.says(.notice(.turn(.text("I begin with the beach.")))) == ["I begin with the beach."])
        let lost = Conversation.Input.notice(.turnLost(lookIn: .seconds(30), isTimeout: false))
        #expect(talk.live(lost) == ["… the answer broke off; looking at the timeline in 30 s"])
        #expect(
            talk.live(.notice(.turnLost(lookIn: .zero, isTimeout: true)))
                == ["… no answer came in time; reading the rest"]
        )
    }

    @Test mutating func anEditThatCameThroughIsReportedOnce() {
        _ = talk.says(.notice(.turnLost(lookIn: .seconds(30), isTimeout: false)))
        let end = talk.does(.workEnded(.turnEnded(TurnSummary(draftChanged: true), .recovered)))
        #expect(end == [.start(.readDraft(.afterTurn))])
        let said = talk.says(.workEnded(.draft(Talk.ready(), session: "s1")))
        #expect(said.first == "The answer broke off, but the edit was made:")
        #expect(said[1].hasPrefix("✅ "), "\(said)")
        #expect(said.last == "Timeline (1 track): 1. Video: a (0-4s)")
    }

    @Test mutating func anEditThatDidNotCanBeSaidAgain() {
        _ = talk.says(.notice(.turnLost(lookIn: .seconds(60), isTimeout: false)))
        let trouble = TurnTrouble(code: "interrupted", message: "The answer broke off.", followsEdit: false)
        let actions = talk.chat.handle(.workEnded(.turnEnded(TurnSummary(trouble: trouble), .lost)))
        #expect(
            actions.said == [
                "The answer broke off and nothing has changed on the timeline, so this has failed. Say it again; ↑ brings your words back.",
                "Next: send: make a video  — /do",
            ]
        )
        #expect(actions.started == [])
        #expect(talk.does("/do") == [.start(.turn("make a video"))])
    }

    @Test mutating func aTimeoutIsToldAsOne() {
        _ = talk.says(.notice(.turnLost(lookIn: .seconds(60), isTimeout: true)))
        let said = talk.says(.workEnded(.turnEnded(TurnSummary(), .lost)))
        #expect(said.first?.hasPrefix("No answer came in time and nothing has changed") == true)
    }

    @Test mutating func stoppingSaysWhatMayStillHappen() throws {
        _ = talk.does(.user(.interrupt))
        #expect(
            talk.says(.workEnded(.cancelled)).last?.contains("may still take effect at the studio and cost credits")
                == true
        )
        var own = try Talk()
        _ = own.does("make a video")
        _ = own.does(.user(.interrupt))
        #expect(own.says(.workEnded(.cancelled)).last?.contains("credits") == false)
    }

    @Test mutating func anUndoElsewhereIsOfferedAsAMessage() {
        _ = talk.agentSays("Done.")
        #expect(talk.does("/undo") == [.start(.undo)])
        #expect(
            talk.says(.workEnded(.undone(nil))) == [
                "This studio takes a change back when it is asked to in a message.",
                "Next: send: undo the last change  — /do",
            ]
        )
        #expect(talk.does("/do") == [.start(.turn("undo the last change"))])
    }
}
