#ifndef KINORA_CVIPS_SHIM_H
#define KINORA_CVIPS_SHIM_H

#include <vips/vips.h>

#endif
