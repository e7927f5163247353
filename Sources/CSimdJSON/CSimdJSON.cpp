#include "CSimdJSON.h"

#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>

#include <simdjson.h>

namespace {

bool isSpace(uint8_t byte) {
  return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
}

bool isDigit(uint8_t byte) { return byte >= '0' && byte <= '9'; }

/// The number grammar of RFC 8259, section 6, over all of [at, end).
bool isNumber(const uint8_t *at, const uint8_t *end) {
  auto digits = [&] {
    const uint8_t *first = at;
    while (at < end && isDigit(*at)) at++;
    return at > first;
  };
  if (at < end && *at == '-') at++;
  if (at < end && *at == '0') {
    at++;
  } else if (!digits()) {
    return false;
  }
  if (at < end && *at == '.') {
    at++;
    if (!digits()) return false;
  }
  if (at < end && (*at == 'e' || *at == 'E')) {
    at++;
    if (at < end && (*at == '+' || *at == '-')) at++;
    if (!digits()) return false;
  }
  return at == end;
}

/// Whether every backslash in [at, end) begins an escape of RFC 8259, section 7.
/// A lone surrogate is one: grammar allows it, and whoever unescapes it decides.
bool areEscapes(const uint8_t *at, const uint8_t *end) {
  while (at < end && (at = static_cast<const uint8_t *>(std::memchr(at, '\\', end - at)))) {
    if (end - at < 2) return false;
    if (at[1] == 'u') {
      if (end - at < 6) return false;
      for (int digit = 2; digit < 6; digit++) {
        uint8_t lower = at[digit] | 0x20;
        if (!isDigit(at[digit]) && !(lower >= 'a' && lower <= 'f')) return false;
      }
      at += 6;
    } else if (std::memchr("\"\\/bfnrt", at[1], 8)) {
      at += 2;
    } else {
      return false;
    }
  }
  return true;
}

/// Builds the nodes out of the token positions that simdjson found.
class Walk {
 public:
  Walk(const uint8_t *bytes, const uint32_t *tokens, size_t tokenCount, size_t length,
       size_t depthLimit)
      : bytes(bytes), tokens(tokens), tokenCount(tokenCount), length(length),
        depthLimit(depthLimit) {}

  ~Walk() { std::free(nodes); }

  const char *problem = nullptr;
  /// The token that was read last.
  size_t token = 0;

  bool document() {
    if (!value(0)) return false;
    if (token != tokenCount) return fail("text after the end of the value");
    return true;
  }

  cjson_node *take(size_t *total) {
    *total = count;
    cjson_node *taken = nodes;
    nodes = nullptr;
    return taken;
  }

  size_t offset() const { return token < tokenCount ? tokens[token] : length; }

 private:
  const uint8_t *bytes;
  const uint32_t *tokens;
  size_t tokenCount, length, depthLimit;
  cjson_node *nodes = nullptr;
  size_t count = 0, capacity = 0;

  bool fail(const char *what) {
    problem = what;
    return false;
  }

  uint8_t first() const { return token < tokenCount ? bytes[tokens[token]] : 0; }

  /// Where the token ends: before the white space that leads to the next one.
  uint32_t tokenEnd() const {
    size_t end = token + 1 < tokenCount ? tokens[token + 1] : length;
    while (end > tokens[token] && isSpace(bytes[end - 1])) end--;
    return static_cast<uint32_t>(end);
  }

  bool add(cjson_kind kind, uint32_t end) {
    if (count == capacity) {
      size_t wanted = capacity ? capacity * 2 : 64;
      auto grown = static_cast<cjson_node *>(std::realloc(nodes, wanted * sizeof(cjson_node)));
      if (!grown) return fail("out of memory");
      nodes = grown;
      capacity = wanted;
    }
    nodes[count] = {tokens[token], end, static_cast<uint32_t>(count + 1), kind};
    count++;
    token++;
    return true;
  }

  bool value(size_t depth) {
    switch (first()) {
      case '{':
        return container(CJSON_OBJECT, '}', depth);
      case '[':
        return container(CJSON_ARRAY, ']', depth);
      case '"':
        return string();
      case 't':
        return word(CJSON_TRUE, "true", 4);
      case 'f':
        return word(CJSON_FALSE, "false", 5);
      case 'n':
        return word(CJSON_NULL, "null", 4);
      default:
        break;
    }
    if (token >= tokenCount) return fail("the text ends too early");
    uint32_t end = tokenEnd();
    if (!isNumber(bytes + tokens[token], bytes + end)) return fail("no value here");
    return add(CJSON_NUMBER, end);
  }

  bool container(cjson_kind kind, uint8_t closing, size_t depth) {
    if (depth == depthLimit) return fail("too many containers inside each other");
    size_t self = count;
    if (!add(kind, 0)) return false;
    if (first() != closing) {
      while (true) {
        if (kind == CJSON_OBJECT) {
          if (first() != '"') return fail("a member's name is missing");
          if (!string()) return false;
          if (first() != ':') return fail("a colon is missing");
          token++;
        }
        if (!value(depth + 1)) return false;
        if (first() == closing) break;
        if (first() != ',') return fail("a comma or a closing bracket is missing");
        token++;
      }
    }
    nodes[self].end = tokens[token] + 1;
    nodes[self].next = static_cast<uint32_t>(count);
    token++;
    return true;
  }

  bool string() {
    const uint8_t *inside = bytes + tokens[token] + 1;
    uint32_t end = tokenEnd();
    const uint8_t *last = bytes + end - 1;
    if (last < inside || *last != '"') return fail("a string is not closed");
    bool plain = !std::memchr(inside, '\\', last - inside);
    if (!plain && !areEscapes(inside, last)) return fail("an escape in a string is wrong");
    return add(plain ? CJSON_PLAIN_STRING : CJSON_ESCAPED_STRING, end);
  }

  bool word(cjson_kind kind, const char *expected, size_t size) {
    uint32_t end = tokenEnd();
    if (end - tokens[token] != size || std::memcmp(bytes + tokens[token], expected, size)) {
      return fail("no value here");
    }
    return add(kind, end);
  }
};

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

const char *cjson_parse(const uint8_t *bytes, size_t length, size_t depth_limit, cjson_node **nodes,
                        size_t *count, size_t *offset) {
  *nodes = nullptr;
  *count = 0;
  *offset = 0;
  if (length == 0) return describe(simdjson::EMPTY);
  if (length >= simdjson::SIMDJSON_MAXSIZE_BYTES) return describe(simdjson::CAPACITY);

  // Stage 1 finds where every token begins. Stage 2 is not asked: it keeps no source positions and
  // refuses numbers that do not fit a double, while a message's bytes must survive as they are.
  std::unique_ptr<simdjson::internal::dom_parser_implementation> finder;
  auto code = simdjson::get_active_implementation()->create_dom_parser_implementation(
      length, depth_limit, finder);
  if (code == simdjson::SUCCESS) {
    code = finder->stage1(bytes, length, simdjson::stage1_mode::regular);
  }
  if (code != simdjson::SUCCESS) return describe(code);

  Walk walk(bytes, finder->structural_indexes.get(), finder->n_structural_indexes, length,
            depth_limit);
  if (!walk.document()) {
    *offset = walk.offset();
    return walk.problem;
  }
  *nodes = walk.take(count);
  return nullptr;
}

void cjson_free(cjson_node *nodes) { std::free(nodes); }

extern "C" bool cjson_is_valid_utf8(const uint8_t *bytes, size_t length) {
  return simdjson::validate_utf8(reinterpret_cast<const char *>(bytes), length);
}
