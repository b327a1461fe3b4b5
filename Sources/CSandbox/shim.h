#ifndef KINORA_CSANDBOX_SHIM_H
#define KINORA_CSANDBOX_SHIM_H

#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>

#endif
