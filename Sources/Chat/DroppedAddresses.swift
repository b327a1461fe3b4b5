/// Finds the addresses of the web in a line that are to be fetched, and not to be written on a picture.
struct DroppedAddresses {
    let found: [(range: Range<String.Index>, address: String)]

    /// What comes before an address that is to be read and not fetched.
    private static var reading: Regex<Substring> {
        /\b(?:title|titled|caption|subtitle|text|label|watermark|says?|saying|reads?|reading|write|writes|type|called|call|named|url|link|website|site|page|visit|at)\b|标题|字幕|文字|水印|写|网址|链接|网站|访问|叫/
    }
    /// What comes before one that is to be fetched, whatever it is called.
    private static var fetching: Regex<Substring> {
        /\b(?:upload|use|from|with|of|turn|convert|fetch|import|download|animate|photos?|pictures?|images?|clips?|songs?|music)\s*:?\s*$|(?:上传|使用|用|把|将|导入|下载|从|照片|图片|视频|音乐)[：:]?\s*$/
    }

    init(_ line: String) {
        var found: [(range: Range<String.Index>, address: String)] = []
        let quotes = line.ranges(of: LanguageSense.quoted)
        var index = line.startIndex
        while let start = line[index...].firstRange(of: /https?:\/\//.ignoresCase())?.lowerBound {
            let range = start..<Self.end(of: line[start...])
            index = range.upperBound > range.lowerBound ? range.upperBound : line.index(after: start)
            if quotes.contains(where: { $0.overlaps(range) }) { continue }
            let address = String(line[range])
            guard WebAddress.isOne(address) else { continue }
            let before = line[(found.last?.range.upperBound ?? line.startIndex)..<start]
            if Self.isWanted(WebAddress.likelihood(of: address), after: before, isFirst: found.isEmpty) {
                found.append((range, address))
            }
        }
        self.found = found
    }

    private static func isWanted(_ likelihood: WebAddress.Likelihood, after before: Substring, isFirst: Bool) -> Bool {
        let words = before.split(whereSeparator: \.isWhitespace).suffix(4).joined(separator: " ").lowercased()
        switch likelihood {
        case .other: return false
        case .medium: return !words.contains(reading)
        case .unsaid:
            let leads = before.allSatisfy { $0.isWhitespace }
            return leads || words.contains(fetching) && !words.contains(reading)
                || !isFirst && ["and", ",", "和"].contains(words)
        }
    }

    /// The end of the address a text begins with. Chinese that follows without a space is not of it, unless it goes on
    /// to the ending of a medium's name.
    private static func end(of text: Substring) -> String.Index {
        var end = text.firstIndex { $0.isWhitespace || "\"'<>\\^`{|}“”‘’「」『』《》，。；！？、（）".contains($0) } ?? text.endIndex
        if let han = text[..<end].firstIndex(where: { LanguageSense.hasHan(String($0)) }),
            WebAddress.likelihood(of: String(text[..<end])) != .medium
        {
            end = han
        }
        while end > text.startIndex, let last = text[..<end].last, ".,;:!?)]".contains(last) {
            end = text.index(before: end)
        }
        return end
    }
}
