import Testing
import Timeline

@testable import Chat

@Suite struct RouterTests {
    private let router = Router(FileProbe(kind: { _ in nil }, home: "/home/me"))

    @Test(arguments: RouterTable.rows(RouterTable.exports)) func exports(_ line: String) {
        guard case .export = router.route(line) else {
            Issue.record("\(line) → \(router.route(line))")
            return
        }
    }

    @Test(arguments: RouterTable.rows(RouterTable.credits)) func credits(_ line: String) {
        #expect(router.route(line) == .credits)
    }

    @Test(arguments: RouterTable.rows(RouterTable.statuses)) func statuses(_ line: String) {
        #expect(router.route(line) == .status)
    }

    @Test(arguments: RouterTable.rows(RouterTable.uploads)) func uploads(_ line: String) {
        #expect(router.route(line) == .uploadHelp)
    }

    @Test(arguments: RouterTable.rows(RouterTable.messages)) func whatOnlyMentionsThemGoesToTheAgent(_ line: String) {
        #expect(router.route(line) == .message(line))
    }

    @Test func anExportMayNameQualityAndShape() {
        #expect(router.route("export in draft quality") == .export(ExportWish(quality: .draft)))
        #expect(router.route("export it in the best quality please") == .export(ExportWish(quality: .best)))
        #expect(router.route("export as 1080p mp4") == .export(ExportWish(quality: .high)))
        #expect(router.route("export for TikTok") == .export(ExportWish(aspects: [.portrait])))
        #expect(router.route("Export it in 9:16.") == .export(ExportWish(aspects: [.portrait])))
        #expect(router.route("导出高清竖版") == .export(ExportWish(quality: .high, aspects: [.portrait])))
        #expect(router.route("/export best 1:1") == .command(.export(ExportWish(quality: .best, aspects: [.square]))))
    }

    @Test func commandsAlwaysWork() {
        #expect(router.route("/help") == .command(.help))
        #expect(router.route("/HELP ") == .command(.help))
        #expect(router.route("/undo") == .command(.undo))
        #expect(router.route("/redo") == .command(.redo))
        #expect(router.route("/sessions") == .command(.sessions(nil)))
        #expect(router.route("/sessions 3") == .command(.sessions(3)))
        #expect(router.route("/new") == .command(.new))
        #expect(router.route("/credits") == .command(.credits))
        #expect(router.route("/status") == .command(.status))
        #expect(router.route("/quit") == .command(.quit))
        #expect(router.route("/upload") == .uploadHelp)
        #expect(router.route("/do") == .command(.take(nil)))
        #expect(router.route("/do 2") == .command(.take(2)))
        #expect(router.route("/DO #2.") == .command(.take(2)))
        #expect(router.route("/执行 1") == .command(.take(1)))
        #expect(router.route("/unqueue") == .command(.unqueue(nil)))
        #expect(router.route("/撤回 3") == .command(.unqueue(3)))
        #expect(router.route("/nonsense now") == .unknownCommand("/nonsense"))
        #expect(router.route("/home/me/gone.jpg") == .missing(["/home/me/gone.jpg"]))
        #expect(router.route("quit") == .quit)
        #expect(router.route("退出") == .quit)
        #expect(router.route("help") == .help)
        #expect(router.route("   ") == .nothing)
    }

    @Test(arguments: [
        ("/EXPORT", Route.command(.export(ExportWish()))),
        ("/Export please, in 9:16", .command(.export(ExportWish(aspects: [.portrait])))),
        ("/export!", .command(.export(ExportWish()))),
        ("／ｅｘｐｏｒｔ", .command(.export(ExportWish()))),
        ("/导出。", .command(.export(ExportWish()))),
        ("、导出 草稿", .command(.export(ExportWish(quality: .draft)))),
        ("/credits how many are left?", .command(.credits)),
        ("/CREDITS", .command(.credits)),
        ("／积分", .command(.credits)),
        ("/余额？", .command(.credits)),
        ("/status of my video", .command(.status)),
        ("/Status.", .command(.status)),
        ("／状态", .command(.status)),
        ("/UPLOAD", .uploadHelp),
        ("/upload some photos please", .uploadHelp),
        ("/上传", .uploadHelp),
        ("/upload gone.jpg", .missing(["gone.jpg"])),
        ("/undo the last one", .command(.undo)),
        ("/UNDO", .command(.undo)),
        ("/撤销！", .command(.undo)),
        ("/new video", .command(.new)),
        ("/NEW", .command(.new)),
        ("／新建", .command(.new)),
        ("/sessions ２", .command(.sessions(2))),
        ("/Sessions #3", .command(.sessions(3))),
        ("/会话 1", .command(.sessions(1))),
        ("/help export", .command(.help)),
        ("/?", .command(.help)),
        ("/帮助", .command(.help)),
        ("/quit now", .command(.quit)),
        ("/QUIT", .command(.quit)),
        ("/退出", .command(.quit)),
        ("/ export", .command(.export(ExportWish()))),
    ])
    func commandsWorkInAnyCaseWithAnythingAfterThem(_ line: String, _ route: Route) {
        #expect(router.route(line) == route)
    }

    @Test(arguments: ["、然后放大", "/ then zoom in", "…/export is a word"])
    func whatOnlyBeginsWithAMarkIsNone(_ line: String) {
        #expect(router.route(line) == .message(line))
    }

    @Test(arguments: ["ＥＸＰＯＲＴ", "导出　视频！", "ｅｘｐｏｒｔ，ｐｌｅａｓｅ"])
    func fullWidthLettersAreLetters(_ line: String) {
        #expect(router.route(line) == .export(ExportWish()))
    }

    @Test func onlyUploadingIsDoneWithTheUpload() {
        let there: Set<String> = ["/a.jpg", "/a.mp3", "/home/me/a.jpg"]
        let router = Router(FileProbe(kind: { there.contains($0) ? .file : nil }, home: "/home/me"))
        for line in [
            "upload /a.jpg", "please upload ~/a.jpg", "上传 /a.jpg", "/upload /a.jpg", "I want to upload /a.jpg",
            "download https://x.example/a.jpg",
        ] {
            guard case .upload(let found) = router.route(line) else {
                Issue.record("\(line) → \(router.route(line))")
                continue
            }
            #expect(found.words == "", "\(line)")
            #expect(found.paths.count == 1)
        }
        for line in [
            "add /a.jpg", "添加 /a.jpg", "add /a.jpg at the end", "add /a.mp3", "use /a.jpg as the first",
            "加上 /a.jpg 当封面",
        ] {
            guard case .upload(let found) = router.route(line) else {
                Issue.record("\(line) → \(router.route(line))")
                continue
            }
            #expect(!found.words.isEmpty, "\(line)")
        }
    }

    @Test func filesAreLookedForBeforeCommands() {
        let router = Router(FileProbe(kind: { $0 == "/help" ? .file : nil }, home: "/home/me"))
        #expect(router.route("/help") == .upload(DroppedPaths.Found(paths: ["/help"])))
        #expect(router.route("/new") == .command(.new))
    }
}
