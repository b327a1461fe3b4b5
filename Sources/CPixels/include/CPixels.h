#ifndef KINORA_CPIXELS_H
#define KINORA_CPIXELS_H

#include <stddef.h>
#include <stdint.h>

// The loops that scale pictures and change their colours. They are in C because its compiler makes them for several generations of
// processors at once, and the program takes the best one when it is loaded. All of it is integer arithmetic: every
// processor gives the same bytes.
//
// Between the two passes of scaling a pixel has 15 bits: its 8-bit value times 128. Weights are in 1/32768.

/// The rows of a strip.
enum { kinora_pixels_block = 16 };

/// Pixels are mixed in groups of so many.
enum { kinora_pixels_group = 32 };

/// 8-bit values times 128.
///
/// - Parameter later: As many bytes that will be asked for soon; they are fetched into the cache.
void kinora_pixels_widen(
    const uint8_t *_Nonnull source, int16_t *_Nonnull target, size_t count, const uint8_t *_Nonnull later
);

/// Mixes rows of widened pixels, each with its weight.
///
/// - Parameter count: A multiple of a group.
void kinora_pixels_mix_rows(
    const int16_t *_Nonnull const *_Nonnull rows, const int16_t *_Nonnull weights, int taps, int16_t *_Nonnull target,
    size_t count
);

/// Mixes neighbouring columns of a strip of widened pixels and rounds to 8 bits.
///
/// - Parameters:
///   - strip: 16 rows, `stride` values from one to the next. Behind the last, 64 more values can be read.
///   - width: How many columns there are; a multiple of 8.
///   - columns: Room for 16 times `width` values, aligned to 32 bytes.
///   - first: For each column of the target, the first of those it is mixed from; they never go back.
///   - weights: For each group of columns of the target, the weights of their first taps, of their second taps, and so
///     on.
///   - count: The columns of the target; a multiple of a group.
///   - rows: How many rows of the target are written; the rest of the 16 is not.
void kinora_pixels_mix_columns(
    const int16_t *_Nonnull strip, size_t stride, size_t width, int16_t *_Nonnull columns,
    const int32_t *_Nonnull first, const int16_t *_Nonnull weights, int taps, uint8_t *_Nonnull target,
    size_t target_stride, size_t count, int rows
);

/// The same on any processor, by turning the strip. It gives the same bytes.
void kinora_pixels_turn_and_mix_columns(
    const int16_t *_Nonnull strip, size_t stride, size_t width, int16_t *_Nonnull columns,
    const int32_t *_Nonnull first, const int16_t *_Nonnull weights, int taps, uint8_t *_Nonnull target,
    size_t target_stride, size_t count, int rows
);

/// The points along each axis of a table of colours, 8 levels apart.
enum { kinora_pixels_table_points = 33 };

/// Changes the colours of two rows of luma and the rows of chroma that belong to them. A chroma sample changes as the
/// mean of its four lumas does.
///
/// - Parameters:
///   - table: For each point the luma, the blue and the red it becomes, times 256, and a 0. Luma runs fastest, then
///     red, then blue. Three more points follow the last, which are read but not used.
///   - count: The chroma samples of a row.
void kinora_pixels_change_colors(
    const uint16_t *_Nonnull table, uint8_t *_Nonnull upper, uint8_t *_Nonnull lower, uint8_t *_Nonnull blue,
    uint8_t *_Nonnull red, size_t count
);

#endif
