internal import CSandbox
internal import Foundation
internal import Media

/// What a worker gives up before it reads the first byte of a stranger's file.
package enum Sandbox {
    /// Sets the limits and closes the doors, for this process and for good. Called before other threads are started.
    package static func enter(_ limits: WorkerLimits) throws {
        limitResources(limits)
        guard kinora_no_new_privileges() == 0 else { throw failure("prctl") }
        let loadedLate = FaceFinder.library.map { [$0] } ?? []
        try restrictFiles(readable: systemFolders + loadedLate + limits.readable)
        try filterCalls()
    }

    private static func limitResources(_ limits: WorkerLimits) {
        _ = kinora_limit(Int32(RLIMIT_CORE.rawValue), 0, 0)
        if limits.niceness > 0 { _ = nice(Int32(limits.niceness)) }
        // Descriptors of everything a long video's sound is made from, and no more.
        _ = kinora_limit(Int32(RLIMIT_NOFILE.rawValue), 1024, 1024)
        // RLIMIT_DATA counts what is private and writable, which is close to what is used. RLIMIT_AS would also count
        // the address space that threads' arenas and mapped files merely reserve: gigabytes in a healthy worker.
        let memory = rlim_t(limits.memory)
        _ = kinora_limit(Int32(RLIMIT_DATA.rawValue), memory, memory)
        renewProcessorTime()
    }

    /// Gives the worker a quarter of an hour of processor time from now on; one that loops is ended by the kernel.
    static func renewProcessorTime() {
        var used = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used)
        _ = kinora_limit(Int32(RLIMIT_CPU.rawValue), rlim_t(used.tv_sec + 900), rlim_t.max)
    }

    // MARK: - Files

    /// What the libraries themselves read: fonts and their settings, loaders, the number of cores.
    private static var systemFolders: [String] {
        let home = ProcessInfo.processInfo.environment["HOME"] ?? "/nonexistent"
        return [
            "/usr", "/lib", "/lib64", "/etc/fonts", "/etc/ld.so.cache", "/etc/localtime", "/var/cache/fontconfig",
            "/dev/urandom", "/dev/null", "/proc/self", "/proc/cpuinfo", "/proc/meminfo", "/sys/devices/system/cpu",
            "\(home)/.fonts", "\(home)/.local/share/fonts", "\(home)/.config/fontconfig", "\(home)/.cache/fontconfig",
        ]
    }

    /// From here on only these can be opened, and only for reading. A kernel without Landlock leaves this to the filter
    /// of calls, which forbids writing but cannot tell one path from another.
    private static func restrictFiles(readable: [String]) throws {
        let rules = kinora_landlock_create()
        guard rules >= 0 else { return }
        defer { close(rules) }
        for path in readable {
            let opened = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
            guard opened >= 0 else { continue }
            defer { close(opened) }
            var status = stat()
            guard fstat(opened, &status) == 0 else { continue }
            guard kinora_landlock_allow_reading(rules, opened, status.st_mode & S_IFMT == S_IFDIR ? 1 : 0) == 0 else {
                throw failure("landlock_add_rule")
            }
        }
        guard kinora_landlock_enter(rules) == 0 else { throw failure("landlock_restrict_self") }
    }

    // MARK: - Calls

    /// Calls that no decoder, font or encoder needs.
    private static let forbidden = [
        // Other programs.
        "execve", "execveat", "fork", "vfork", "ptrace", "process_vm_readv", "process_vm_writev", "kill", "tkill",
        "pidfd_open", "pidfd_getfd", "pidfd_send_signal",
        // The network, and other sockets than the one it has.
        "socket", "socketpair", "connect", "bind", "listen", "accept", "accept4",
        // Changes of the file system.
        "creat", "mkdir", "mkdirat", "mknod", "mknodat", "unlink", "unlinkat", "rmdir", "rename", "renameat",
        "renameat2", "link", "linkat", "symlink", "symlinkat", "chmod", "fchmod", "fchmodat", "chown", "fchown",
        "lchown", "fchownat", "truncate", "mount", "umount2", "pivot_root", "chroot", "setxattr", "lsetxattr",
        "fsetxattr", "utimensat", "openat2", "open_by_handle_at",
        // The kernel's rarer doors.
        "bpf", "perf_event_open", "keyctl", "add_key", "request_key", "userfaultfd", "io_uring_setup", "unshare",
        "setns", "init_module", "finit_module", "kexec_load", "personality",
    ]

    private static func filterCalls() throws {
        guard let filter = seccomp_init(UInt32(SCMP_ACT_ALLOW)) else { throw failure("seccomp_init") }
        defer { seccomp_release(filter) }
        let refuse = kinora_refuse_with(EPERM)
        for name in forbidden {
            try forbid(name, in: filter, with: refuse)
        }
        // Without clone3, whose flags lie in memory where no filter sees them, the C library starts threads by clone;
        // a clone that makes no thread would make a process.
        try forbid("clone3", in: filter, with: kinora_refuse_with(ENOSYS))
        let threads = scmp_datum_t(CLONE_THREAD)
        try forbid("clone", in: filter, with: refuse, where: condition(0, mask: threads, is: 0))
        for (name, argument) in [("open", UInt32(1)), ("openat", UInt32(2))] {
            for flag in [O_WRONLY, O_RDWR, O_CREAT] {
                let bit = scmp_datum_t(flag)
                try forbid(name, in: filter, with: refuse, where: condition(argument, mask: bit, is: bit))
            }
        }
        guard seccomp_load(filter) == 0 else { throw failure("seccomp_load") }
    }

    private static func condition(_ argument: UInt32, mask: scmp_datum_t, is value: scmp_datum_t) -> scmp_arg_cmp {
        scmp_arg_cmp(arg: argument, op: SCMP_CMP_MASKED_EQ, datum_a: mask, datum_b: value)
    }

    private static func forbid(
        _ name: String,
        in filter: scmp_filter_ctx,
        with action: UInt32,
        where condition: scmp_arg_cmp? = nil
    ) throws {
        // Not every architecture has every call.
        let call = seccomp_syscall_resolve_name(name)
        guard call >= 0 else { return }
        let conditions = condition.map { [$0] } ?? []
        let code = seccomp_rule_add_array(filter, action, call, UInt32(conditions.count), conditions)
        guard code == 0 else { throw WorkerFailure(code: .failed, message: "seccomp_rule_add: \(name), \(-code).") }
    }

    private static func failure(_ call: String) -> WorkerFailure {
        WorkerFailure(code: .failed, message: "\(call): \(String(cString: strerror(errno))).")
    }
}
