#include "CSimdJSON.h"

#include <cstdlib>
#include <memory>

#include <simdjson.h>

#include "Keepers.hpp"
#include "Walk.hpp"

namespace {

/// simdjson's memory, kept by each thread from one text to the next unless a long one needed much of it.
class Finder {
 public:
  using Parser = simdjson::internal::dom_parser_implementation;

  /// Finds where every token begins. Stage 2 of simdjson is not asked: it keeps no source positions and refuses
  /// numbers that do not fit a double, while a message's bytes must survive as they are.
  simdjson::error_code find(const uint8_t *bytes, size_t length, size_t depthLimit) {
    if (length > capacity) {
      capacity = 0;
      size_t wanted = length > smallest ? length : smallest;
      auto code = simdjson::get_active_implementation()->create_dom_parser_implementation(
          wanted, depthLimit, parser);
      if (code != simdjson::SUCCESS) return code;
      capacity = wanted;
    }
    return parser->stage1(bytes, length, simdjson::stage1_mode::regular);
  }

  const Parser &found() const { return *parser; }

  void forgetMuch() {
    if (capacity <= largest) return;
    parser.reset();
    capacity = 0;
  }

 private:
  static constexpr size_t smallest = 64 << 10;
  static constexpr size_t largest = 512 << 10;

  std::unique_ptr<Parser> parser;
  size_t capacity = 0;
};

thread_local Finder finder;

const char *describe(simdjson::error_code code) {
  switch (code) {
    case simdjson::EMPTY:
      return "the text is empty";
    case simdjson::UTF8_ERROR:
      return "the text is not valid UTF-8";
    case simdjson::UNESCAPED_CHARS:
      return "a string holds a control character";
    case simdjson::UNCLOSED_STRING:
      return "a string is not closed";
    case simdjson::CAPACITY:
      return "the text is longer than 4 GiB";
    case simdjson::MEMALLOC:
      return "out of memory";
    default:
      return "the text is not JSON";
  }
}

}  // namespace

namespace {

/// Finds the tokens; NULL, or what is wrong.
const char *find(const uint8_t *bytes, size_t length, size_t depthLimit) {
  if (length == 0) return describe(simdjson::EMPTY);
  if (length >= simdjson::SIMDJSON_MAXSIZE_BYTES) return describe(simdjson::CAPACITY);
  auto code = finder.find(bytes, length, depthLimit);
  return code == simdjson::SUCCESS ? nullptr : describe(code);
}

/// Reads the tokens that were found.
template <class Keeper, class Kept>
const char *read(const uint8_t *bytes, size_t length, size_t depthLimit, Keeper &keeper,
                 bool (Walk<Keeper>::*way)(), Kept **kept, size_t *count, size_t *offset) {
  if (!keeper.isReady()) return describe(simdjson::MEMALLOC);
  Walk<Keeper> walk(bytes, length, finder.found(), depthLimit, keeper);
  if ((walk.*way)()) {
    *kept = keeper.take(count);
  } else {
    *offset = walk.offset();
  }
  return walk.problem;
}

}  // namespace

const char *cjson_parse(const uint8_t *bytes, size_t length, size_t depth_limit, cjson_node **nodes,
                        size_t *count, size_t *offset) {
  *nodes = nullptr;
  *count = 0;
  *offset = 0;
  const char *problem = find(bytes, length, depth_limit);
  if (!problem) {
    Nodes keeper(finder.found().n_structural_indexes);
    problem = read(bytes, length, depth_limit, keeper, &Walk<Nodes>::document, nodes, count, offset);
  }
  finder.forgetMuch();
  return problem;
}

const char *cjson_parse_lines(const uint8_t *bytes, size_t length, size_t depth_limit,
                              const cjson_pick *picks, size_t pick_count, cjson_piece **pieces,
                              size_t *count, size_t *offset) {
  *pieces = nullptr;
  *count = 0;
  *offset = 0;
  const char *problem = find(bytes, length, depth_limit);
  if (!problem) {
    Pieces keeper(bytes, picks, pick_count, length);
    problem = read(bytes, length, depth_limit, keeper, &Walk<Pieces>::lines, pieces, count, offset);
  }
  finder.forgetMuch();
  return problem;
}

void cjson_free(void *memory) { std::free(memory); }

bool cjson_is_valid_utf8(const uint8_t *bytes, size_t length) {
  return simdjson::validate_utf8(reinterpret_cast<const char *>(bytes), length);
}
