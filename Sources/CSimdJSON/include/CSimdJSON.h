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

/// A value that was picked out of a text, or the lack of one: then all is 0.
typedef struct {
  uint32_t start;
  /// After the last byte; quotes and brackets belong to the value.
  uint32_t end;
  /// 0 also where no nodes were made.
  uint32_t node;
  uint8_t kind;
} cjson_piece;

/// What is picked out: the first is the whole value, each other one the first member of its name in the object that
/// another pick is.
typedef struct {
  const uint8_t *name;
  uint32_t length;
  /// The first of the picks inside this one, and the next one beside it; -1 for none.
  int32_t child, sibling;
} cjson_pick;

/// Reads lines that hold one value each. Remembers of what shapes lines were, so that one of a known shape need only be
/// compared with it. Used by one thread at a time.
typedef struct cjson_line_reader cjson_line_reader;

/// `picks` must stay as long as the reader, which `cjson_free_line_reader` frees.
cjson_line_reader *cjson_new_line_reader(const cjson_pick *picks, size_t pick_count,
                                         size_t depth_limit);
void cjson_free_line_reader(cjson_line_reader *reader);

/// Reads a text of lines, each of them as `cjson_parse` reads a text; the last one need not be ended.
///
/// Gives an array with `pick_count` pieces for each of `count` lines, which the caller frees with `cjson_free`.
const char *cjson_read_lines(cjson_line_reader *reader, const uint8_t *bytes, size_t length,
                             cjson_piece **pieces, size_t *count);

void cjson_free(void *memory);

/// Pieces of which all is 0, to be freed with `cjson_free`; NULL where there is no memory.
cjson_piece *cjson_new_pieces(size_t count);

/// Picks out of the value at node `value`, into new pieces.
void cjson_pick_nodes(const uint8_t *bytes, const cjson_node *nodes, uint32_t value,
                      const cjson_pick *picks, cjson_piece *pieces);

/// Which pick inside the pick `self` is called so; -1 for none.
int32_t cjson_pick_named(const cjson_pick *picks, int32_t self, const uint8_t *name, size_t length,
                         bool is_escaped);

/// Looks up a member of the object at node `object`: gives the node of the value of the first one that is called so, and 0 where
/// there is none.
uint32_t cjson_find(const uint8_t *bytes, const cjson_node *nodes, uint32_t object,
                    const uint8_t *name, size_t length);

/// Writes the text that the inside of a JSON string means to `target`, and gives its length, at most `length`. Every escape
/// must have been checked. Half a surrogate pair becomes U+FFFD.
size_t cjson_unescape(uint8_t *target, const uint8_t *text, size_t length);

/// Whether the bytes are valid UTF-8, by the vector instructions that the machine has.
bool cjson_is_valid_utf8(const uint8_t *bytes, size_t length);

typedef uint8_t cjson_vector __attribute__((vector_size(16)));
typedef uint8_t cjson_half_vector __attribute__((vector_size(8)));

/// A flag in each of the 16 bytes at `bytes` that cannot stand in a JSON string: a quote, a backslash, a control character.
static inline cjson_vector cjson_escapes(cjson_vector v) {
  return (cjson_vector)((v < 0x20) | (v == '"') | (v == '\\'));
}

static inline bool cjson_is_any(cjson_vector flags) {
  uint64_t halves[2];
  __builtin_memcpy(halves, &flags, 16);
  return (halves[0] | halves[1]) != 0;
}

static inline bool cjson_has_escape(const uint8_t *bytes) {
  cjson_vector v;
  __builtin_memcpy(&v, bytes, 16);
  return cjson_is_any(cjson_escapes(v));
}

/// The first byte of eight that is flagged.
static inline size_t cjson_first_flag(uint64_t flags) {
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  return __builtin_ctzll(flags) / 8;
#else
  return __builtin_clzll(flags) / 8;
#endif
}

/// The first byte from `at` on that cannot stand in a JSON string, else `length`.
static inline size_t cjson_next_escape(const uint8_t *bytes, size_t at, size_t length) {
  while (length - at >= 16) {
    cjson_vector v;
    __builtin_memcpy(&v, bytes + at, 16);
    v = cjson_escapes(v);
    uint64_t halves[2];
    __builtin_memcpy(halves, &v, 16);
    if (halves[0]) return at + cjson_first_flag(halves[0]);
    if (halves[1]) return at + 8 + cjson_first_flag(halves[1]);
    at += 16;
  }
  // The last bytes, together with some before them that do not count.
  if (length - at < 16 && length >= 16 && !cjson_has_escape(bytes + length - 16)) return length;
  while (at < length && bytes[at] >= 0x20 && bytes[at] != '"' && bytes[at] != '\\') at++;
  return at;
}

/// Copies 16 bytes; gives the flags of those that cannot stand in a JSON string.
static inline cjson_vector cjson_copy_16(uint8_t *target, const uint8_t *bytes) {
  cjson_vector v;
  __builtin_memcpy(&v, bytes, 16);
  __builtin_memcpy(target, &v, 16);
  return cjson_escapes(v);
}

/// Copies 8 bytes; gives whether one of them cannot stand in a JSON string.
static inline bool cjson_copy_8(uint8_t *target, const uint8_t *bytes) {
  cjson_half_vector v;
  __builtin_memcpy(&v, bytes, 8);
  __builtin_memcpy(target, &v, 8);
  cjson_half_vector found = (cjson_half_vector)((v < 0x20) | (v == '"') | (v == '\\'));
  uint64_t flags;
  __builtin_memcpy(&flags, &found, 8);
  return flags != 0;
}

/// Copies all bytes; gives whether each of them can stand in a JSON string.
static inline bool cjson_copy_plain(uint8_t *target, const uint8_t *bytes, size_t length) {
  if (length >= 16) {
    // The last vector overlaps the one before it.
    cjson_vector found = cjson_copy_16(target + length - 16, bytes + length - 16);
    for (size_t at = 0; at + 16 < length; at += 16) {
      found |= cjson_copy_16(target + at, bytes + at);
    }
    return !cjson_is_any(found);
  }
  if (length >= 8) {
    bool last = cjson_copy_8(target + length - 8, bytes + length - 8);
    return !(cjson_copy_8(target, bytes) | last);
  }
  bool isPlain = true;
  for (size_t at = 0; at < length; at++) {
    target[at] = bytes[at];
    isPlain &= bytes[at] >= 0x20 && bytes[at] != '"' && bytes[at] != '\\';
  }
  return isPlain;
}

#ifdef __cplusplus
}
#endif
