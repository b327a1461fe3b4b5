/// How segments are named in a report.
extension Phrases {
    /// A segment as a report names it.
    package struct Part {
        package var number: Int
        package var kind: MediaKind
        package var name: String

        package init(number: Int, kind: MediaKind, name: String) {
            self.number = number
            self.kind = kind
            self.name = name
        }

        init(number: Int, _ segment: Segment) {
            self.init(number: number, kind: segment.kind, name: segment.name)
        }
    }

    /// "photo 5", "第 5 张照片"
    package func number(_ part: Part) -> String {
        choose("\(noun(part.kind)) \(part.number)", "第 \(part.number) \(noun(part.kind))")
    }

    /// "photo 5 (05-sunset.jpg)"
    package func name(_ part: Part) -> String {
        number(part) + choose(" (\(part.name.plain()))", "（\(part.name.plain())）")
    }

    /// Several segments: "all 5 photos", "photos 1 (a.jpg) and 3 (c.jpg)", "photos 1-4, 7".
    ///
    /// - Parameter total: how many there are, to tell when all are meant; nil: never.
    package func parts(_ parts: [Part], of total: Int?) -> String {
        let kinds = Set(parts.map(\.kind))
        let kind = kinds.count == 1 ? kinds.first : nil
        let nouns = kind.map { noun($0, many: true) } ?? choose("pictures", "个画面")
        if let total, parts.count == total, total > 1 {
            return choose("all \(total) \(nouns)", "全部 \(total) \(nouns)")
        }
        if parts.count <= 3 {
            let names = parts.map { $0.name.plain() }
            let numbered = zip(parts, names).map { "\($0.number) (\($1))" }
            let numbers = parts.map { "\($0.number)" }
            return choose("\(nouns) \(list(numbered))", "第 \(list(numbers)) \(nouns)（\(list(names))）")
        }
        let numbers = list(runs(of: parts.map(\.number)))
        return choose("\(nouns) \(numbers)", "第 \(numbers) \(nouns)")
    }

    /// "12%"
    package func percent(_ part: Double) -> String {
        Milliseconds(Int((min(max(part, 0), 1000) * 100_000).rounded())).secondsText(places: 1) + "%"
    }

    /// Rising numbers with their runs drawn together: "1-4", "7".
    private func runs(of numbers: [Int]) -> [String] {
        var runs: [ClosedRange<Int>] = []
        for number in numbers {
            if let last = runs.last, last.upperBound + 1 == number {
                runs[runs.count - 1] = last.lowerBound...number
            } else {
                runs.append(number...number)
            }
        }
        return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
    }
}

extension String {
    /// With a capital first letter.
    package var sentenceStart: String {
        prefix(1).uppercased() + dropFirst()
    }
}
