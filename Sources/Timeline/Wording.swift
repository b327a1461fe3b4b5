/// The domain's words as a person reads them, in each language.
extension Mood {
    public func name(in language: Language) -> String {
        switch (self, language) {
        case (.lofi, .english): "Lo-fi"
        case (.lofi, .chinese): "Lo-fi"
        case (.upbeat, .english): "Upbeat"
        case (.upbeat, .chinese): "欢快"
        case (.cinematic, .english): "Cinematic"
        case (.cinematic, .chinese): "电影感"
        case (.ambient, .english): "Ambient"
        case (.ambient, .chinese): "氛围"
        case (.acoustic, .english): "Acoustic"
        case (.acoustic, .chinese): "原声"
        case (.piano, .english): "Piano"
        case (.piano, .chinese): "钢琴"
        }
    }
}

extension Music {
    /// The mood, or the song's file name without its ending.
    public func name(in language: Language) -> String {
        switch source {
        case .mood(let mood, _): mood.name(in: language)
        case .song(_, let name): name.stem
        }
    }
}

extension Move {
    public func name(in language: Language) -> String {
        switch (self, language) {
        case (.none, .english): "still"
        case (_, .english): rawValue
        case (.none, .chinese): "静止"
        case (.zoomIn, .chinese): "推近"
        case (.zoomOut, .chinese): "拉远"
        case (.panLeft, .chinese): "左移"
        case (.panRight, .chinese): "右移"
        case (.panUp, .chinese): "上移"
        case (.panDown, .chinese): "下移"
        }
    }
}

extension Fit {
    public func name(in language: Language) -> String {
        switch (self, language) {
        case (.auto, .english): "automatic"
        case (.auto, .chinese): "自动"
        case (.fill, .english): "fills the frame"
        case (.fill, .chinese): "填满画面"
        case (.blur, .english): "whole on a blurred background"
        case (.blur, .chinese): "完整显示加模糊背景"
        }
    }
}

extension TextPosition {
    public func name(in language: Language) -> String {
        switch (self, language) {
        case (_, .english): rawValue
        case (.topLeft, .chinese): "左上"
        case (.topCenter, .chinese): "顶部居中"
        case (.topRight, .chinese): "右上"
        case (.centerLeft, .chinese): "左侧居中"
        case (.center, .chinese): "正中"
        case (.centerRight, .chinese): "右侧居中"
        case (.bottomLeft, .chinese): "左下"
        case (.bottomCenter, .chinese): "底部居中"
        case (.bottomRight, .chinese): "右下"
        }
    }
}

/// The words of colours that people name; any other colour stays as it is written.
package func colorName(_ color: String, in language: Language) -> String {
    guard language == .chinese else { return color }
    let names = [
        "white": "白色", "black": "黑色", "red": "红色", "yellow": "黄色", "blue": "蓝色", "green": "绿色",
        "orange": "橙色", "pink": "粉色", "purple": "紫色", "gray": "灰色", "grey": "灰色", "gold": "金色",
        "cyan": "青色", "brown": "棕色", "silver": "银色", "beige": "米色",
        "navy": "藏青色", "darkblue": "深蓝色", "darkgreen": "深绿色", "darkred": "深红色", "darkgray": "深灰色",
        "lightgray": "浅灰色", "lightgreen": "浅绿色", "lightyellow": "浅黄色", "maroon": "酒红色", "crimson": "绯红色",
        "coral": "珊瑚色", "salmon": "鲑鱼色", "hotpink": "桃红色", "magenta": "洋红色", "lavender": "淡紫色",
        "indigo": "靛蓝色", "teal": "蓝绿色", "olive": "橄榄绿", "lime": "亮绿色", "ivory": "象牙色", "skyblue": "天蓝色",
    ]
    return names[color] ?? color
}
