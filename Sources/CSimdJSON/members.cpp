#include "CSimdJSON.h"

#include <cstdlib>
#include <cstring>
#include <memory>

namespace {

/// The four hexadecimal digits of the `\u` escape at `at`.
uint32_t codeUnit(const uint8_t *at) {
  uint32_t unit = 0;
  for (int digit = 2; digit < 6; digit++) {
    uint32_t value = at[digit] <= '9' ? at[digit] & 0xF : (at[digit] & 0xF) + 9;
    unit = unit << 4 | value;
  }
  return unit;
}

uint8_t *append(uint8_t *target, uint32_t scalar) {
  if (scalar < 0x80) {
    *target++ = static_cast<uint8_t>(scalar);
    return target;
  }
  if (scalar < 0x800) {
    *target++ = static_cast<uint8_t>(0xC0 | scalar >> 6);
  } else {
    if (scalar < 0x10000) {
      *target++ = static_cast<uint8_t>(0xE0 | scalar >> 12);
    } else {
      *target++ = static_cast<uint8_t>(0xF0 | scalar >> 18);
      *target++ = static_cast<uint8_t>(0x80 | (scalar >> 12 & 0x3F));
    }
    *target++ = static_cast<uint8_t>(0x80 | (scalar >> 6 & 0x3F));
  }
  *target++ = static_cast<uint8_t>(0x80 | (scalar & 0x3F));
  return target;
}

/// The scalar of the escape at `at`, which is moved behind it.
uint32_t scalar(const uint8_t *&at, const uint8_t *end) {
  uint8_t letter = at[1];
  if (letter != 'u') {
    at += 2;
    switch (letter) {
      case 'b':
        return '\b';
      case 'f':
        return '\f';
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 't':
        return '\t';
      default:
        return letter;
    }
  }
  uint32_t first = codeUnit(at);
  at += 6;
  if (first < 0xD800 || first > 0xDFFF) return first;
  if (first > 0xDBFF || end - at < 6 || at[0] != '\\' || at[1] != 'u') return 0xFFFD;
  uint32_t second = codeUnit(at);
  if (second < 0xDC00 || second > 0xDFFF) return 0xFFFD;
  at += 6;
  return 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
}

}  // namespace

size_t cjson_unescape(uint8_t *target, const uint8_t *text, size_t length) {
  const uint8_t *at = text, *end = text + length;
  uint8_t *out = target;
  while (at < end) {
    auto found = static_cast<const uint8_t *>(std::memchr(at, '\\', end - at));
    size_t run = (found ? found : end) - at;
    std::memcpy(out, at, run);
    out += run;
    at += run;
    if (at < end) out = append(out, scalar(at, end));
  }
  return out - target;
}

int32_t cjson_pick_named(const cjson_pick *picks, int32_t self, const uint8_t *name, size_t length,
                         bool is_escaped) {
  std::unique_ptr<uint8_t[]> meant;
  if (is_escaped) {
    meant = std::make_unique<uint8_t[]>(length);
    length = cjson_unescape(meant.get(), name, length);
    name = meant.get();
  }
  int32_t at = picks[self].child;
  while (at >= 0 && (picks[at].length != length || std::memcmp(picks[at].name, name, length))) {
    at = picks[at].sibling;
  }
  return at;
}

namespace {

void pick(const uint8_t *bytes, const cjson_node *nodes, uint32_t value, const cjson_pick *picks,
          int32_t self, cjson_piece *pieces) {
  pieces[self] = {nodes[value].start, nodes[value].end, value, nodes[value].kind};
  if (nodes[value].kind != CJSON_OBJECT || picks[self].child < 0) return;
  uint32_t end = nodes[value].next;
  for (uint32_t at = value + 1; at < end; at = nodes[at + 1].next) {
    int32_t found = cjson_pick_named(picks, self, bytes + nodes[at].start + 1,
                                     nodes[at].end - nodes[at].start - 2,
                                     nodes[at].kind == CJSON_ESCAPED_STRING);
    // Of equal names the first counts.
    if (found >= 0 && pieces[found].end == 0) pick(bytes, nodes, at + 1, picks, found, pieces);
  }
}

}  // namespace

cjson_piece *cjson_new_pieces(size_t count) {
  return static_cast<cjson_piece *>(std::calloc(count, sizeof(cjson_piece)));
}

void cjson_pick_nodes(const uint8_t *bytes, const cjson_node *nodes, uint32_t value,
                      const cjson_pick *picks, cjson_piece *pieces) {
  pick(bytes, nodes, value, picks, 0, pieces);
}

uint32_t cjson_find(const uint8_t *bytes, const cjson_node *nodes, uint32_t object,
                    const uint8_t *name, size_t length) {
  const cjson_pick picks[] = {{nullptr, 0, 1, -1}, {name, static_cast<uint32_t>(length), -1, -1}};
  uint32_t end = nodes[object].next;
  for (uint32_t at = object + 1; at < end; at = nodes[at + 1].next) {
    size_t own = nodes[at].end - nodes[at].start - 2;
    bool isEscaped = nodes[at].kind == CJSON_ESCAPED_STRING;
    if (own != length && !isEscaped) continue;
    if (cjson_pick_named(picks, 0, bytes + nodes[at].start + 1, own, isEscaped) == 1) return at + 1;
  }
  return 0;
}
