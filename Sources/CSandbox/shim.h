#ifndef KINORA_CSANDBOX_SHIM_H
#define KINORA_CSANDBOX_SHIM_H

#include <errno.h>
#include <linux/landlock.h>
#include <linux/sched.h>
#include <malloc.h>
#include <seccomp.h>
#include <signal.h>
#include <spawn.h>
#include <stddef.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/// The most descriptors that travel with one message; the kernel's own bound is 253.
#define KINORA_DESCRIPTORS_MAX 64

/// sendmsg with SCM_RIGHTS: the CMSG_* macros do not reach Swift.
static inline ssize_t kinora_send(int socket, const void *_Nonnull bytes, size_t count,
                                  const int *_Nullable descriptors, int descriptor_count) {
    struct iovec part = {.iov_base = (void *)bytes, .iov_len = count};
    union {
        char bytes[CMSG_SPACE(sizeof(int) * KINORA_DESCRIPTORS_MAX)];
        struct cmsghdr alignment;
    } control;
    struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
    if (descriptor_count > KINORA_DESCRIPTORS_MAX) {
        errno = EINVAL;
        return -1;
    }
    if (descriptor_count > 0) {
        size_t size = sizeof(int) * (size_t)descriptor_count;
        memset(&control, 0, sizeof control);
        message.msg_control = control.bytes;
        message.msg_controllen = CMSG_SPACE(size);
        struct cmsghdr *header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(size);
        memcpy(CMSG_DATA(header), descriptors, size);
    }
    return sendmsg(socket, &message, MSG_NOSIGNAL);
}

/// recvmsg with SCM_RIGHTS, for the same reason. `descriptors` has room for KINORA_DESCRIPTORS_MAX.
static inline ssize_t kinora_receive(int socket, void *_Nonnull bytes, size_t count, int *_Nonnull descriptors,
                                     int *_Nonnull descriptor_count) {
    struct iovec part = {.iov_base = bytes, .iov_len = count};
    union {
        char bytes[CMSG_SPACE(sizeof(int) * KINORA_DESCRIPTORS_MAX)];
        struct cmsghdr alignment;
    } control;
    struct msghdr message = {
        .msg_iov = &part, .msg_iovlen = 1, .msg_control = control.bytes, .msg_controllen = sizeof control.bytes};
    *descriptor_count = 0;
    ssize_t received = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    if (received < 0) {
        return received;
    }
    for (struct cmsghdr *header = CMSG_FIRSTHDR(&message); header; header = CMSG_NXTHDR(&message, header)) {
        if (header->cmsg_level == SOL_SOCKET && header->cmsg_type == SCM_RIGHTS) {
            int found = (int)((header->cmsg_len - CMSG_LEN(0)) / sizeof(int));
            memcpy(descriptors + *descriptor_count, CMSG_DATA(header), sizeof(int) * (size_t)found);
            *descriptor_count += found;
        }
    }
    return received;
}

/// Has each thread keep what it frees for what it asks for next, up to so many threads. Otherwise the C library gives
/// large pieces back to the kernel, which clears them when they are asked for again.
static inline void kinora_keep_freed_memory(int threads) {
#if defined(__GLIBC__)
    mallopt(M_ARENA_MAX, threads);
    // The most that is allowed: half of what an arena maps at a time.
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    // More than an arena maps at a time, so that none of it is ever unmapped.
    mallopt(M_TOP_PAD, 64 << 20);
#else
    (void)threads;
#endif
}

/// The bytes that were asked for and not freed.
static inline size_t kinora_used_memory(void) {
#if defined(__GLIBC__)
    struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
#else
    return 0;
#endif
}

/// Gives freed memory back to the kernel, also what lies between used pieces.
static inline void kinora_give_back_freed_memory(void) {
#if defined(__GLIBC__)
    malloc_trim(0);
#endif
}

/// prctl is variadic. The calling process dies when the thread that started it ends.
static inline int kinora_die_with_parent(void) {
    return prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
}

/// prctl is variadic. No program started from here on gains rights; seccomp asks for it.
static inline int kinora_no_new_privileges(void) {
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

/// SCMP_ACT_ERRNO is a function macro: a forbidden call fails with this error.
static inline uint32_t kinora_refuse_with(int error) {
    return SCMP_ACT_ERRNO(error);
}

/// setrlimit takes an enum under glibc with GNU extensions and an int elsewhere.
static inline int kinora_limit(int resource, rlim_t soft, rlim_t hard) {
    struct rlimit limit = {.rlim_cur = soft, .rlim_max = hard};
    return setrlimit(resource, &limit);
}

/// The C library has no functions for Landlock. A rule set under which nothing of the file system may be opened or
/// changed, as a descriptor; -1 where the kernel has none.
static inline int kinora_landlock_create(void) {
    struct landlock_ruleset_attr rules = {
        .handled_access_fs = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_READ_FILE |
                             LANDLOCK_ACCESS_FS_READ_DIR | LANDLOCK_ACCESS_FS_REMOVE_DIR |
                             LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR |
                             LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_SOCK |
                             LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK |
                             LANDLOCK_ACCESS_FS_MAKE_SYM};
    return (int)syscall(SYS_landlock_create_ruleset, &rules, sizeof rules, 0);
}

/// Lets a file, or everything below a folder, be read.
static inline int kinora_landlock_allow_reading(int rules, int opened, int is_folder) {
    struct landlock_path_beneath_attr rule = {
        .allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | (is_folder ? LANDLOCK_ACCESS_FS_READ_DIR : 0),
        .parent_fd = opened};
    return (int)syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
}

/// Puts the calling thread, and those it starts, under the rules for good.
static inline int kinora_landlock_enter(int rules) {
    return (int)syscall(SYS_landlock_restrict_self, rules, 0);
}

/// posix_spawn_file_actions_addclosefrom_np is a GNU extension, hidden from Swift's view of the C library.
static inline int kinora_spawn_close_from(posix_spawn_file_actions_t *_Nonnull actions, int first) {
    return posix_spawn_file_actions_addclosefrom_np(actions, first);
}

/// The W* macros do not reach Swift. The signal that ended a process, or 0 when it left by itself.
static inline int kinora_ending_signal(int status) {
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

#endif
