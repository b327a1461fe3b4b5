#ifndef KINORA_CPANGO_SHIM_H
#define KINORA_CPANGO_SHIM_H

// Which fonts have pictures in colour for glyphs, not outlines.
#include <hb-ot.h>
#include <pango/pangocairo.h>
// Where fonts lie.
#include <fontconfig/fontconfig.h>

#endif
