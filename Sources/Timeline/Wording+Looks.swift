/// How looks are named in each language.
extension Filter {
    public func name(in language: Language) -> String {
        let (english, chinese) =
            switch self {
            case .blackAndWhite: ("black and white", "黑白")
            case .sepia: ("sepia", "棕褐色")
            case .warm: ("warm", "暖色")
            case .cool: ("cool", "冷色")
            case .vintage: ("vintage", "复古")
            case .vivid: ("vivid", "鲜艳")
            case .faded: ("faded", "褪色")
            }
        return language == .english ? english : chinese
    }
}

extension Adjustment {
    public func name(in language: Language) -> String {
        let chinese =
            switch self {
            case .brightness: "亮度"
            case .contrast: "对比度"
            case .saturation: "饱和度"
            case .warmth: "色温"
            case .vignette: "暗角"
            }
        return language == .english ? rawValue : chinese
    }
}

extension Look {
    /// "black and white, contrast +20", "teal.cube 50%", "none"
    public func name(in language: Language) -> String {
        var parts = Adjustment.allCases.filter { self[$0] != 0 }.map { adjustment in
            let percent = self[adjustment]
            return "\(adjustment.name(in: language)) \(percent > 0 && adjustment != .vignette ? "+" : "")\(percent)"
        }
        if let filter { parts.insert(filter.name(in: language), at: 0) }
        if let table { parts.append(table.name.plain() + (table.strength == 100 ? "" : " \(table.strength)%")) }
        let phrases = Phrases(language)
        return parts.isEmpty ? phrases.choose("none", "无") : phrases.clauses(parts)
    }
}
