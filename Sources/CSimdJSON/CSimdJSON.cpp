#include "CSimdJSON.h"

#include <cstdlib>

#include <simdjson.h>

#include "Finder.hpp"
#include "Nodes.hpp"
#include "Walk.hpp"

const char *cjson_parse(const uint8_t *bytes, size_t length, size_t depth_limit, cjson_node **nodes,
                        size_t *count, size_t *offset) {
  *nodes = nullptr;
  *count = 0;
  *offset = 0;
  Finder &finder = Finder::own();
  const char *problem = finder.find(bytes, length, depth_limit);
  if (!problem) {
    Nodes keeper(finder.found().n_structural_indexes);
    Walk<Nodes> walk(bytes, length, finder.found(), depth_limit, keeper);
    if (!keeper.isReady()) {
      problem = "out of memory";
    } else if (walk.document()) {
      *nodes = keeper.take(count);
    } else {
      problem = walk.problem;
      *offset = walk.offset();
    }
  }
  finder.forgetMuch();
  return problem;
}

void cjson_free(void *memory) { std::free(memory); }

bool cjson_is_valid_utf8(const uint8_t *bytes, size_t length) {
  return simdjson::validate_utf8(reinterpret_cast<const char *>(bytes), length);
}
