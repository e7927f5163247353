#pragma once

#include "CSimdJSON.h"

#include <cstring>

#include <simdjson.h>

#include "Grammar.hpp"

// The grammar of JSON, over the token positions that simdjson finds.

namespace {

/// Goes through the token positions that simdjson found and checks the grammar.
///
/// A `Keeper` is told of every value and every member's name, in the order of the text.
template <class Keeper>
class Walk {
 public:
  Walk(const uint8_t *bytes, size_t length, const simdjson::internal::dom_parser_implementation &found,
       size_t depthLimit, Keeper &keeper)
      : bytes(bytes), tokens(found.structural_indexes.get()), tokenCount(found.n_structural_indexes),
        length(length), depthLimit(depthLimit), keeper(keeper) {}

  const char *problem = nullptr;

  /// One value and nothing else.
  bool document() {
    if (!value(0, keeper.top())) return false;
    if (token != tokenCount) return fail("text after the end of the value");
    return true;
  }

  size_t offset() const { return token < tokenCount ? tokens[token] : length; }

 private:
  using Place = typename Keeper::Place;

  const uint8_t *bytes;
  const uint32_t *tokens;
  size_t tokenCount, length, depthLimit;
  Keeper &keeper;
  /// The token that is read next.
  size_t token = 0;
  /// Of the value that was read last.
  uint32_t end = 0;
  /// No backslash lies between the string that was read last and here.
  size_t backslash = 0;

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

  /// A value without others inside.
  bool leaf(cjson_kind kind, Place place) {
    keeper.leaf(kind, tokens[token], end, place);
    token++;
    return true;
  }

  bool value(size_t depth, Place place) {
    switch (first()) {
      case '"': {
        cjson_kind kind;
        return string(kind) && leaf(kind, place);
      }
      case '{':
        return container<true>(depth, place);
      case '[':
        return container<false>(depth, place);
      case 't':
        return word("true", 4) && leaf(CJSON_TRUE, place);
      case 'f':
        return word("false", 5) && leaf(CJSON_FALSE, place);
      case 'n':
        return word("null", 4) && leaf(CJSON_NULL, place);
      default:
        break;
    }
    if (token >= tokenCount) return fail("the text ends too early");
    end = tokenEnd();
    if (!isNumber(bytes + tokens[token], bytes + end)) return fail("no value here");
    return leaf(CJSON_NUMBER, place);
  }

  template <bool isObject>
  bool container(size_t depth, Place place) {
    constexpr uint8_t closing = isObject ? '}' : ']';
    if (depth == depthLimit) return fail("too many containers inside each other");
    auto self = keeper.begin(isObject ? CJSON_OBJECT : CJSON_ARRAY, tokens[token], place);
    token++;
    if (first() != closing) {
      while (true) {
        Place inner = keeper.item(self);
        if constexpr (isObject) {
          cjson_kind kind;
          if (first() != '"') return fail("a member's name is missing");
          if (!string(kind)) return false;
          inner = keeper.name(kind, tokens[token], end, self);
          token++;
          if (first() != ':') return fail("a colon is missing");
          token++;
        }
        if (!value(depth + 1, inner)) return false;
        uint8_t next = first();
        if (next == closing) break;
        if (next != ',') return fail("a comma or a closing bracket is missing");
        token++;
      }
    }
    end = tokens[token] + 1;
    keeper.finish(self, end);
    token++;
    return true;
  }

  bool string(cjson_kind &kind) {
    size_t inside = tokens[token] + 1;
    end = tokenEnd();
    if (end <= inside || bytes[end - 1] != '"') return fail("a string is not closed");
    bool plain = backslash >= end - 1 || !findBackslash(inside);
    if (!plain && !areEscapes(bytes + inside, bytes + end - 1)) {
      return fail("an escape in a string is wrong");
    }
    kind = plain ? CJSON_PLAIN_STRING : CJSON_ESCAPED_STRING;
    return true;
  }

  /// Whether a backslash lies between `inside` and the end of the string. Looks no further than the first one, once.
  bool findBackslash(size_t inside) {
    if (backslash < inside) {
      auto found = static_cast<const uint8_t *>(std::memchr(bytes + inside, '\\', length - inside));
      backslash = found ? found - bytes : length;
    }
    return backslash < end - 1;
  }

  bool word(const char *expected, size_t size) {
    end = tokenEnd();
    return end - tokens[token] == size && !std::memcmp(bytes + tokens[token], expected, size)
               ? true
               : fail("no value here");
  }
};

}  // namespace
