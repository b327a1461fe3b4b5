#include "CPixels.h"

#if defined(__x86_64__)
#include <immintrin.h>

#include "processors.h"

// AVX-512 has an instruction that picks any 32 of 64 values, and with it columns are mixed where they are. What it
// gives is what turning gives, bit by bit.
#define PICKING __attribute__((target("avx512f,avx512bw")))

enum { group = kinora_pixels_group, reach = 2 * group };

/// Every group of the target is mixed from what two vectors hold.
static int lies_near(const int32_t *first, int taps, size_t count) {
    for (size_t x = 0; x < count; x += group) {
        if (first[x + group - 1] - first[x] + taps > reach) return 0;
    }
    return 1;
}

PART PICKING void pick_and_mix(
    const int16_t *strip, size_t stride, const int32_t *first, const int16_t *weights, int taps, uint8_t *target,
    size_t target_stride, size_t count, int rows
) {
    // Rounding, and half a unit that each product loses on average.
    const __m512i none = _mm512_set1_epi16((short)(64 / 2 + taps / 2));
    const __m512i next = _mm512_set1_epi16(1);
    for (size_t x = 0; x < count; x += group, weights += taps * group) {
        const __m512i left = _mm512_set1_epi32(first[x]);
        const __m256i near = _mm512_cvtepi32_epi16(_mm512_sub_epi32(_mm512_loadu_si512(first + x), left));
        const __m256i far = _mm512_cvtepi32_epi16(_mm512_sub_epi32(_mm512_loadu_si512(first + x + group / 2), left));
        const __m512i places = _mm512_inserti64x4(_mm512_castsi256_si512(near), far, 1);
        for (int y = 0; y < rows; y++) {
            const int16_t *const row = strip + y * stride + first[x];
            const __m512i low = _mm512_loadu_si512(row), high = _mm512_loadu_si512(row + group);
            __m512i sum = none, place = places;
            for (int tap = 0; tap < taps; tap++) {
                const __m512i pixels = _mm512_permutex2var_epi16(low, place, high);
                const __m512i weight = _mm512_loadu_si512(weights + tap * group);
                sum = _mm512_add_epi16(sum, _mm512_mulhi_epi16(pixels, weight));
                place = _mm512_add_epi16(place, next);
            }
            sum = _mm512_max_epi16(_mm512_srai_epi16(sum, 6), _mm512_setzero_si512());
            _mm256_storeu_si256((__m256i *)(target + y * target_stride + x), _mm512_cvtusepi16_epi8(sum));
        }
    }
}

PICKING
static void pick_and_mix_columns(
    const int16_t *strip, size_t stride, const int32_t *first, const int16_t *weights, int taps, uint8_t *target,
    size_t target_stride, size_t count, int rows
) {
    switch (taps) {
    case 2: pick_and_mix(strip, stride, first, weights, 2, target, target_stride, count, rows); break;
    case 3: pick_and_mix(strip, stride, first, weights, 3, target, target_stride, count, rows); break;
    case 4: pick_and_mix(strip, stride, first, weights, 4, target, target_stride, count, rows); break;
    case 5: pick_and_mix(strip, stride, first, weights, 5, target, target_stride, count, rows); break;
    case 6: pick_and_mix(strip, stride, first, weights, 6, target, target_stride, count, rows); break;
    default: pick_and_mix(strip, stride, first, weights, taps, target, target_stride, count, rows); break;
    }
}
#endif

void kinora_pixels_mix_columns(
    const int16_t *strip, size_t stride, size_t width, int16_t *columns, const int32_t *first, const int16_t *weights,
    int taps, uint8_t *target, size_t target_stride, size_t count, int rows
) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512bw") && lies_near(first, taps, count)) {
        pick_and_mix_columns(strip, stride, first, weights, taps, target, target_stride, count, rows);
        return;
    }
#endif
    kinora_pixels_turn_and_mix_columns(
        strip, stride, width, columns, first, weights, taps, target, target_stride, count, rows
    );
}
