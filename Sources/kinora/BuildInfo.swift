import Foundation

/// Which program this is.
enum BuildInfo {
    static let version = "0.1.0"

    /// Changes with every build: the program file's size and time of change. A chat replaces an own studio that
    /// was started from another build, so that both always speak alike.
    static let build: String = {
        var facts = stat()
        guard stat("/proc/self/exe", &facts) == 0 else { return version }
        return "\(version)-\(facts.st_size)-\(facts.st_mtim.tv_sec).\(facts.st_mtim.tv_nsec)"
    }()

    /// The program's own file, for the studio and the workers it starts. The link holds even when a new build
    /// has taken the file's place, so an old studio keeps starting workers of its own build.
    static let executable = "/proc/self/exe"
}
