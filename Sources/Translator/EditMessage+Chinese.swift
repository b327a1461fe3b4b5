extension EditMessage {
    /// 把日落片段拖到时间线开头 -> 把日落片段移到时间线开头
    func chineseDrag(_ body: Range<Int>) -> String? {
        let disposing = body.first { tokens[$0].means(.disposing) }
        let verb = body.first { tokens[$0].means(.drag) }
        if let slider = chineseSlider(body, verb, disposing) { return slider }
        guard let verb else { return nil }
        let particle = disposing.map { String(text[tokens[$0].range]) } ?? (isTraditional(body) ? "將" : "把")
        if let disposing, disposing < verb {
            guard let place = place(after: verb, body) else { return nil }
            return particle + words(disposing + 1..<verb) + "移到" + place
        }
        guard let to = (verb + 1..<body.upperBound).first(where: { isGoal($0) }), to > verb + 1 else { return nil }
        guard let place = place(after: to, body) else { return nil }
        return particle + words(verb + 1..<to) + "移到" + place
    }

    /// 把音量滑块拖到30% -> 把音量调到30%
    private func chineseSlider(_ body: Range<Int>, _ verb: Int?, _ disposing: Int?) -> String? {
        guard let slider = body.first(where: { tokens[$0].means(.slider) }) else { return nil }
        guard let value = (slider + 1..<body.upperBound).first(where: { tokens[$0].kind == .number }) else {
            return nil
        }
        let before = [verb, disposing].compactMap { $0 }.filter { $0 < slider }.max() ?? body.lowerBound
        guard before + 1 < slider else { return nil }
        let adjusting = isTraditional(body) ? "調到" : "调到"
        return (isTraditional(body) ? "將" : "把") + words(before + 1..<slider) + adjusting + words(value..<value + 1)
    }

    /// The place that ends a drag, up to what it is good for.
    private func place(after verb: Int, _ body: Range<Int>) -> String? {
        var start = verb + 1
        if start < body.upperBound, isGoal(start) { start += 1 }
        let verbSaysWhere = isGoal(verb) || "到至入进進往".contains(text[tokens[verb].range.upperBound - 1])
        guard start < body.upperBound, start > verb + 1 || verbSaysWhere else { return nil }
        let end = (start..<body.upperBound).first { tokens[$0].means([.thereby, .condition]) || isParticle($0) }
        let words = words(start..<(end ?? body.upperBound))
        return words.isEmpty ? nil : words
    }

    private func isGoal(_ index: Int) -> Bool {
        ["到", "至", "往"].contains(String(text[tokens[index].range]))
    }

    private func isParticle(_ index: Int) -> Bool {
        ["吧", "哦", "呢", "啦", "喔", "嘛"].contains(String(text[tokens[index].range]))
    }

    private func isTraditional(_ body: Range<Int>) -> Bool {
        tokens[body].contains { token in
            text[token.range].contains { "將動曳時軸開頭點擇個張後標題樂進鏡圖幀".contains($0) }
        }
    }
}
