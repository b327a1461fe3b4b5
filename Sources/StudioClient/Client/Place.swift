/// Who is at the other end, as a sentence for a person has it.
struct Place: Hashable, Sendable {
    /// At the start of a sentence: "Your studio", "studio.example".
    var start: String
    /// Within one: "your studio", "studio.example".
    var middle: String

    static let ownStudio = Place(start: "Your studio", middle: "your studio")

    static func host(_ name: String) -> Place { Place(start: name, middle: name) }
}
