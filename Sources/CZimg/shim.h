#ifndef KINORA_CZIMG_SHIM_H
#define KINORA_CZIMG_SHIM_H

#include <zimg.h>

#endif
