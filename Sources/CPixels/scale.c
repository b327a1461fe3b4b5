#include "CPixels.h"
#include "processors.h"

#include <string.h>

#define BLOCK kinora_pixels_block
#define GROUP kinora_pixels_group

typedef int16_t row8 __attribute__((vector_size(16)));
typedef int16_t pixels16 __attribute__((vector_size(32)));
typedef int32_t wide16 __attribute__((vector_size(64)));
typedef uint8_t bytes16 __attribute__((vector_size(16)));
typedef int16_t pixels32 __attribute__((vector_size(64)));
typedef int32_t wide32 __attribute__((vector_size(128)));
typedef uint8_t bytes32 __attribute__((vector_size(32)));

FOR_EACH_PROCESSOR WHOLE_VECTORS
void kinora_pixels_widen(
    const uint8_t *restrict source, int16_t *restrict target, size_t count, const uint8_t *later
) {
    // The plate is in no near cache any more when its next frame is drawn.
    for (size_t x = 0; x < count; x += 64) __builtin_prefetch(later + x);
    size_t x = 0;
    for (; x + GROUP <= count; x += GROUP) {
        bytes32 bytes;
        memcpy(&bytes, source + x, sizeof bytes);
        const pixels32 pixels = __builtin_convertvector(bytes, pixels32) << 7;
        memcpy(target + x, &pixels, sizeof pixels);
    }
    for (; x < count; x++) target[x] = (int16_t)(source[x] << 7);
}

// MARK: - Rows

/// Adds the upper half of each product, which is one instruction for a whole vector.
PART void add_row(const int16_t *pixels, int16_t weight, pixels32 *sum) {
    pixels32 values;
    memcpy(&values, pixels, sizeof values);
    const pixels32 weights = (pixels32){0} + weight;
    const wide32 products = __builtin_convertvector(values, wide32) * __builtin_convertvector(weights, wide32);
    *sum += __builtin_convertvector(products >> 16, pixels32);
}

PART void mix_rows(const int16_t *const *rows, const int16_t *weights, int taps, int16_t *target, size_t count) {
    for (size_t x = 0; x < count; x += GROUP) {
        // Each product has lost half a unit on average.
        pixels32 sum = (pixels32){0} + (int16_t)(taps / 2);
        for (int tap = 0; tap < taps; tap++) add_row(rows[tap] + x, weights[tap], &sum);
        // A kernel with negative weights may give more than white.
        const pixels32 most = (pixels32){0} + (int16_t)(INT16_MAX / 2);
        sum = __builtin_elementwise_min(sum, most) * 2;
        memcpy(target + x, &sum, sizeof sum);
    }
}

FOR_EACH_PROCESSOR WHOLE_VECTORS
void kinora_pixels_mix_rows(
    const int16_t *const *rows, const int16_t *weights, int taps, int16_t *target, size_t count
) {
    switch (taps) {
    case 1: mix_rows(rows, weights, 1, target, count); break;
    case 2: mix_rows(rows, weights, 2, target, count); break;
    case 3: mix_rows(rows, weights, 3, target, count); break;
    case 4: mix_rows(rows, weights, 4, target, count); break;
    case 5: mix_rows(rows, weights, 5, target, count); break;
    case 6: mix_rows(rows, weights, 6, target, count); break;
    default: mix_rows(rows, weights, taps, target, count); break;
    }
}

// MARK: - Columns

/// Turns 8 x 8 values: what were rows become columns of a block's height.
PART void turn8(const int16_t *source, size_t stride, int16_t *target) {
    row8 rows[8], pairs[8];
    for (int y = 0; y < 8; y++) memcpy(&rows[y], source + y * stride, sizeof rows[y]);
    for (int pass = 0; pass < 3; pass++) {
        for (int y = 0; y < 4; y++) {
            pairs[2 * y] = __builtin_shufflevector(rows[y], rows[y + 4], 0, 8, 1, 9, 2, 10, 3, 11);
            pairs[2 * y + 1] = __builtin_shufflevector(rows[y], rows[y + 4], 4, 12, 5, 13, 6, 14, 7, 15);
        }
        memcpy(rows, pairs, sizeof rows);
    }
    for (int x = 0; x < 8; x++) memcpy(target + x * BLOCK, &rows[x], sizeof rows[x]);
}

/// Turns 16 x 16 bytes in place.
PART void turn16(bytes16 *rows) {
    bytes16 pairs[16];
    for (int pass = 0; pass < 4; pass++) {
        for (int y = 0; y < 8; y++) {
            pairs[2 * y] = __builtin_shufflevector(
                rows[y], rows[y + 8], 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23
            );
            pairs[2 * y + 1] = __builtin_shufflevector(
                rows[y], rows[y + 8], 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31
            );
        }
        memcpy(rows, pairs, sizeof pairs);
    }
}

/// Adds the upper half of each product.
PART void add_column(const int16_t *pixels, int16_t weight, pixels16 *sum) {
    pixels16 values;
    memcpy(&values, pixels, sizeof values);
    const pixels16 weights = (pixels16){0} + weight;
    const wide16 products = __builtin_convertvector(values, wide16) * __builtin_convertvector(weights, wide16);
    *sum += __builtin_convertvector(products >> 16, pixels16);
}

PART void mix_column(const int16_t *columns, const int16_t *weights, int taps, bytes16 *target) {
    pixels16 sum = (pixels16){0} + (int16_t)(64 / 2 + taps / 2);
    for (int tap = 0; tap < taps; tap++) add_column(columns + tap * BLOCK, weights[tap * GROUP], &sum);
    const pixels16 black = {0}, white = black + 255;
    sum = __builtin_elementwise_min(__builtin_elementwise_max(sum >> 6, black), white);
    *target = __builtin_convertvector(sum, bytes16);
}

PART void mix_columns(
    const int16_t *columns, const int32_t *first, const int16_t *weights, int taps, uint8_t *target,
    size_t target_stride, size_t count, int rows
) {
    for (size_t left = 0; left < count; left += BLOCK) {
        const int16_t *const part = weights + left / GROUP * GROUP * (size_t)taps + left % GROUP;
        bytes16 block[BLOCK];
        for (size_t x = 0; x < BLOCK; x++) {
            mix_column(columns + BLOCK * first[left + x], part + x, taps, &block[x]);
        }
        turn16(block);
        for (int y = 0; y < rows; y++) memcpy(target + y * target_stride + left, &block[y], sizeof block[y]);
    }
}

FOR_EACH_PROCESSOR
void kinora_pixels_turn_and_mix_columns(
    const int16_t *strip, size_t stride, size_t width, int16_t *columns, const int32_t *first, const int16_t *weights,
    int taps, uint8_t *target, size_t target_stride, size_t count, int rows
) {
    for (size_t x = 0; x < width; x += 8) {
        turn8(strip + x, stride, columns + BLOCK * x);
        turn8(strip + 8 * stride + x, stride, columns + BLOCK * x + 8);
    }
    switch (taps) {
    case 1: mix_columns(columns, first, weights, 1, target, target_stride, count, rows); break;
    case 2: mix_columns(columns, first, weights, 2, target, target_stride, count, rows); break;
    case 3: mix_columns(columns, first, weights, 3, target, target_stride, count, rows); break;
    case 4: mix_columns(columns, first, weights, 4, target, target_stride, count, rows); break;
    case 5: mix_columns(columns, first, weights, 5, target, target_stride, count, rows); break;
    case 6: mix_columns(columns, first, weights, 6, target, target_stride, count, rows); break;
    default: mix_columns(columns, first, weights, taps, target, target_stride, count, rows); break;
    }
}
