import Foundation
import Timeline

/// The words by which a person asks for what the chat does itself.
enum Lexicon {
    enum Role: Hashable {
        /// Politeness, pronouns, particles: they change nothing.
        case filler
        case question, look, amount
        case exportVerb, handOver, video, quality, target
        /// Several of a thing, and the shapes of the picture as such.
        case all, shape
        /// A small look at the video, by a name of its own or by looking at all.
        case preview, seeing
        /// A photo by its number, and what makes something.
        case counted, making
        case credits
        case status, onTimeline
        case upload, media
        /// Hands something over, and says nothing of what it is for.
        case giving
        case help, quit
    }

    /// What is a thing of its own in Chinese counts as a word there: segmentation takes the longest that fits.
    static let roles: [String: Set<Role>] = {
        var roles: [String: Set<Role>] = [:]
        func add(_ role: Role, _ words: String) {
            for word in words.split(separator: " ") { roles[String(word), default: []].insert(role) }
        }
        add(
            .filler,
            "please pls plz kindly can could would will you u i i'd i'll we let's lets want to need like wanna"
        )
        add(
            .filler,
            "gonna just now then ok okay alright hey hi hello kinora thanks thank thx so well yes yeah yep sure"
        )
        add(.filler, "the my me it this that a an and for us go ahead finally again right away immediately already")
        add(.filler, "looks look good great perfect nice awesome cool lovely done ready i'm im am")
        add(.filler, "请 请你 请您 帮 帮我 帮忙 给我 麻烦 麻烦你 麻烦您 你 您 我 我想 我要 想 要 想要 需要 可以 能 能不能 可不可以 可否 一下 吧 吗 呢 啊")
        add(.filler, "了 呀 嘛 哦 现在 马上 立刻 直接 好 好的 好了 行 嗯 谢谢 谢谢你 把 将 这个 那个 这 的 就 再 也 来 去 它 先 然后 那 那就 很好 不错 可以了")
        add(.question, "how do what what's whats is where where's are does be of on")
        add(.question, "怎么 如何 怎样 什么 是 怎么样 怎样了 在 哪 哪里 什么样 到 上 有 有什么 有哪些 多少 哪些 里")
        add(.look, "show see view check display list print tell give get look what what's whats know")
        add(.look, "看 看看 查 查看 查询 查一下 显示 告诉 看一下 看下 列出 有什么 有哪些 是什么 什么")
        add(
            .amount,
            "how many much have has got left remaining remain do there still any some more current account total"
        )
        add(.amount, "多少 几 还有 还剩 剩 剩余 剩下 还 有 有多少 账户 账号 帐户 当前 我的 点 总共 一共 几张 一些 更多 些")
        add(.exportVerb, "export exporting download downloading render rendering")
        add(.exportVerb, "导出 导出来 下载 下载下来 渲染 输出 汇出 匯出 下載 导出去")
        add(.handOver, "send give get save")
        add(.handOver, "发 发给 发给我 给 给我 保存 存")
        add(
            .video,
            "video videos movie film file mp4 slideshow result project final finished version whole entire full complete thing clip"
        )
        add(.video, "整个 整段 视频 影片 片子 成片 文件 视频文件 幻灯片 项目 作品 结果 最终 完整 影片文件 電影 影片檔")
        add(
            .quality,
            "in as with at draft high best quality low quick fast full hd 1080p 540p 1080 resolution res definition"
        )
        add(.quality, "用 以 草稿 高清 高质量 最佳 最好 最高 质量 画质 清晰度 低 快速 全高清 版 版本 的版本")
        add(.target, "16:9 9:16 1:1 4:5 16x9 9x16 1x1 4x5 vertical portrait landscape horizontal square")
        add(.target, "tiktok reels reel shorts stories youtube instagram bilibili")
        add(.target, "in as to on onto my computer disk folder here desktop machine laptop format aspect ratio version")
        add(.target, "竖屏 横屏 竖版 横版 方形 抖音 小红书 快手 视频号 朋友圈 油管 b站 到 成 为 电脑 本地 桌面 这里 格式 比例 电脑上 文件夹")
        add(.filler, "let 让 让我 和 与 跟 以及 及 两")
        add(.all, "all every each both 所有 全部 每种 各种 都 两种")
        add(
            .shape,
            "shape shapes size sizes format formats ratio ratios aspects orientation orientations version versions"
        )
        add(.shape, "形状 尺寸 比例 画幅 格式 画面比例")
        add(.preview, "preview previews thumbnail thumbnails storyboard contact sheet")
        add(.preview, "预览 预览图 缩略图 小样 预览一下 效果 样子")
        add(.seeing, "show see view watch play 播放 看 看看 查看 看一下 看下 显示 瞧瞧")
        add(.counted, "photo picture number 第 张 号 页 个 一个 from through 从 至 photos pictures 照片 图片")
        add(.making, "make create do generate 做 生成 做个")
        add(.credits, "credit credits balance 积分 余额 額度 额度 餘額 積分 点数")
        add(.status, "status state progress 状态 進度 进度 狀態 状况 近况 情况")
        add(.onTimeline, "track tracks timeline timelines summary overview")
        add(.onTimeline, "轨道 时间线 时间轴 时间線 軌道 概要 概览 摘要 所有轨道 全部轨道")
        add(.upload, "upload uploading 上传 上載 上傳")
        add(
            .media,
            "photo photos picture pictures pic pics image images file files clip clips song music media from new few"
        )
        add(.media, "another other these those of")
        add(.media, "照片 图片 相片 文件 音乐 歌曲 素材 新 新的 张 首")
        add(.giving, "add adding use import fetch download take include 添加 加 加上 加入 导入 下载 用 使用")
        add(.help, "help 帮助 使用帮助 怎么用 說明")
        add(.quit, "quit exit bye goodbye 退出 再见 拜拜 离开 结束")
        return roles
    }()

