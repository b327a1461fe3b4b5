/// Something of a known size that is read piece by piece as it is sent, such as an open file.
package protocol BodySource: Sendable {
    /// The file's name in the form.
    var name: String { get }
    /// In bytes.
    var size: Int { get }

    /// Reads up to `buffer.count` bytes at `offset`.
    ///
    /// - Returns: The number of bytes read; nil when they cannot be had any more.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int?
}
