#pragma once

#include "CSimdJSON.h"

#include <cstring>
#include <vector>

namespace {

/// Keeps those values of a line that were asked for, and notes what it was made of.
class Pieces {
 public:
  /// The pick that a value belongs to; -1 for none.
  using Place = int32_t;

  /// A value without others inside, or the beginning or end of a container that is picked; in the order of the text.
  struct Event {
    enum Sort : uint8_t { leaf, begin, finish };
    uint32_t start;
    /// After the last byte of a leaf.
    uint32_t end;
    Place pick;
    Sort sort;
    cjson_kind kind;
  };

  Pieces(const cjson_pick *picks, size_t pickCount) : picks(picks), next(pickCount) {}

  /// Fills `row`, in which all is 0, with what is picked out of the line at `bytes`.
  void beginLine(const uint8_t *line, cjson_piece *pieces) {
    bytes = line;
    row = pieces;
    noted.clear();
    isNoting = true;
  }

  /// Nothing for a line of very many values.
  const std::vector<Event> &events() const { return noted; }

  Place top() const { return 0; }

  void leaf(cjson_kind kind, uint32_t start, uint32_t end, Place place) {
    if (place >= 0) row[place] = {start, end, 0, static_cast<uint8_t>(kind)};
    note({start, end, place, Event::leaf, kind});
  }

  Place begin(cjson_kind kind, uint32_t start, Place place) {
    if (place >= 0) {
      row[place] = {start, 0, 0, static_cast<uint8_t>(kind)};
      next[place] = picks[place].child;
      note({start, start, place, Event::begin, kind});
    }
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
    if (self < 0) return;
    row[self].end = end;
    note({end, end, self, Event::finish, CJSON_NULL});
  }

 private:
  static constexpr size_t mostEvents = 512;

  void note(Event event) {
    if (!isNoting) return;
    if (noted.size() == mostEvents) {
      isNoting = false;
      noted.clear();
    } else {
      noted.push_back(event);
    }
  }

  /// Looks first at what stands behind the pick that was found last: objects of one sort mostly have their members in one order.
  Place named(const uint8_t *name, size_t length, Place self) {
    Place first = next[self], at = first;
    do {
      Place beside = picks[at].sibling >= 0 ? picks[at].sibling : picks[self].child;
      if (picks[at].length == length && std::memcmp(picks[at].name, name, length) == 0) {
        next[self] = beside;
        return at;
      }
      at = beside;
    } while (at != first);
    return -1;
  }

  const uint8_t *bytes = nullptr;
  cjson_piece *row = nullptr;
  const cjson_pick *picks;
  /// For each pick, the one inside it that is looked at first.
  std::vector<Place> next;
  std::vector<Event> noted;
  bool isNoting = true;
};

}  // namespace
