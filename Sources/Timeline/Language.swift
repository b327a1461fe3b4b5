/// A language the product speaks.
public enum Language: String, Codable, Hashable, Sendable, CaseIterable {
    case english = "en"
    case chinese = "zh"
}
