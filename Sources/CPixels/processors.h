#ifndef KINORA_PROCESSORS_H
#define KINORA_PROCESSORS_H

// A function is made for several generations of processors; the program takes the best one when it is loaded.
#if defined(__x86_64__) && defined(__linux__)
#define FOR_EACH_PROCESSOR __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif
// Uses the longest vectors there are, where the compiler would rather have shorter ones.
#define WHOLE_VECTORS __attribute__((min_vector_width(512)))
// Part of what calls it, and so made for the same processor.
#define PART static inline __attribute__((always_inline))

#endif
