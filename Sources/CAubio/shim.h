#ifndef KINORA_CAUBIO_SHIM_H
#define KINORA_CAUBIO_SHIM_H

#include <aubio/aubio.h>

#endif
