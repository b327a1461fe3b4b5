#ifndef KINORA_CCHAFA_SHIM_H
#define KINORA_CCHAFA_SHIM_H

#include <chafa.h>

// The tags are an enumeration whose members are combined, which Swift does not import as numbers.
static inline void kinora_chafa_add_symbols(ChafaSymbolMap *map, int halves_alone) {
    int tags = CHAFA_SYMBOL_TAG_SPACE | (halves_alone ? CHAFA_SYMBOL_TAG_HHALF : CHAFA_SYMBOL_TAG_BLOCK);
    chafa_symbol_map_add_by_tags(map, (ChafaSymbolTags)tags);
}

#endif
