#ifndef KINORA_CPANGO_SHIM_H
#define KINORA_CPANGO_SHIM_H

#include <pango/pangocairo.h>

#endif
