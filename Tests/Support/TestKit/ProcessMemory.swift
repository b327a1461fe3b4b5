import Foundation

/// What a process has in memory.
public enum ProcessMemory {
    /// - Parameters:
    ///   - line: Of proc_pid_status(5): "VmHWM" for the most there was so far, "RssAnon" for what it has written to.
    ///   - process: Its id; this process unless another is given.
    /// - Returns: In MiB; nil when there is no such process or line.
    public static func mebibytes(_ line: String, of process: Int32? = nil) -> Double? {
        let path = "/proc/\(process.map { "\($0)" } ?? "self")/status"
        let status = try? String(contentsOfFile: path, encoding: .utf8)
        let found = status?.split(separator: "\n").first { $0.hasPrefix("\(line):") }
        return found?.split(separator: " ").dropFirst().first.flatMap { Double($0) }.map { $0 / 1024 }
    }
}
