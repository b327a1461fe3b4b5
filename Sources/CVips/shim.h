#ifndef KINORA_CVIPS_SHIM_H
#define KINORA_CVIPS_SHIM_H

#include <vips/vips.h>

// Every libvips operation is variadic, which Swift cannot call: one wrapper for each use, with its options fixed.

/// The header of a picture; pixels follow only when they are asked for.
static inline VipsImage *_Nullable kinora_vips_open(const void *_Nonnull bytes, size_t count) {
    return vips_image_new_from_buffer(bytes, count, "", "access", VIPS_ACCESS_SEQUENTIAL, NULL);
}

/// All pictures of an animation, one below the other, of which only those are decoded that are asked for in order.
static inline VipsImage *_Nullable kinora_vips_open_animation(const void *_Nonnull bytes, size_t count) {
    return vips_image_new_from_buffer(bytes, count, "[n=-1]", "access", VIPS_ACCESS_SEQUENTIAL, NULL);
}

/// Scales to exactly width x height.
static inline int kinora_vips_scale(VipsImage *_Nonnull in, VipsImage *_Nullable *_Nonnull out, int width, int height) {
    return vips_thumbnail_image(in, out, width, "height", height, "size", VIPS_SIZE_FORCE, NULL);
}

/// A function macro.
static inline const unsigned char *_Nonnull kinora_vips_region_row(VipsRegion *_Nonnull region, int x, int y) {
    return (const unsigned char *)VIPS_REGION_ADDR(region, x, y);
}

/// Decode, turn upright and fit into width x height in one pass; a picture that is cut off fails. The loader has to be
/// told so by its option string: the operation's own `fail_on` does not reach it.
static inline int kinora_vips_thumbnail(
    const void *_Nonnull bytes, size_t count, VipsImage *_Nullable *_Nonnull out, int width, int height, VipsSize size
) {
    return vips_thumbnail_buffer(
        (void *)bytes, count, out, width, "height", height, "size", size, "option_string", "[fail_on=truncated]", NULL
    );
}

/// The same, and from the embedded profile to sRGB on the way. Only for pictures that have a profile: one without would
/// be taken through a device-independent space and come back with other colours.
static inline int kinora_vips_thumbnail_in_srgb(
    const void *_Nonnull bytes, size_t count, VipsImage *_Nullable *_Nonnull out, int width, int height, VipsSize size
) {
    return vips_thumbnail_buffer(
        (void *)bytes, count, out, width, "height", height, "size", size, "option_string", "[fail_on=truncated]",
        "export_profile", "srgb", NULL
    );
}

/// A JPEG whose sides the decoder divides by `shrink` (1, 2, 4 or 8), which saves it most of its work. Cut off, it fails.
static inline VipsImage *_Nullable kinora_vips_open_shrunk(const void *_Nonnull bytes, size_t count, int shrink) {
    char options[64];
    vips_snprintf(options, sizeof options, "[shrink=%d,fail_on=truncated]", shrink);
    return vips_image_new_from_buffer(bytes, count, options, "access", VIPS_ACCESS_SEQUENTIAL, NULL);
}

/// Turns upright and fits into side x side what is larger; from the embedded profile to sRGB when `in_srgb` is set.
static inline int kinora_vips_fit(
    VipsImage *_Nonnull in, VipsImage *_Nullable *_Nonnull out, int side, int in_srgb
) {
    return in_srgb ? vips_thumbnail_image(
                         in, out, side, "height", side, "size", VIPS_SIZE_DOWN, "export_profile", "srgb", NULL
                     )
                   : vips_thumbnail_image(in, out, side, "height", side, "size", VIPS_SIZE_DOWN, NULL);
}

static inline int kinora_vips_to_grey(VipsImage *_Nonnull in, VipsImage *_Nullable *_Nonnull out) {
    return vips_colourspace(in, out, VIPS_INTERPRETATION_B_W, NULL);
}

/// Cuts out the window of width x height that stands out most, and says where its attention point is.
static inline int kinora_vips_attention(
    VipsImage *_Nonnull in, VipsImage *_Nullable *_Nonnull out, int width, int height, int *_Nonnull x, int *_Nonnull y
) {
    return vips_smartcrop(
        in, out, width, height, "interesting", VIPS_INTERESTING_ATTENTION, "attention_x", x, "attention_y", y, NULL
    );
}

static inline int kinora_vips_to_srgb(VipsImage *_Nonnull in, VipsImage *_Nullable *_Nonnull out) {
    return vips_colourspace(in, out, VIPS_INTERPRETATION_sRGB, NULL);
}

/// Lays a picture with alpha on white.
static inline int kinora_vips_flatten_on_white(VipsImage *_Nonnull in, VipsImage *_Nullable *_Nonnull out) {
    VipsArrayDouble *white = vips_array_double_newv(1, 255.0);
    int result = vips_flatten(in, out, "background", white, NULL);
    vips_area_unref(VIPS_AREA(white));
    return result;
}

static inline int kinora_vips_cut_out(
    VipsImage *_Nonnull in, VipsImage *_Nullable *_Nonnull out, int left, int top, int width, int height
) {
    return vips_extract_area(in, out, left, top, width, height, NULL);
}

static inline int kinora_vips_bands(VipsImage *_Nonnull in, VipsImage *_Nullable *_Nonnull out, int first, int count) {
    return vips_extract_band(in, out, first, "n", count, NULL);
}

static inline int kinora_vips_to_bytes(VipsImage *_Nonnull in, VipsImage *_Nullable *_Nonnull out) {
    return vips_cast_uchar(in, out, NULL);
}

static inline int kinora_vips_blur(VipsImage *_Nonnull in, VipsImage *_Nullable *_Nonnull out, double sigma) {
    return vips_gaussblur(in, out, sigma, NULL);
}

/// factor * in, in floating point.
static inline int kinora_vips_linear(
    VipsImage *_Nonnull in, VipsImage *_Nullable *_Nonnull out, double factor
) {
    return vips_linear1(in, out, factor, 0, NULL);
}

static inline int kinora_vips_turn(VipsImage *_Nonnull in, VipsImage *_Nullable *_Nonnull out, VipsAngle angle) {
    return vips_rot(in, out, angle, NULL);
}

static inline int kinora_vips_flip(
    VipsImage *_Nonnull in, VipsImage *_Nullable *_Nonnull out, VipsDirection direction
) {
    return vips_flip(in, out, direction, NULL);
}

/// A JPEG without profile, EXIF or any other note. The caller frees the bytes with g_free.
static inline int kinora_vips_jpeg(
    VipsImage *_Nonnull in, void *_Nullable *_Nonnull bytes, size_t *_Nonnull count, int quality
) {
    return vips_jpegsave_buffer(in, bytes, count, "Q", quality, "optimize_coding", TRUE, "strip", TRUE, NULL);
}

/// A function macro.
static inline const unsigned char *_Nonnull kinora_vips_row(VipsImage *_Nonnull image, int y) {
    return (const unsigned char *)VIPS_IMAGE_ADDR(image, 0, y);
}

#endif
