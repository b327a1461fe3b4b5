#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Writing to descriptors.
enum Output {
    static let failure = MediaError(.notWritten, "The video could not be written: the disk may be full.")

    static func put(_ data: [UInt8], to descriptor: Int32) throws(MediaError) {
        var rest = data[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw failure }
            rest = rest.dropFirst(written)
        }
    }
}
