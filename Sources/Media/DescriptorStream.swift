import CFFmpeg

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// An open descriptor as libavformat writes and reads it, with a position of its own.
enum DescriptorStream {
    private struct Cursor {
        let descriptor: Int32
        var position: Int64 = 0
        var size: Int64 = 0
    }

    static func open(_ descriptor: Int32, writing: Bool) -> UnsafeMutablePointer<AVIOContext>? {
        let cursor = UnsafeMutablePointer<Cursor>.allocate(capacity: 1)
        cursor.initialize(to: Cursor(descriptor: descriptor))
        var status = stat()
        if fstat(descriptor, &status) == 0 { cursor.pointee.size = Int64(status.st_size) }
        let size: Int32 = 256 << 10
        let context = avio_alloc_context(
            av_malloc(Int(size))?.assumingMemoryBound(to: UInt8.self),
            size,
            writing ? 1 : 0,
            cursor,
            read,
            write,
            seek
        )
        if context == nil {
            cursor.deinitialize(count: 1)
            cursor.deallocate()
        }
        return context
    }

    static func close(_ context: UnsafeMutablePointer<AVIOContext>) {
        if let cursor = context.pointee.opaque?.assumingMemoryBound(to: Cursor.self) {
            cursor.deinitialize(count: 1)
            cursor.deallocate()
        }
        av_free(context.pointee.buffer)
        var freeing: UnsafeMutablePointer<AVIOContext>? = context
        avio_context_free(&freeing)
    }

    /// A second stream over the same descriptor, to read.
    static func reopen(_ context: UnsafeMutablePointer<AVIOContext>) -> UnsafeMutablePointer<AVIOContext>? {
        guard let cursor = context.pointee.opaque?.assumingMemoryBound(to: Cursor.self) else { return nil }
        return open(cursor.pointee.descriptor, writing: false)
    }

    private static let read: @convention(c) (UnsafeMutableRawPointer?, UnsafeMutablePointer<UInt8>?, Int32) -> Int32 = {
        opaque,
        target,
        count in
        guard let cursor = opaque?.assumingMemoryBound(to: Cursor.self) else { return kinora_av_io }
        while true {
            let result = pread(cursor.pointee.descriptor, target, Int(count), off_t(cursor.pointee.position))
            if result < 0, errno == EINTR { continue }
            guard result >= 0 else { return -errno }
            guard result > 0 else { return kinora_av_end }
            cursor.pointee.position += Int64(result)
            return Int32(result)
        }
    }

    private static let write: @convention(c) (UnsafeMutableRawPointer?, UnsafeMutablePointer<UInt8>?, Int32) -> Int32 =
        {
            opaque,
            source,
            count in
            guard let cursor = opaque?.assumingMemoryBound(to: Cursor.self), let source else { return kinora_av_io }
            var written = 0
            while written < Int(count) {
                let result = pwrite(
                    cursor.pointee.descriptor,
                    source + written,
                    Int(count) - written,
                    off_t(cursor.pointee.position)
                )
                if result < 0, errno == EINTR { continue }
                guard result > 0 else { return result < 0 ? -errno : kinora_av_io }
                written += result
                cursor.pointee.position += Int64(result)
            }
            cursor.pointee.size = max(cursor.pointee.size, cursor.pointee.position)
            return count
        }

    private static let seek: @convention(c) (UnsafeMutableRawPointer?, Int64, Int32) -> Int64 = {
        opaque,
        offset,
        whence in
        guard let cursor = opaque?.assumingMemoryBound(to: Cursor.self) else { return Int64(kinora_av_io) }
        let target: Int64
        switch whence & ~AVSEEK_FORCE {
        case AVSEEK_SIZE: return cursor.pointee.size
        case SEEK_SET: target = offset
        case SEEK_CUR: target = cursor.pointee.position + offset
        case SEEK_END: target = cursor.pointee.size + offset
        default: return Int64(kinora_av_invalid)
        }
        guard target >= 0 else { return Int64(kinora_av_invalid) }
        cursor.pointee.position = target
        return target
    }
}
