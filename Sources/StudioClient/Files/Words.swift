import Glibc

/// What an `errno` says, as words for the middle of a sentence.
func words(forSystemError code: Int32) -> String {
    switch code {
    case ENOENT: return "it does not exist"
    case EACCES, EPERM: return "permission is denied"
    case ENOSPC, EDQUOT: return "the disk is full"
    case EROFS: return "the disk is read-only"
    case EISDIR: return "it is a folder"
    case ENOTDIR: return "a part of its path is not a folder"
    case ENAMETOOLONG: return "its name is too long"
    default:
        var buffer = [CChar](repeating: 0, count: 256)
        // strerror is not safe with threads.
        guard strerror_r(code, &buffer, buffer.count) == 0 else { return "error \(code)" }
        let text = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return String(decoding: text, as: UTF8.self).lowercased()
    }
}
