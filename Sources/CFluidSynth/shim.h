#ifndef KINORA_CFLUIDSYNTH_SHIM_H
#define KINORA_CFLUIDSYNTH_SHIM_H

#include <fluidsynth.h>

#endif
