#ifndef KINORA_CZIMG_SHIM_H
#define KINORA_CZIMG_SHIM_H

#include <zimg.h>

// The plane arrays are unnamed structs, which Swift can only reach by generated names.

/// A source of three planes; `mask` is ZIMG_BUFFER_MAX for whole planes.
static inline zimg_image_buffer_const kinora_zimg_source(
    const void *_Nonnull first, const void *_Nonnull second, const void *_Nonnull third, ptrdiff_t first_stride,
    ptrdiff_t other_stride, unsigned mask
) {
    zimg_image_buffer_const buffer = {ZIMG_API_VERSION};
    buffer.plane[0].data = first;
    buffer.plane[1].data = second;
    buffer.plane[2].data = third;
    buffer.plane[0].stride = first_stride;
    buffer.plane[1].stride = buffer.plane[2].stride = other_stride;
    buffer.plane[0].mask = buffer.plane[1].mask = buffer.plane[2].mask = mask;
    return buffer;
}

/// A target of three whole planes.
static inline zimg_image_buffer kinora_zimg_target(
    void *_Nonnull first, void *_Nonnull second, void *_Nonnull third, ptrdiff_t first_stride, ptrdiff_t other_stride
) {
    zimg_image_buffer buffer = {ZIMG_API_VERSION};
    buffer.plane[0].data = first;
    buffer.plane[1].data = second;
    buffer.plane[2].data = third;
    buffer.plane[0].stride = first_stride;
    buffer.plane[1].stride = buffer.plane[2].stride = other_stride;
    buffer.plane[0].mask = buffer.plane[1].mask = buffer.plane[2].mask = ZIMG_BUFFER_MAX;
    return buffer;
}

/// ZIMG_API_VERSION and ZIMG_BUFFER_MAX are casts and expressions that are not imported.
static const unsigned kinora_zimg_version = ZIMG_API_VERSION;
static const unsigned kinora_zimg_whole = ZIMG_BUFFER_MAX;

#endif
