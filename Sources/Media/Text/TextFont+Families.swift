internal import Timeline

extension TextFont {
    /// The families to look for, in order, after the one that was asked for. fontconfig adds what is missing, emoji
    /// among it: a font of emoji must not be named, for it has digits, too.
    ///
    /// - Parameter language: that of Chinese characters, as fontconfig names it.
    func families(language: String?) -> [String] {
        let han =
            switch language {
            case "ja": "JP"
            case "ko": "KR"
            case "zh-tw": "TC"
            case "zh-hk": "HK"
            default: "SC"
            }
        return switch self {
        case .sans: ["Noto Sans", "Noto Sans CJK \(han)", "DejaVu Sans"]
        case .serif: ["Noto Serif", "Noto Serif CJK \(han)", "DejaVu Serif"]
        case .monospace: ["Noto Sans Mono", "DejaVu Sans Mono", "Noto Sans Mono CJK \(han)"]
        case .handwritten:
            TextFont.handwriting + ["AR PL UKai", "AR PL KaitiM GB", "Noto Serif CJK \(han)", "Noto Serif"]
        }
    }
}

extension TextStyle {
    /// The families for a font description, the one asked for first.
    ///
    /// - Parameter isHanFirst: For signs that both Latin and Chinese fonts have, and which are Chinese.
    func families(language: String?, isHanFirst: Bool = false) -> String {
        let kind = TextFont(rawValue: font ?? TextFont.sans.rawValue)
        let named = kind == nil ? [font ?? ""] : []
        let known = (kind ?? .sans).families(language: language)
        let families = isHanFirst ? known.filter { $0.contains(" CJK ") } + named + known : named + known
        return
            families
            .map { $0.filter { $0 != "," } }
            .joined(separator: ",")
    }
}
