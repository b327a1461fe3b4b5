#ifndef KINORA_CEDITLINE_SHIM_H
#define KINORA_CEDITLINE_SHIM_H

#include <histedit.h>

#endif
