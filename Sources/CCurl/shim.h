#ifndef KINORA_CCURL_SHIM_H
#define KINORA_CCURL_SHIM_H

#include <curl/curl.h>

#endif
