#ifndef KINORA_CSPAWN_SHIM_H
#define KINORA_CSPAWN_SHIM_H

#include <signal.h>
#include <spawn.h>

// glibc keeps these behind _GNU_SOURCE, which Swift's own import of <spawn.h> does not define.

#ifndef POSIX_SPAWN_SETSID
#define POSIX_SPAWN_SETSID 0x80
#endif

extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *_Nonnull actions, const char *_Nonnull path);
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *_Nonnull actions, int from);

// The flag for a session of its own, as a constant Swift can see.
static const short kinora_spawn_new_session = POSIX_SPAWN_SETSID;

// In C, because sigset_t comes to Swift through whichever module included its header first, and so under changing owners.
static inline void kinora_spawn_detach(posix_spawnattr_t *_Nonnull attributes) {
    sigset_t signals;
    sigemptyset(&signals);
    posix_spawnattr_setsigmask(attributes, &signals);
    sigfillset(&signals);
    posix_spawnattr_setsigdefault(attributes, &signals);
    posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
}

#endif
