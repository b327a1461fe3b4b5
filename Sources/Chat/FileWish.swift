/// Whether a message to the agent also asks for the finished file.
enum FileWish {
    static func isIn(_ message: String) -> Bool {
        let text = LanguageSense.unquoted(message).lowercased().replacing("’", with: "'")
        if text.contains(
            /(?:don't|do not|not|no need to|without|never)\s+(?:yet\s+)?(?:export|download|save|render)|(?:别|不要|不用|先不|不必|无需)\s*(?:急着)?(?:导出|下载|输出)/
        ) {
            return false
        }
        return text.contains(
            /\b(?:export|download|save|render|(?:send|give|get)\s+me)\s+(?:it|this|that|the\s+(?:final\s+|finished\s+)?(?:video|file|result|mp4|movie|slideshow)|an?\s+(?:video\s+)?(?:file|mp4)|as\s+an?)\b/
        )
            || text.contains(
                /\b(?:in|as|to|into)\s+an?\s+(?:[\w:]+\s+)?mp4\b|\b(?:and|then)\s+(?:export|download)\s*[.!,;]?\s*$/
            )
            || text.contains(/(?:导出|下载|汇出|輸出|输出)(?!质量|设置|按钮|格式|选项|画质)|发给我|保存(?:成|为|到)|做成.{0,6}mp4/)
    }
}
