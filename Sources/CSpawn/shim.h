#ifndef KINORA_CSPAWN_SHIM_H
#define KINORA_CSPAWN_SHIM_H

#include <spawn.h>

// glibc keeps these behind _GNU_SOURCE, which Swift's own import of <spawn.h> does not define.

#ifndef POSIX_SPAWN_SETSID
#define POSIX_SPAWN_SETSID 0x80
#endif

extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *_Nonnull actions, const char *_Nonnull path);
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *_Nonnull actions, int from);

// A constant of a type the flags can be made of; the macro is an int.
static inline short kinora_spawn_flags(void) {
    return POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF;
}

#endif
