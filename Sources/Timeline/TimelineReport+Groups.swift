/// Changes that are alike are told in one sentence.
extension TimelineReport {
    /// More groups than these are told by their number alone.
    static let mostGroups = 3

    /// A property of a segment that changed, in words.
    struct Change {
        var part: Phrases.Part
        var before: String
        var after: String

        init(_ part: Phrases.Part, _ before: String, _ after: String) {
            self.part = part
            self.before = before
            self.after = after
        }
    }

    /// Segments that changed to the same.
    struct Group {
        /// Set when they were alike before, too.
        var before: String?
        var after: String
        var parts: [Phrases.Part]
    }

    /// The groups in the order of their first segments; those alike afterwards are drawn together when there would be
    /// too many otherwise.
    func groups(of changes: [Change]) -> [Group] {
        let exact = grouped(changes) { [$0.before, $0.after] }
        return exact.count <= TimelineReport.mostGroups ? exact : grouped(changes) { [$0.after] }
    }

    private func grouped(_ changes: [Change], by key: (Change) -> [String]) -> [Group] {
        var places: [[String]: Int] = [:]
        var groups: [Group] = []
        for change in changes {
            let key = key(change)
            if let place = places[key] {
                groups[place].parts.append(change.part)
                if groups[place].before != change.before { groups[place].before = nil }
            } else {
                places[key] = groups.count
                groups.append(Group(before: change.before, after: change.after, parts: [change.part]))
            }
        }
        return groups
    }

    /// "4 s -> 6 s", "now 6 s"
    func words(of group: Group) -> String {
        group.before.map { phrases.change($0, group.after) } ?? phrases.choose("now ", "现为 ") + group.after
    }

    /// - Parameter each: the values are each segment's own, not what they have together.
    mutating func tell(_ changes: [Change], of total: Int, noun: String, each: Bool) {
        for group in groups(of: changes) {
            let isOne = group.parts.count == 1
            let who = isOne ? phrases.name(group.parts[0]) : phrases.parts(group.parts, of: total)
            let change = words(of: group)
            let isEach = each && !isOne
            say(
                "\(who.sentenceStart): \(noun)\(change)\(isEach ? " each" : "")",
                "\(who)：\(noun)\(isEach ? "各 " : "")\(change)"
            )
        }
    }
}
