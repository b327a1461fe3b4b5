#ifndef KINORA_CEBUR128_SHIM_H
#define KINORA_CEBUR128_SHIM_H

#include <ebur128.h>

#endif
