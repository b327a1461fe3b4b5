/// The shape of the picture.
public enum Aspect: String, Codable, Hashable, Sendable, CaseIterable {
    case landscape = "16:9"
    case portrait = "9:16"
    case square = "1:1"
    case tall = "4:5"

    /// Width by height.
    public var ratio: Double {
        switch self {
        case .landscape: 16.0 / 9
        case .portrait: 9.0 / 16
        case .square: 1
        case .tall: 4.0 / 5
        }
    }
}
