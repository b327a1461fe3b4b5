import StudioAPI
import StudioClient
import Terminal
import TestKit
import Testing
import Timeline

@testable import Chat

/// Every code in words, in the person's language, and nothing of the person's lost.
@Suite struct TroubleTests {
    private let english = ChatPhrases(language: .english)
    private let chinese = ChatPhrases(language: .chinese)

    private func says(_ error: StudioError, _ remedy: Remedy? = nil, after line: String = "make a video") throws
        -> [String]
    {
        var talk = try Talk(isLocal: false)
        _ = talk.does(line)
        return talk.says(.workEnded(.failed(error, remedy)))
    }

    @Test func withoutCreditsTheWayOnIsShown() throws {
        let error = StudioError(.noCredits, "No credits are left for this.")
        let link = "https://nemovideo.com/register?bind=b1"
        #expect(
            try says(error, .register(link)) == [
                "Your free credits are used up. Register to go on: \(link)",
                "Your message was not sent; ↑ brings it back.",
            ]
        )
        #expect(try says(error, .topUp).first?.hasSuffix("Top up credits in your account.") == true)
        #expect(try says(error).first?.hasPrefix("Your credits at this studio are used up.") == true)
        #expect(chinese.words(for: error, remedy: .register(link)) == "免费积分已用完。注册后可继续：\(link)")
        #expect(chinese.words(for: error, remedy: .topUp).contains("充值积分"))
    }

    @Test func anExportThatIsBlockedIsAMatterOfThePlan() throws {
        var talk = try Talk(isLocal: false)
        _ = talk.does("export")
        _ = talk.does(.workEnded(.draft(Talk.ready(), session: "s1")))
        #expect(
            talk.says(.export(.failed(StudioError(.exportBlocked, "402")))) == [
                "kinora-2026-07-31.mp4 could not be exported: Register or upgrade your plan to unlock export."
            ]
        )
    }

    @Test func filesThatAreRefusedAreNamedWithWhatCanBeDone() {
        let unsupported = StudioError(.unsupportedFile, "This file type is not supported.")
        #expect(
            english.refused("a.tiff", unsupported) == "a.tiff could not be added: This file type is not supported. "
                + "These can be added: mp4 mov avi webm mkv jpg png gif webp heic mp3 wav m4a aac cube."
        )
        // A studio that has just refused a table of colors takes none.
        #expect(english.refused("a.cube", unsupported).hasSuffix("wav m4a aac."))
        #expect(chinese.refused("a.tiff", unsupported).contains("mp4 mov avi"))
        let large = StudioError(.fileTooLarge, "a.mov is too large.")
        #expect(english.refused("a.mov", large) == "a.mov is too large. Compress or trim it.")
        #expect(chinese.refused("a.mov", large) == "无法添加 a.mov：文件太大：最多 200 MB。请压缩或剪短后再试。")
        let damaged = StudioError(.unsupportedFile, "b.jpg is damaged. Open it and save it anew.")
        #expect(english.refused("b.jpg", damaged) == damaged.message)
    }

    @Test(arguments: [
        StudioError.Code.badToken, .sessionNotFound, .noCredits, .exportBlocked, .unsupportedFile, .fileTooLarge,
        .rateLimited, .badRequest, .notFound, .conflict, .serverError, .studioDiskFull, .unreachable, .untrusted,
        .timedOut, .interrupted, .badReply, .badAddress, .insecure, .file, .fileExists, .ownStudio, .failed,
    ])
    func everyTroubleHasChineseWords(_ code: StudioError.Code) {
        let words = chinese.words(for: StudioError(code, "Something happened."))
        #expect(LanguageSense.hasHan(words), "\(code.rawValue): \(words)")
    }

    @Test func theNextTokenIsToldWhenItIsDue() {
        let due = StudioError(.rateLimited, "…", retryAfter: .seconds(5 * 86_400))
        #expect(chinese.words(for: due) == "工作室暂时不再发放免费令牌，下一个要等 5 天。可以设置 NEMO_TOKEN，或在本机制作。")
        #expect(chinese.words(for: StudioError(.rateLimited, "…")) == "工作室要求放慢。请半分钟后再试。")
    }

    @Test func aPauseTheStudioAsksForIsCountedDown() throws {
        var talk = try Talk(isLocal: false)
        _ = talk.does("make a video")
        #expect(
            talk.live(.connecting(.slowedDown(.seconds(27)))) == [
                "⏳ The studio asks to wait: 27 s …", "… working on it",
            ]
        )
        talk.chat.phrases.language = .chinese
        #expect(talk.live(.connecting(.slowedDown(.seconds(26)))).first == "⏳ 工作室要求稍等：还有 26 秒……")
        #expect(talk.live(.connecting(.slowedDown(.zero))) == ["……正在处理"])
    }

    @Test func aMessageThatDidNotArriveIsSaidToBeUnsent() throws {
        let strange = StudioError(.badReply, "The studio answered with a web page, as no studio does.")
        #expect(
            try says(strange) == [
                strange.message,
                "Your message was not answered; ↑ brings it back, /status shows whether it had an effect.",
            ]
        )
        let away = StudioError(.unreachable, "No studio answers on studio.example.")
        #expect(try says(away) == [away.message, "Your message was not sent; ↑ brings it back."])
    }

    @Test func wordsThatCameWithFilesAreNotLost() throws {
        var talk = try Talk()
        _ = talk.does("make a video of \(talk.folder)/a.jpg")
        let error = StudioError(.serverError, "The studio had trouble of its own (500). Try again in a moment.")
        #expect(
            talk.says(.workEnded(.failed(error, nil))) == [
                error.message, "“make a video of this photo” was not sent; ↑ brings it back.",
            ]
        )
    }

    @Test func aSessionThatIsGoneIsNamedAndItsFilesOfferedAgain() throws {
        var talk = try Talk(isLocal: false)
        _ = talk.does("make it shorter")
        let lost = LostSession(
            paths: ["/p/a.jpg", "/p/b.jpg"],
            media: 2,
            summary: "Timeline (1 track): 1. Video: a (0-4s)"
        )
        let said = talk.says(.notice(.sessionLost(lost)))
        #expect(
            said == [
                "The studio no longer has this video; a new one was begun. Lost: 2 photos. "
                    + "It had: Timeline (1 track): 1. Video: a (0-4s)"
            ]
        )
        #expect(talk.agentSays("There are no photos.").said.last == "Next: add the 2 photos again  — /do")
        #expect(talk.does("/do") == [.start(.upload(["/p/a.jpg", "/p/b.jpg"]))])
    }

    @Test func aStudioThatIsFoundAgainNeedsNoLineThatStays() throws {
        var talk = try Talk(isLocal: false)
        _ = talk.does("credits")
        let actions = talk.chat.handle(.connecting(.settingUp))
        #expect(actions == [.setLive([StyledText("Setting things up...", .dim)])])
    }
}
