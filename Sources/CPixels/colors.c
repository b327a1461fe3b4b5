#include "CPixels.h"
#include "processors.h"

#include <string.h>

/// Points along each axis of the table, and how the places along it are counted from one to the next.
enum { points = kinora_pixels_table_points, column = 4 * points, plane = column * points };

/// Four points one above the other along luma: of each the luma, the blue and the red it becomes, and nothing.
typedef uint16_t points4 __attribute__((vector_size(32)));
typedef uint32_t wide16 __attribute__((vector_size(64)));

/// Adds a part of each value, in 1/65536, which is one instruction for a whole vector.
PART void add(const uint16_t *values, int weight, points4 *sum) {
    points4 all;
    memcpy(&all, values, sizeof all);
    const points4 weights = (points4){0} + (uint16_t)weight;
    const wide16 products = __builtin_convertvector(all, wide16) * __builtin_convertvector(weights, wide16);
    *sum += __builtin_convertvector(products >> 16, points4);
}

/// What the four points are between the four corners of chroma that lie around a place.
PART void mix(const uint16_t *corner, int blue, int red, uint16_t *mixed) {
    // Each of the four products loses half a unit on average.
    points4 sum = (points4){0} + 2;
    const int near = (8 - blue) * (8 - red) << 10;
    // All of it would be one more than fits.
    add(corner, near < UINT16_MAX ? near : UINT16_MAX, &sum);
    add(corner + column, (8 - blue) * red << 10, &sum);
    add(corner + plane, blue * (8 - red) << 10, &sum);
    add(corner + plane + column, blue * red << 10, &sum);
    memcpy(mixed, &sum, sizeof sum);
}

/// A value between two points, rounded to 8 bits.
PART uint8_t between(const uint16_t *point, int luma, int value) {
    const uint32_t part = luma & 7;
    return (uint8_t)((point[value] * (8 - part) + point[value + 4] * part + 1024) >> 11);
}

FOR_EACH_PROCESSOR
void kinora_pixels_change_colors(
    const uint16_t *table, uint8_t *restrict upper, uint8_t *restrict lower, uint8_t *restrict blue,
    uint8_t *restrict red, size_t count
) {
    for (size_t x = 0; x < count; x++) {
        uint8_t *const places[4] = {upper + 2 * x, upper + 2 * x + 1, lower + 2 * x, lower + 2 * x + 1};
        int least = 255, most = 0, sum = 2;
        for (int at = 0; at < 4; at++) {
            const int luma = *places[at];
            least = luma < least ? luma : least;
            most = luma > most ? luma : most;
            sum += luma;
        }
        const int mean = sum >> 2;
        const uint16_t *const corner = table + (blue[x] >> 3) * plane + (red[x] >> 3) * column;
        const int blue_part = blue[x] & 7, red_part = red[x] & 7;
        uint16_t mixed[16];
        least >>= 3;
        mix(corner + 4 * least, blue_part, red_part, mixed);
        // The lumas of a block mostly lie between the same few points.
        if ((most >> 3) - least <= 2) {
            for (int at = 0; at < 4; at++) {
                const int luma = *places[at];
                *places[at] = between(mixed + 4 * ((luma >> 3) - least), luma, 0);
            }
            const uint16_t *const point = mixed + 4 * ((mean >> 3) - least);
            blue[x] = between(point, mean, 1);
            red[x] = between(point, mean, 2);
        } else {
            for (int at = 0; at < 4; at++) {
                const int luma = *places[at];
                mix(corner + 4 * (luma >> 3), blue_part, red_part, mixed);
                *places[at] = between(mixed, luma, 0);
            }
            mix(corner + 4 * (mean >> 3), blue_part, red_part, mixed);
            blue[x] = between(mixed, mean, 1);
            red[x] = between(mixed, mean, 2);
        }
    }
}
