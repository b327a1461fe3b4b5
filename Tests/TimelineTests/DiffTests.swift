import TestKit
import Testing
import Timeline

@Suite struct DiffTests {
    private static let names = ["01-aitzgorri.jpg", "02-picos.jpg", "03-stream.jpg", "04-friends.jpg", "05-sunset.jpg"]

    private let timeline = Timeline(
        segments: names.enumerated().map { index, name in
            Segment(
                id: "s\(index + 1)",
                media: "m\(index)",
                kind: .photo,
                name: name,
                size: PixelSize(width: 3, height: 2),
                duration: Milliseconds(4000),
                motion: Motion(index % 2 == 0 ? .zoomIn : .zoomOut),
                transition: Transition(.crossfade)
            )
        },
        texts: [TextSegment(id: "t", text: "Holiday", style: TextStyle(position: .topCenter))],
        music: Music(.mood(.lofi, seed: 1))
    )

    private func expect(
        _ commands: [EditCommand],
        _ english: [String],
        _ chinese: [String],
        from start: Timeline? = nil,
        at location: SourceLocation = #_sourceLocation
    ) throws {
        let start = start ?? timeline
        let changed = try start.applying(.batch(commands)).timeline
        #expect(
            TimelineDiff.sentences(from: start, to: changed, language: .english) == english,
            sourceLocation: location
        )
        #expect(
            TimelineDiff.sentences(from: start, to: changed, language: .chinese) == chinese,
            sourceLocation: location
        )
    }

    private func all<Value>(_ value: Value) -> [SegmentID: Value] {
        Dictionary(uniqueKeysWithValues: timeline.segments.map { ($0.id, value) })
    }

    @Test func nothing() throws {
        try expect([], [], [])
        try expect([.setMusic(timeline.music), .setFits(["s1": .auto])], [], [])
        // What is not seen is not told: the first transition, whose length it was, who chose the motion.
        var pinned = timeline.segments[1].motion
        pinned.pinned = true
        try expect(
            [.setTransitions(["s1": .cut]), .setDurationPins(["s2": true]), .setMotions(["s2": pinned])],
            [],
            []
        )
    }

    @Test func titles() throws {
        let title = TextSegment(id: "u", text: "Paradise Found", style: TextStyle(position: .topCenter))
        try expect(
            [.insertText(title, index: 1)],
            ["✅ Title added: 'Paradise Found' (white, top-center, 3s)"],
            ["✅ 已添加标题：“Paradise Found”（白色，顶部居中，3 秒）"]
        )
        var later = title
        later.start = .seconds(5)
        later.duration = .seconds(2.5)
        later.style.color = "#FF8800"
        try expect(
            [.insertText(later, index: 0)],
            ["✅ Title added: 'Paradise Found' (#FF8800, top-center, 5-7.5s)"],
            ["✅ 已添加标题：“Paradise Found”（#FF8800，顶部居中，5-7.5秒）"]
        )
        try expect([.removeText("t")], ["✅ Title removed: 'Holiday'"], ["✅ 已移除标题：“Holiday”"])
        var changed = timeline.texts[0]
        changed.text = "Our holiday"
        changed.style.color = "yellow"
        changed.style.position = .center
        changed.start = .seconds(1)
        changed.style.size = 0.15
        changed.style.fadeOut = .zero
        try expect(
            [.updateText(changed)],
            [
                "✅ Title 'Holiday': 'Holiday' -> 'Our holiday', white -> yellow, top-center -> center, 0-3s -> 1-4s, size 10% -> 15%, fade-out 0.5 s -> 0 s"
            ],
            [
                "✅ 标题“Holiday”：“Holiday” → “Our holiday”，白色 → 黄色，顶部居中 → 正中，0-3秒 → 1-4秒，字号 10% → 15%，淡出 0.5 秒 → 0 秒"
            ]
        )
    }

    @Test func manyTitlesAreDrawnTogether() throws {
        let captions = (1...6).map { EditCommand.insertText(TextSegment(id: "c\($0)", text: "No \($0)"), index: 0) }
        try expect(
            captions,
            ["✅ 6 titles added: 'No 6', 'No 5', 'No 4', … 'No 1'"],
            ["✅ 已添加 6 个标题：“No 6”、“No 5”、“No 4”、…“No 1”"]
        )
    }

    @Test func lengths() throws {
        try expect(
            [.setDurations(["s5": .seconds(6)])],
            ["✅ Photo 5 (05-sunset.jpg): 4 s -> 6 s", "The video is now 22 s long."],
            ["✅ 第 5 张照片（05-sunset.jpg）：4 秒 → 6 秒", "视频现在长 22 秒。"]
        )
        try expect(
            [.setDurations(all(.seconds(3)))],
            ["✅ All 5 photos: 4 s -> 3 s each", "The video is now 15 s long."],
            ["✅ 全部 5 张照片：各 4 秒 → 3 秒", "视频现在长 15 秒。"]
        )
        try expect(
            [.setDurations(["s1": .seconds(3), "s3": .seconds(3), "s2": .seconds(6)])],
            [
                "✅ Photos 1 (01-aitzgorri.jpg), 3 (03-stream.jpg): 4 s -> 3 s each",
                "✅ Photo 2 (02-picos.jpg): 4 s -> 6 s",
            ],
            ["✅ 第 1、3 张照片（01-aitzgorri.jpg、03-stream.jpg）：各 4 秒 → 3 秒", "✅ 第 2 张照片（02-picos.jpg）：4 秒 → 6 秒"]
        )
        try expect(
            [
                .setDurations([
                    "s1": Milliseconds(4100), "s2": Milliseconds(3900), "s3": Milliseconds(4200),
                    "s4": Milliseconds(3800),
                ]), .setCutsOnBeat(true),
            ],
            ["✅ Photos 1-4: 4 s -> 3.8-4.2 s each", "✅ Cuts on the beat: off -> on"],
            ["✅ 第 1-4 张照片：每张 4 秒 → 3.8-4.2 秒", "✅ 卡点剪辑：关 → 开"]
        )
        try expect(
            [.setDurations(["s2": Milliseconds(4001)])],
            ["✅ Photo 2 (02-picos.jpg): 4 s -> 4.001 s", "The video is now 20 s long."],
            ["✅ 第 2 张照片（02-picos.jpg）：4 秒 → 4.001 秒", "视频现在长 20 秒。"]
        )
    }

    @Test func photosComeAndGo() throws {
        var new = timeline.segments[0]
        new.id = "n"
        new.name = "06-new.jpg"
        try expect(
            [.insert(segments: [new], index: 2)],
            ["✅ Photo 3 (06-new.jpg) added (8-12s)", "The video is now 24 s long."],
            ["✅ 已添加第 3 张照片（06-new.jpg）（8-12秒）", "视频现在长 24 秒。"]
        )
        try expect(
            [.remove(segments: ["s3"])],
            ["✅ Photo 3 (03-stream.jpg) removed (was at 8-12s)", "The video is now 16 s long."],
            ["✅ 已移除第 3 张照片（03-stream.jpg）（原在 8-12秒）", "视频现在长 16 秒。"]
        )
        try expect(
            [.remove(segments: ["s3", "s1"])],
            ["✅ 2 photos removed: 01-aitzgorri.jpg, 03-stream.jpg", "The video is now 12 s long."],
            ["✅ 已移除 2 张照片：01-aitzgorri.jpg、03-stream.jpg", "视频现在长 12 秒。"]
        )
        try expect(
            [.remove(segments: timeline.segments.map(\.id))],
            ["✅ All 5 photos removed", "The timeline is now empty."],
            ["✅ 已移除全部 5 张照片", "时间线现在是空的。"]
        )
        try expect(
            [.insert(segments: timeline.segments, index: 0), .setMusic(Music(.mood(.piano, seed: 2), volume: 20))],
            [
                "✅ 5 photos added: 01-aitzgorri.jpg, 02-picos.jpg, 03-stream.jpg, 04-friends.jpg, 05-sunset.jpg (0-20s)",
                "✅ Music added: Piano (20%)", "The video is now 20 s long.",
            ],
            [
                "✅ 已添加 5 张照片：01-aitzgorri.jpg、02-picos.jpg、03-stream.jpg、04-friends.jpg、05-sunset.jpg（0-20秒）",
                "✅ 已添加配乐：钢琴（20%）", "视频现在长 20 秒。",
            ],
            from: Timeline()
        )
    }

    @Test func order() throws {
        try expect(
            [.reorder(segments: ["s5", "s1", "s2", "s3", "s4"])],
            ["✅ 05-sunset.jpg moved: photo 5 -> photo 1 (0-4s)"],
            ["✅ 05-sunset.jpg 已移动：第 5 → 第 1 张照片（0-4秒）"]
        )
        // Of two neighbours that changed places one was moved.
        try expect(
            [.reorder(segments: ["s2", "s1", "s3", "s4", "s5"])],
            ["✅ 02-picos.jpg moved: photo 2 -> photo 1 (0-4s)"],
            ["✅ 02-picos.jpg 已移动：第 2 → 第 1 张照片（0-4秒）"]
        )
        try expect(
            [.reorder(segments: ["s4", "s2", "s3", "s1", "s5"])],
            ["✅ 01-aitzgorri.jpg and 04-friends.jpg swapped places"],
            ["✅ 01-aitzgorri.jpg 与 04-friends.jpg 互换了位置"]
        )
        try expect(
            [.reorder(segments: ["s5", "s4", "s3", "s2", "s1"])],
            ["✅ New order: 05-sunset.jpg, 04-friends.jpg, 03-stream.jpg, 02-picos.jpg, 01-aitzgorri.jpg"],
            ["✅ 新的顺序：05-sunset.jpg、04-friends.jpg、03-stream.jpg、02-picos.jpg、01-aitzgorri.jpg"]
        )
        // A removal is no new order, and motions that only follow from it are not told.
        try expect(
            [.remove(segments: ["s2"]), .setMotions(["s3": Motion(.panLeft)])],
            ["✅ Photo 2 (02-picos.jpg) removed (was at 4-8s)", "The video is now 16 s long."],
            ["✅ 已移除第 2 张照片（02-picos.jpg）（原在 4-8秒）", "视频现在长 16 秒。"]
        )
    }

    @Test func transitions() throws {
        try expect(
            [.setTransitions(all(Transition(.slide, duration: .seconds(0.5), direction: .up)))],
            ["✅ All transitions: crossfade 1 s -> slide up 0.5 s"],
            ["✅ 全部转场：叠化 1 秒 → 向上滑动 0.5 秒"]
        )
        try expect(
            [.setTransitions(["s3": .cut])],
            ["✅ Transition into photo 3 (03-stream.jpg), at 8s: crossfade 1 s -> cut"],
            ["✅ 进入第 3 张照片（03-stream.jpg）的转场（8 秒处）：叠化 1 秒 → 硬切"]
        )
        try expect(
            [.setTransitions(["s3": Transition(.fadeThroughBlack), "s4": Transition(.fadeThroughBlack)])],
            [
                "✅ Transitions into photos 3 (03-stream.jpg), 4 (04-friends.jpg): crossfade 1 s -> fade through black 1 s"
            ],
            ["✅ 进入第 3、4 张照片（03-stream.jpg、04-friends.jpg）的转场：叠化 1 秒 → 黑场过渡 1 秒"]
        )
        let various = Dictionary(
            uniqueKeysWithValues: timeline.segments.enumerated().map {
                ($1.id, Transition(.crossfade, duration: Milliseconds(100 * ($0 + 1))))
            }
        )
        try expect(
            [.setTransitions(various)],
            ["✅ 4 transitions changed: crossfade 0.2 s, crossfade 0.3 s, crossfade 0.4 s, crossfade 0.5 s"],
            ["✅ 已更改 4 处转场：叠化 0.2 秒、叠化 0.3 秒、叠化 0.4 秒、叠化 0.5 秒"]
        )
        try expect(
            [.setTransitions(["s3": Transition(.circle, easing: .linear), "s4": Transition(.whipPan)])],
            [
                "✅ Transition into photo 3 (03-stream.jpg), at 8s: crossfade 1 s -> circle 1 s linear",
                "✅ Transition into photo 4 (04-friends.jpg), at 12s: crossfade 1 s -> whip pan left 0.5 s",
            ],
            [
                "✅ 进入第 3 张照片（03-stream.jpg）的转场（8 秒处）：叠化 1 秒 → 圆形展开 1 秒 匀速",
                "✅ 进入第 4 张照片（04-friends.jpg）的转场（12 秒处）：叠化 1 秒 → 向左甩镜 0.5 秒",
            ]
        )
    }

    @Test func looks() throws {
        try expect(
            [.setMotions(["s3": Motion(.none, pinned: true)])],
            ["✅ Photo 3 (03-stream.jpg): motion zoom-in -> still"],
            ["✅ 第 3 张照片（03-stream.jpg）：运镜 推近 → 静止"]
        )
        try expect(
            [.setMotions(["s3": Motion(.zoomIn, strength: 0.25)])],
            ["✅ Photo 3 (03-stream.jpg): motion zoom-in 12% -> zoom-in 25%"],
            ["✅ 第 3 张照片（03-stream.jpg）：运镜 推近 12% → 推近 25%"]
        )
        try expect(
            [.setMotions(all(Motion(.panUp, pinned: true)))],
            [
                "✅ Photos 1 (01-aitzgorri.jpg), 3 (03-stream.jpg), 5 (05-sunset.jpg): motion zoom-in -> pan-up",
                "✅ Photos 2 (02-picos.jpg), 4 (04-friends.jpg): motion zoom-out -> pan-up",
            ],
            [
                "✅ 第 1、3、5 张照片（01-aitzgorri.jpg、03-stream.jpg、05-sunset.jpg）：运镜 推近 → 上移",
                "✅ 第 2、4 张照片（02-picos.jpg、04-friends.jpg）：运镜 拉远 → 上移",
            ]
        )
        try expect(
            [.setFits(all(.blur)), .setAspect(.portrait)],
            ["✅ All 5 photos: fit: automatic -> whole on a blurred background", "✅ Shape: 16:9 -> 9:16"],
            ["✅ 全部 5 张照片：画面适配：自动 → 完整显示加模糊背景", "✅ 画面比例：16:9 → 9:16"]
        )
        try expect(
            [.setLooks(["s2": Look(.blackAndWhite, [.contrast: 20, .vignette: 50])])],
            ["✅ Photo 2 (02-picos.jpg): look: none -> black and white, contrast +20, vignette 50"],
            ["✅ 第 2 张照片（02-picos.jpg）：滤镜：无 → 黑白，对比度 +20，暗角 50"]
        )
        try expect(
            [.setLooks(all(Look(nil, [.warmth: -20], table: Look.Table(media: "t", name: "mine.cube"))))],
            ["✅ All 5 photos: look: none -> warmth -20, mine.cube"],
            ["✅ 全部 5 张照片：滤镜：无 → 色温 -20，mine.cube"]
        )
    }

    @Test func clipSounds() throws {
        try expect(
            [.setSounds(["s2": ClipSound(volume: 0)])],
            ["✅ Photo 2 (02-picos.jpg): sound: on -> muted"],
            ["✅ 第 2 张照片（02-picos.jpg）：声音：开 → 静音"]
        )
        try expect(
            [.setSounds(["s2": ClipSound(volume: 150, ducksMusic: false)])],
            ["✅ Photo 2 (02-picos.jpg): sound: on -> 150%, music not lowered"],
            ["✅ 第 2 张照片（02-picos.jpg）：声音：开 → 150%，不压低音乐"]
        )
    }

    @Test func music() throws {
        try expect(
            [.setMusic(Music(.mood(.piano, seed: 2), volume: 20))],
            ["✅ Music: Lo-fi -> Piano", "✅ Music volume: 35% -> 20%"],
            ["✅ 配乐：Lo-fi → 钢琴", "✅ 配乐音量：35% → 20%"]
        )
        try expect([.setMusic(nil)], ["✅ Music removed: Lo-fi"], ["✅ 已移除配乐：Lo-fi"])
        try expect(
            [.setMusic(Music(.mood(.lofi, seed: 2)))],
            ["✅ Music: another Lo-fi tune"],
            ["✅ 配乐：换了一首Lo-fi"]
        )
        try expect(
            [.setMusic(Music(.song(media: "x", name: "Our Song.mp3")))],
            ["✅ Music: Lo-fi -> Our Song"],
            ["✅ 配乐：Lo-fi → Our Song"]
        )
    }

    @Test func defaultsAreToldWhenNothingElseIs() throws {
        let defaults = Timeline.Defaults(stillDuration: .seconds(5), transition: Transition(.wipe, direction: .down))
        try expect(
            [.setDefaults(defaults)],
            ["✅ New photos will get 5 s and wipe down 1 s"],
            ["✅ 新照片将使用：5 秒，向下擦除 1 秒"]
        )
        try expect(
            [.setDefaults(defaults), .setAspect(.square)],
            ["✅ Shape: 16:9 -> 1:1"],
            ["✅ 画面比例：16:9 → 1:1"]
        )
    }

    @Test func anyTwoTimelinesAreComparedInPlainLines() {
        var random = Random(seed: 9)
        for _ in 0..<500 {
            let old = random.timeline(segments: 0...8)
            var new = old
            for _ in 0..<random.number(1...6) {
                if let (changed, _) = try? new.applying(random.command(for: new)) { new = changed }
            }
            for language in Language.allCases {
                let sentences = TimelineDiff.sentences(from: old, to: new, language: language)
                for sentence in sentences {
                    #expect(!sentence.unicodeScalars.contains { $0.value < 32 })
                    #expect(!sentence.isEmpty && sentence.count < 600)
                }
                #expect(TimelineDiff.sentences(from: new, to: new, language: language).isEmpty)
            }
        }
    }
}
