/// The shape of the picture.
public enum Aspect: String, Codable, Hashable, Sendable, CaseIterable {
    case landscape = "16:9"
    case portrait = "9:16"
    case square = "1:1"
    case tall = "4:5"
}
