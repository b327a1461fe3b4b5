/// Why a command cannot be applied to this timeline.
public struct EditError: Error, Hashable, Sendable {
    public enum Code: String, Hashable, Sendable {
        case noSuchSegment, noSuchText, indexOutOfRange, notAPermutation, lengthOutOfRange, volumeOutOfRange,
            duplicateID
        /// A number that is none, or far from anything that can be shown.
        case valueOutOfRange
        /// A song on the video track.
        case notAPicture
    }

    public var code: Code
    /// A sentence for the person.
    public var message: String

    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}
