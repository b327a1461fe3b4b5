internal import CSandbox
internal import Foundation

/// What the allocator keeps of freed memory, see ``WorkerMain``, and lies around what is used.
///
/// An encoder asks for what the last one freed, but now and then is given other pieces of it: what is kept around them
/// grows from chunk to chunk, up to half of what encoders use.
enum FreedMemory {
    /// The most that is kept around what is used, in bytes. Decoded photos and what libraries have written to their own
    /// pages count, too: some 40 MB. With less, more is given back and soon cleared again by the kernel: 56 MB instead of
    /// 72 give nothing more at the peak and cost 4% more time.
    static let limit = 72 << 20

    /// Gives what is kept back to the kernel when it is too much. Called when an encoder has all it needs: what it took
    /// from what was kept is not given back then, only to be asked for again.
    static func giveBackExcess() {
        guard let kept, kept > limit else { return }
        giveBack()
    }

    /// Gives all that is kept back to the kernel.
    static func giveBack() {
        kinora_give_back_freed_memory()
    }

    /// The bytes around what is used.
    static var kept: Int? { written.map { $0 - Int(kinora_used_memory()) } }

    /// The bytes of memory that are this process's alone. proc_pid_statm(5): the second number is what is in memory, the
    /// third what of it belongs to files, both in pages.
    private static var written: Int? {
        guard let line = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
        let pages = line.split(separator: " ").compactMap { Int($0) }
        return pages.count > 2 ? (pages[1] - pages[2]) * Int(sysconf(Int32(_SC_PAGESIZE))) : nil
    }
}
