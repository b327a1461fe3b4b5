/// How transitions are named in each language.
extension TransitionStyle {
    public func name(in language: Language) -> String {
        let (english, chinese) = names
        return language == .english ? english : chinese
    }

    private var names: (english: String, chinese: String) {
        switch self {
        case .cut: ("cut", "硬切")
        case .crossfade: ("crossfade", "叠化")
        case .additiveDissolve: ("additive dissolve", "叠加溶解")
        case .grainDissolve: ("grain dissolve", "颗粒溶解")
        case .fadeThroughBlack: ("fade through black", "黑场过渡")
        case .fadeThroughWhite: ("fade through white", "白场过渡")
        case .slide: ("slide", "滑动")
        case .reveal: ("reveal", "揭开")
        case .push: ("push", "推移")
        case .wipe: ("wipe", "擦除")
        case .diagonalWipe: ("diagonal wipe", "对角擦除")
        case .barnDoors: ("barn doors", "双开门")
        case .blinds: ("blinds", "百叶窗")
        case .checkerboard: ("checkerboard", "棋盘格")
        case .clock: ("clock wipe", "时钟擦除")
        case .fan: ("fan wipe", "扇形擦除")
        case .cornerSweep: ("corner sweep", "角落扫过")
        case .circle: ("circle", "圆形展开")
        case .circleClose: ("closing circle", "圆形收缩")
        case .diamond: ("diamond", "菱形展开")
        case .box: ("box", "方形展开")
        case .heart: ("heart", "心形展开")
        case .zoomIn: ("zoom in", "放大转场")
        case .zoomOut: ("zoom out", "缩小转场")
        case .crossZoom: ("cross zoom", "交叉缩放")
        case .whipPan: ("whip pan", "甩镜")
        case .blur: ("blur", "模糊转场")
        case .pixelate: ("pixelate", "马赛克")
        case .lumaBright: ("luma fade, bright first", "亮部先现")
        case .lumaDark: ("luma fade, dark first", "暗部先现")
        case .clouds: ("clouds", "云雾")
        }
    }
}

extension Direction {
    public func name(in language: Language) -> String {
        switch (self, language) {
        case (_, .english): rawValue
        case (.left, .chinese): "向左"
        case (.right, .chinese): "向右"
        case (.up, .chinese): "向上"
        case (.down, .chinese): "向下"
        }
    }
}

extension Easing {
    public func name(in language: Language) -> String {
        switch (self, language) {
        case (_, .english): rawValue
        case (.linear, .chinese): "匀速"
        case (.easeIn, .chinese): "缓入"
        case (.easeOut, .chinese): "缓出"
        case (.easeInOut, .chinese): "缓入缓出"
        }
    }
}

extension Transition {
    /// "crossfade 1 s", "slide left 0.5 s", "circle 1 s linear", "cut"
    public func name(in language: Language) -> String {
        let name = style.name(in: language)
        guard style != .cut else { return name }
        let way = style.hasDirection ? direction.name(in: language) : ""
        let speed = easing.map { " " + $0.name(in: language) } ?? ""
        let length = duration.length(in: language)
        guard !way.isEmpty else { return "\(name) \(length)\(speed)" }
        return (language == .english ? "\(name) \(way)" : way + name) + " \(length)\(speed)"
    }
}
