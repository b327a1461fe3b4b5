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

    // MARK: A look

    @Test(arguments: [
        "preview", "Preview!", "preview it please", "show me a preview", "can you show me the preview?",
        "contact sheet",
        "show me", "let me see it", "can I see it?", "show me the video", "show the photos", "make a preview",
        "preview the video", "watch the video", "render a draft preview", "make a preview of the video", "预览", "预览一下",
        "看看", "看一下", "让我看看效果",
        "看看视频", "给我看看", "播放视频", "预览视频", "看看照片", "生成预览",
    ])
    func aLookIsForTheChatItself(_ line: String) {
        #expect(router.route(line) == .preview(PreviewWish()), "\(router.route(line))")
    }

    @Test(arguments: [
        ("preview 7", 7...7), ("preview photo 7", 7...7), ("show me photo 7", 7...7), ("preview #7", 7...7),
        ("preview 20-40", 20...40), ("preview 20 to 40", 20...40), ("preview photos 20–40", 20...40),
        ("preview from 40 to 20", 20...40), ("看看第三张", 3...3), ("预览第7张", 7...7), ("预览第二十三张", 23...23),
        ("预览20到40", 20...40), ("预览第20到第40张", 20...40), ("看看第十张照片", 10...10),
    ])
    func photosAreNamedByTheirNumbers(_ line: String, _ photos: ClosedRange<Int>) {
        #expect(router.route(line) == .preview(PreviewWish(photos: photos)), "\(router.route(line))")
    }

    @Test(arguments: [
        ("/preview", nil as ClosedRange<Int>?), ("/preview 5", 5...5), ("/Preview 2-9", 2...9), ("／预览 第三张", 3...3),
        ("/preview please", nil),
    ])
    func aLookIsACommandToo(_ line: String, _ photos: ClosedRange<Int>?) {
        #expect(router.route(line) == .command(.preview(PreviewWish(photos: photos))))
    }

    @Test(arguments: [
        "show photo 2 for 5 seconds", "show the title on the last photo", "what is photo 3", "preview the title in red",
        "add a preview of the second photo at the start", "show photo 2 twice", "play music", "播放音乐",
        "create a slideshow and preview it", "给我做个视频看看", "用照片做个视频再预览",
        "第三张看起来太暗", "看看能不能调亮一点", "show more of the sky", "make photo 3 longer",
    ])
    func whatChangesSomethingIsNoLook(_ line: String) {
        #expect(router.route(line) == .message(line))
    }

    @Test(arguments: [
        ("preview 9:16", Aspect.portrait), ("preview in 9:16", .portrait), ("预览竖屏", .portrait), ("竖屏预览一下", .portrait),
        ("show me how it looks vertical", .portrait), ("preview the TikTok version", .portrait),
        ("how does it look in square?", .square), ("看看方形的样子", .square), ("preview it for Instagram", .tall),
        ("show me the video in 16x9", .landscape),
    ])
    func aLookMayBeInAnotherShape(_ line: String, _ aspect: Aspect) {
        #expect(router.route(line) == .preview(PreviewWish(aspect: aspect)), "\(router.route(line))")
    }

    @Test func aLookAtSomePhotosMayBeInAnotherShape() {
        let wish = PreviewWish(photos: 2...3, aspect: .portrait)
        #expect(router.route("preview photos 2-3 in 9:16") == .preview(wish))
        #expect(router.route("/preview 2-3 9:16") == .command(.preview(wish)))
    }

    @Test(arguments: [
        "show the whole photo", "show me the entire picture", "show all of photo 2", "show the full photo",
        "显示整张照片", "显示完整的照片", "make it vertical",
    ])
    func aWholePhotoIsAWish(_ line: String) {
        #expect(router.route(line) == .message(line))
    }

    @Test(arguments: [
        "show me the whole video", "show the video", "show all photos", "看看整个视频", "show me the full video",
    ])
    func aWholeVideoIsALook(_ line: String) {
        #expect(router.route(line) == .preview(PreviewWish()), "\(router.route(line))")
    }

    // MARK: Shapes

    @Test(arguments: [
        ("export 16:9 and 9:16", [Aspect.landscape, .portrait], false),
        ("export it in 9:16 and 16:9, please", [.portrait, .landscape], false),
        ("export for TikTok and YouTube", [.portrait, .landscape], false),
        ("/export 16:9 9:16 1:1", [.landscape, .portrait, .square], false),
        ("导出16:9和9:16", [.landscape, .portrait], false),
        ("导出横屏和竖屏", [.landscape, .portrait], false),
        ("导出抖音和小红书版本", [.portrait, .tall], false),
        ("export all shapes", [], true),
        ("export in all formats", [], true),
        ("导出所有比例", [], true),
        ("导出全部尺寸", [], true),
        ("export for TikTok and reels", [.portrait], false),
        ("export in 9x16", [.portrait], false),
        ("export for Instagram", [.tall], false),
        ("导出朋友圈版本", [.portrait], false),
    ])
    func severalShapesAreAskedForAtOnce(_ line: String, _ aspects: [Aspect], _ everyShape: Bool) {
        let wish = ExportWish(aspects: aspects, everyShape: everyShape)
        let route = router.route(line)
        #expect(route == (line.hasPrefix("/") ? .command(.export(wish)) : .export(wish)), "\(route)")
    }
}
