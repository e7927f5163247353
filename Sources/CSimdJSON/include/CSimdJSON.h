#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What a node of a document is.
typedef enum : uint8_t {
  CJSON_OBJECT = 0,
  CJSON_ARRAY = 1,
  /// A string, or the key of a member, without a backslash.
  CJSON_PLAIN_STRING = 2,
  CJSON_ESCAPED_STRING = 3,
  CJSON_NUMBER = 4,
  CJSON_TRUE = 5,
  CJSON_FALSE = 6,
  CJSON_NULL = 7
} cjson_kind;

/// One value of a document, or the key of a member, which stands before its value.
/// The children of a container follow it; `next` is the index after its last descendant.
typedef struct {
  uint32_t start;
  /// After the last byte; quotes and brackets belong to the value.
  uint32_t end;
  uint32_t next;
  uint8_t kind;
} cjson_node;

/// Reads a whole document.
///
/// Bytes are checked by simdjson (UTF-8, control characters, unclosed strings), the grammar of
/// RFC 8259 here, with no more than `depth_limit` containers inside each other.
/// On success returns NULL and gives an array that the caller frees with `cjson_free`; otherwise
/// returns a constant text that says what is wrong and `offset` where (in bytes).
const char *cjson_parse(const uint8_t *bytes, size_t length, size_t depth_limit, cjson_node **nodes,
                        size_t *count, size_t *offset);

void cjson_free(cjson_node *nodes);

/// Whether the bytes are valid UTF-8, by the vector instructions that the machine has.
bool cjson_is_valid_utf8(const uint8_t *bytes, size_t length);

typedef uint8_t cjson_vector __attribute__((vector_size(16)));

/// Whether a byte of the 16 at `bytes` cannot stand in a JSON string: a quote, a backslash, a control character.
static inline bool cjson_has_escape(const uint8_t *bytes) {
  cjson_vector v;
  __builtin_memcpy(&v, bytes, 16);
  cjson_vector found = (cjson_vector)((v < 0x20) | (v == '"') | (v == '\\'));
  uint64_t halves[2];
  __builtin_memcpy(halves, &found, 16);
  return (halves[0] | halves[1]) != 0;
}

/// The first byte from `at` on that cannot stand in a JSON string, else `length`.
static inline size_t cjson_next_escape(const uint8_t *bytes, size_t at, size_t length) {
  while (length - at >= 16 && !cjson_has_escape(bytes + at)) at += 16;
  // The last bytes, together with some before them that do not count.
  if (length - at < 16 && length >= 16 && !cjson_has_escape(bytes + length - 16)) return length;
  while (at < length && bytes[at] >= 0x20 && bytes[at] != '"' && bytes[at] != '\\') at++;
  return at;
}

#ifdef __cplusplus
}
#endif
