import StudioClient
import Timeline

/// What a studio refuses and what goes wrong on the way, in words. English is as the client says it; what Chinese
/// cannot say as exactly, it says by the kind of trouble.
extension ChatPhrases {
    /// - Parameter file: The name of the file that was refused.
    func words(for error: StudioError, remedy: Remedy? = nil, file: String = "") -> String {
        switch error.code {
        case .noCredits: return noCredits(remedy)
        case .exportBlocked:
            return pick("Register or upgrade your plan to unlock export.", "注册或升级套餐后即可导出。")
        case .unsupportedFile: return withFormats(error, file: file)
        case .fileTooLarge: return withAdvice(error)
        default:
            if language == .english || LanguageSense.hasHan(error.message) || error.message.isEmpty {
                return error.message
            }
            return chinese(error)
        }
    }

    private func noCredits(_ remedy: Remedy?) -> String {
        switch remedy {
        case .register(let link):
            pick(
                "Your free credits are used up. Register to go on: \(link)",
                "免费积分已用完。注册后可继续：\(link)"
            )
        case .topUp:
            pick(
                "The credits of your account are used up. Top up credits in your account.",
                "账户积分已用完。请在你的账户中充值积分。"
            )
        case nil:
            pick(
                "Your credits at this studio are used up. Work on this machine costs none: start kinora without --studio.",
                "你在这个工作室的积分已用完。在本机制作不需要积分：不加 --studio 启动 kinora 即可。"
            )
        }
    }

    private func withFormats(_ error: StudioError, file: String) -> String {
        // Not every studio takes tables of colors: after one has refused such a file they are not named.
        let tables = MediaName.type(of: file) == "cube" ? "" : " cube"
        let formats = "mp4 mov avi webm mkv jpg png gif webp heic mp3 wav m4a aac" + tables
        let message = error.message.lowercased()
        if language == .english || LanguageSense.hasHan(error.message) {
            // A file that is damaged, say, is of a kind that could be added.
            guard ["support", "format", "type", "格式", "支持"].contains(where: message.contains),
                !message.contains("heic")
            else { return error.message }
            return error.message + pick(" These can be added: \(formats).", "可以添加：\(formats)。")
        }
        if ["damaged", "whatever its name"].contains(where: message.contains) {
            return "文件已损坏，或者并不是名字所说的那种文件。请从原处重新复制。"
        }
        return "不支持这种文件。可以添加：\(formats)。"
    }

    private func withAdvice(_ error: StudioError) -> String {
        if language == .english || LanguageSense.hasHan(error.message) {
            let message = error.message.lowercased()
            if message.contains("compress") || message.contains("trim") || message.contains("压缩") {
                return error.message
            }
            return error.message + pick(" Compress or trim it.", "请压缩或剪短后再试。")
        }
        return "文件太大：最多 200 MB。请压缩或剪短后再试。"
    }

    private func chinese(_ error: StudioError) -> String {
        switch error.code {
        case .badToken: "工作室不接受这个令牌。请换一个（检查 NEMO_TOKEN），或在本机制作。"
        case .sessionNotFound: "工作室里已没有这个视频，可重新开始。"
        case .rateLimited: rateLimited(error.retryAfter)
        case .badRequest: "工作室没有接受这个请求：\(error.message)"
        case .notFound: "工作室里没有所要的内容。"
        case .conflict: "工作室正忙着别的事，请等它完成后再试。"
        case .serverError: "工作室自身出了问题，请稍后再试。"
        case .studioDiskFull: "工作室的磁盘已满。请在那里腾出空间后再试。"
        case .unreachable: "连不上工作室。请检查网络和地址后再试。"
        case .untrusted: "无法与工作室建立安全连接：证书不匹配。请检查地址和本机时间。"
        case .timedOut: "工作室很久没有回应，已停止等待。请稍后再试。"
        case .interrupted: "与工作室的连接中断了。请再试一次。"
        case .badReply: "工作室的回答无法识别（可能是网页、空白或不完整）。请检查地址和网络，稍后再试。"
        case .badAddress: "工作室的地址不能用。请给出类似 https://studio.example 的地址。"
        case .insecure: "到这个工作室的连接没有加密。请用 https，或在信任线路时加 --insecure。"
        case .file, .fileExists: "文件有问题：\(error.message)"
        case .ownStudio: "本机的工作室没能启动：\(error.message)"
        default: "没能完成：\(error.message)"
        }
    }

    private func rateLimited(_ due: Duration?) -> String {
        // A studio that slows a caller down means minutes at most; the next token may be days away.
        guard let due, due > .seconds(600) else { return "工作室要求放慢。请半分钟后再试。" }
        let hours = Int(due.components.seconds + 3599) / 3600
        let time = hours > 48 ? "\((hours + 23) / 24) 天" : "\(hours) 小时"
        return "工作室暂时不再发放免费令牌，下一个要等 \(time)。可以设置 NEMO_TOKEN，或在本机制作。"
    }

    // MARK: What became of the person's words

    /// Whether a message that met this trouble certainly did not reach the agent.
    static func isUnsent(_ error: StudioError) -> Bool {
        switch error.code {
        case .unreachable, .untrusted, .rateLimited, .noCredits, .badToken, .sessionNotFound,
            .badRequest, .insecure,
            .badAddress, .conflict, .exportBlocked, .ownStudio, .notFound:
            true
        default: false
        }
    }
    var messageUnsent: String {
        pick("Your message was not sent; ↑ brings it back.", "你的消息没有发送；按 ↑ 可取回。")
    }
    var messageUnanswered: String {
        pick(
            "Your message was not answered; ↑ brings it back, /status shows whether it had an effect.",
            "你的消息没有得到回答；按 ↑ 可取回，/status 可查看是否已生效。"
        )
    }

    // MARK: A session that is gone

    func sessionLost(_ lost: LostSession) -> String {
        var text = pick(
            "The studio no longer has this video; a new one was begun.",
            "工作室里已没有这个视频，已重新开始。"
        )
        if lost.media > 0 {
            let count =
                lost.paths.count == lost.media
                ? content(lost.paths)
                : pick("\(lost.media) file\(lost.media == 1 ? "" : "s")", " \(lost.media) 个文件")
            text += pick(" Lost: \(count).", "失去了\(count)。")
        }
        if let summary = lost.summary { text += pick(" It had: \(summary)", "原来有：\(summary)") }
        return text
    }
}
