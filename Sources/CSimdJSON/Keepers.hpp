#pragma once

#include "CSimdJSON.h"

#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>

// What a `Walk` tells of goes to one of these.

namespace {

/// Keeps every value and every name as a node.
class Nodes {
 public:
  /// Nodes stand where their values do.
  struct Place {};

  /// Every node has a token of its own.
  explicit Nodes(size_t tokenCount)
      : nodes(static_cast<cjson_node *>(std::malloc((tokenCount + 1) * sizeof(cjson_node)))) {}

  ~Nodes() { std::free(nodes); }

  bool isReady() const { return nodes; }
  Place top() const { return {}; }
  bool beginLine() const { return true; }

  void leaf(cjson_kind kind, uint32_t start, uint32_t end, Place) {
    nodes[count] = {start, end, static_cast<uint32_t>(count + 1), kind};
    count++;
  }

  size_t begin(cjson_kind kind, uint32_t start, Place place) {
    leaf(kind, start, 0, place);
    return count - 1;
  }

  Place item(size_t) const { return {}; }

  Place name(cjson_kind kind, uint32_t start, uint32_t end, size_t) {
    leaf(kind, start, end, {});
    return {};
  }

  void finish(size_t self, uint32_t end) {
    nodes[self].end = end;
    nodes[self].next = static_cast<uint32_t>(count);
  }

  cjson_node *take(size_t *total) {
    *total = count;
    cjson_node *taken = nodes;
    nodes = nullptr;
    return taken;
  }

 private:
  cjson_node *nodes;
  size_t count = 0;
};

/// Keeps only the values that were asked for.
class Pieces {
 public:
  /// The pick that a value belongs to; -1 for none.
  using Place = int;

  Pieces(const uint8_t *bytes, const cjson_pick *picks, size_t pickCount, size_t length)
      : bytes(bytes), picks(picks), pickCount(pickCount), next(new (std::nothrow) Place[pickCount]) {
    // A guess; the shortest line has two bytes.
    reserve(length / 256 + 8);
  }

  ~Pieces() { std::free(pieces); }

  bool isReady() const { return pieces && next; }
  Place top() const { return 0; }

  bool beginLine() {
    if (rows == capacity && !reserve(capacity * 2)) return false;
    row = pieces + rows * pickCount;
    std::memset(row, 0, pickCount * sizeof(cjson_piece));
    rows++;
    return true;
  }

  void leaf(cjson_kind kind, uint32_t start, uint32_t end, Place place) {
    if (place >= 0) row[place] = {start, end, 0, kind};
  }

  Place begin(cjson_kind kind, uint32_t start, Place place) {
    leaf(kind, start, 0, place);
    if (place >= 0) next[place] = picks[place].child;
    return place;
  }

  Place item(Place) const { return -1; }

  Place name(cjson_kind kind, uint32_t start, uint32_t end, Place self) {
    if (self < 0 || picks[self].child < 0) return -1;
    const uint8_t *name = bytes + start + 1;
    size_t length = end - start - 2;
    Place found = kind == CJSON_ESCAPED_STRING ? cjson_pick_named(picks, self, name, length, true)
                                               : named(name, length, self);
    // Of equal names the first counts.
    return found >= 0 && row[found].end == 0 ? found : -1;
  }

  void finish(Place self, uint32_t end) {
    if (self >= 0) row[self].end = end;
  }

  cjson_piece *take(size_t *total) {
    *total = rows;
    cjson_piece *taken = pieces;
    pieces = nullptr;
    return taken;
  }

 private:
  /// Looks first at what stands behind the pick that was found last: objects of one sort mostly have their members in one order.
  Place named(const uint8_t *name, size_t length, Place self) {
    Place first = next[self], at = first;
    do {
      Place beside = picks[at].sibling >= 0 ? picks[at].sibling : picks[self].child;
      if (picks[at].length == length && isEqual(picks[at].name, name, length)) {
        next[self] = beside;
        return at;
      }
      at = beside;
    } while (at != first);
    return -1;
  }

  /// For short texts.
  static bool isEqual(const uint8_t *one, const uint8_t *other, size_t length) {
    for (; length >= 8; one += 8, other += 8, length -= 8) {
      uint64_t a, b;
      std::memcpy(&a, one, 8);
      std::memcpy(&b, other, 8);
      if (a != b) return false;
    }
    while (length > 0 && *one == *other) one++, other++, length--;
    return length == 0;
  }

  bool reserve(size_t wanted) {
    auto grown = static_cast<cjson_piece *>(
        std::realloc(pieces, wanted * pickCount * sizeof(cjson_piece)));
    if (!grown) return false;
    pieces = grown;
    capacity = wanted;
    return true;
  }

  const uint8_t *bytes;
  const cjson_pick *picks;
  size_t pickCount;
  /// For each pick, the one inside it that is looked at first.
  std::unique_ptr<Place[]> next;
  cjson_piece *pieces = nullptr;
  cjson_piece *row = nullptr;
  size_t rows = 0, capacity = 0;
};

}  // namespace
