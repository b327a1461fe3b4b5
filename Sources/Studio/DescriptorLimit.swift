import Foundation

/// How many files and connections the process may have open at once.
enum DescriptorLimit {
    /// What a studio needs beside its connections: the store, workers, the media of an export.
    private static let reserve = 256
    /// More than any studio needs; what goes over all descriptors should not take for ever.
    private static let most: rlim_t = 1 << 16

    /// Raises the limit as far as the system lets this process.
    static func raise() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        let wanted = min(limit.rlim_max, most)
        guard limit.rlim_cur < wanted else { return }
        limit.rlim_cur = wanted
        _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }

    /// So many connections there is room for: each may have a file open, too.
    static var connections: Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return .max }
        let descriptors = Int(clamping: limit.rlim_cur)
        return max((descriptors - min(reserve, descriptors / 2)) / 2, 1)
    }
}
