/// A kind of writing that no font at hand shows.
public struct MissingFont: Hashable, Sendable {
    /// Its name in both languages.
    public var english: String
    public var chinese: String
    /// The package of Debian's that brings a font for it.
    public var package: String

    public init(english: String, chinese: String, package: String) {
        self.english = english
        self.chinese = chinese
        self.package = package
    }
}
