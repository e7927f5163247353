#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

// Simple values, as RFC 8259 writes them.

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

}  // namespace