    private static let longestHan = roles.keys.lazy.filter { LanguageSense.hasHan($0) }.map(\.count).max() ?? 1

    private static let qualities: [String: Quality] = [
        "draft": .draft, "quick": .draft, "fast": .draft, "low": .draft, "540p": .draft, "草稿": .draft, "快速": .draft,
        "低": .draft, "high": .high, "hd": .high, "1080p": .high, "高清": .high, "高质量": .high, "best": .best,
        "最佳": .best, "最好": .best, "最高": .best,
    ]

    private static let aspects: [String: Aspect] = [
        "16:9": .landscape, "landscape": .landscape, "horizontal": .landscape, "youtube": .landscape, "横屏": .landscape,
        "横版": .landscape, "9:16": .portrait, "vertical": .portrait, "portrait": .portrait, "tiktok": .portrait,
        "reels": .portrait, "reel": .portrait, "shorts": .portrait, "抖音": .portrait, "竖屏": .portrait, "竖版": .portrait,
        "1:1": .square, "square": .square, "方形": .square, "4:5": .tall, "小红书": .tall, "16x9": .landscape,
        "9x16": .portrait, "1x1": .square, "4x5": .tall, "instagram": .tall, "bilibili": .landscape, "b站": .landscape,
        "油管": .landscape, "stories": .portrait, "快手": .portrait, "视频号": .portrait, "朋友圈": .portrait,
    ]

    /// Full-width letters, digits and marks as the ASCII they stand for: "／ｅｘｐｏｒｔ　９：１６" is "/export 9:16".
    static func halfWidth(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E: folded.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            case 0x3000: folded.append(" ")
            default: folded.append(scalar)
            }
        }
        return String(folded)
    }

    /// The words of a line; nil when it quotes something, which is always said to the agent.
    static func tokens(of text: String) -> [String]? {
        let line = halfWidth(text).lowercased().replacingOccurrences(of: "’", with: "'")
        if line.contains(where: { "\"“”「」『』《》‘".contains($0) }) { return nil }
        var tokens: [String] = []
        var word = ""
        var han = ""
        func endWord() {
            // A colon belongs to "9:16", an apostrophe to "what's"; at the edges of a word they are punctuation.
            let bare = word.trimmingCharacters(in: CharacterSet(charactersIn: "':.-"))
            if !bare.isEmpty { tokens.append(bare) }
            word = ""
        }
        func endHan() {
            tokens += segmented(han)
            han = ""
        }
        for character in line {
            if LanguageSense.hasHan(String(character)) {
                endWord()
                han.append(character)
            } else if character.isLetter || character.isNumber || "':.-".contains(character) {
                endHan()
                word.append(character)
            } else if character.isWhitespace || isPunctuation(character) {
                endWord()
                endHan()
            } else if !isPicture(character) {
                // A path, a sum, a sign: nothing the chat knows better than the agent.
                return nil
            }
        }
        endWord()
        endHan()
        return tokens
    }

    private static func isPunctuation(_ character: Character) -> Bool {
        ",.!?;…~()，。！？；、：～（）".contains(character)
    }

    /// An emoji says nothing that would change what is asked for.
    private static func isPicture(_ character: Character) -> Bool {
        character.unicodeScalars.contains { $0.properties.isEmojiPresentation || $0 == "\u{FE0F}" }
    }

    /// Words of a run of Chinese, the longest known one first; a character that begins none is a word of its own.
    private static func segmented(_ run: String) -> [String] {
        var words: [String] = []
        var rest = Substring(run)
        while !rest.isEmpty {
            let length =
                (1...min(longestHan, rest.count)).reversed().first { roles[String(rest.prefix($0))] != nil } ?? 1
            words.append(String(rest.prefix(length)))
            rest = rest.dropFirst(length)
        }
        return words
    }

    /// The words only hand something over: "add this photo, please".
    static func onlyGives(_ text: String) -> Bool {
        guard let tokens = tokens(of: text), tokens.contains(where: { roles[$0]?.contains(.giving) == true }) else {
            return false
        }
        return tokens.allSatisfy { roles[$0]?.isDisjoint(with: [.filler, .media, .giving]) == false }
    }

    /// The words only ask for something to be fetched: "download this photo".
    static func onlyFetches(_ text: String) -> Bool {
        onlyGives(text) && tokens(of: text)?.contains { roles[$0]?.contains(.exportVerb) == true } == true
    }

    static func wish(in text: String) -> ExportWish {
        wish(of: tokens(of: text) ?? [])
    }

    /// The shapes that are named, each once.
    static func shapes(in tokens: [String]) -> [Aspect] {
        var named: [Aspect] = []
        for aspect in tokens.compactMap({ aspects[$0] }) where !named.contains(aspect) { named.append(aspect) }
        return named
    }

    static func wish(of tokens: [String]) -> ExportWish {
        let named = shapes(in: tokens)
        let meant = Set(tokens.flatMap { roles[$0] ?? [] })
        return ExportWish(
            quality: tokens.lazy.compactMap { qualities[$0] }.first,
            aspects: named,
            everyShape: named.isEmpty && meant.isSuperset(of: [.all, .shape])
        )
    }
}
