#pragma once

#include "CSimdJSON.h"

#include <cstring>
#include <vector>

#include "Grammar.hpp"
#include "Pieces.hpp"

namespace {

/// A simple value at `at`: its end, or NULL where none is. UTF-8 is not looked at.
const uint8_t *simpleValueEnd(const uint8_t *at, const uint8_t *textEnd, cjson_kind &kind) {
  auto isWord = [&](const char *word, size_t size) {
    return static_cast<size_t>(textEnd - at) >= size && !std::memcmp(at, word, size);
  };
  if (at == textEnd) return nullptr;
  switch (*at) {
    case '"': {
      const uint8_t *inside = at + 1;
      size_t length = textEnd - inside, end = cjson_next_escape(inside, 0, length);
      kind = CJSON_PLAIN_STRING;
      while (end < length && inside[end] == '\\') {
        kind = CJSON_ESCAPED_STRING;
        if (length - end < 2) return nullptr;
        end = cjson_next_escape(inside, end + 2, length);
      }
      if (end == length || inside[end] != '"') return nullptr;
      if (kind == CJSON_ESCAPED_STRING && !areEscapes(inside, inside + end)) return nullptr;
      return inside + end + 1;
    }
    case 't':
      kind = CJSON_TRUE;
      return isWord("true", 4) ? at + 4 : nullptr;
    case 'f':
      kind = CJSON_FALSE;
      return isWord("false", 5) ? at + 5 : nullptr;
    case 'n':
      kind = CJSON_NULL;
      return isWord("null", 4) ? at + 4 : nullptr;
    default:
      break;
  }
  const uint8_t *end = at;
  while (end < textEnd && (isDigit(*end) || std::memchr("+-.eE", *end, 5))) end++;
  kind = CJSON_NUMBER;
  return isNumber(at, end) ? end : nullptr;
}

/// What lines had between their simple values: brackets, names, colons, commas, spaces.
///
/// A line that has the same there as an earlier one, and a simple value wherever that had one, is of the same grammar. The
/// shapes are a tree, since most lines of a file begin alike. Memory: at most some 64 KiB.
class Shapes {
 public:
  Shapes() { forget(); }

  /// Fills `row`, in which all is 0, with what is picked out of the line at `at`; pieces count from `bytes` on. Gives the end of the
  /// line, or NULL where its shape is not known: then what stands in `row` is of no use.
  const uint8_t *read(const uint8_t *bytes, const uint8_t *at, const uint8_t *textEnd,
                      cjson_piece *row) const {
    int32_t child = nodes[0].child;
    while (child >= 0) {
      const Node &node = nodes[child];
      const uint8_t *value = at + node.length;
      cjson_kind kind;
      const uint8_t *end;
      if (!isNext(node, at, textEnd)) {
        child = node.sibling;
      } else if (node.isLast) {
        if (value == textEnd || *value == '\n') {
          mark(node, at - bytes, row);
          return value;
        }
        child = node.sibling;
      } else if ((end = simpleValueEnd(value, textEnd, kind))) {
        mark(node, at - bytes, row);
        if (node.pick >= 0) row[node.pick] = piece(value - bytes, end - bytes, kind);
        at = end;
        child = node.child;
      } else {
        child = node.sibling;
      }
    }
    return nullptr;
  }

  /// Learns the shape of a line that was found to hold one value.
  void learn(const uint8_t *line, size_t length, const std::vector<Pieces::Event> &events) {
    if (events.empty() || length > longest) return;
    if (nodes.size() + events.size() > mostNodes || texts.size() + length > mostText) forget();
    int32_t at = 0;
    uint32_t start = 0;
    std::vector<Mark> between;
    for (const Pieces::Event &event : events) {
      if (event.sort == Pieces::Event::leaf) {
        at = child(at, line + start, event.start - start, event.pick, false, between);
        if (at < 0) return;
        start = event.end;
        between.clear();
      } else {
        between.push_back({event.start - start, event.pick, event.sort, event.kind});
      }
    }
    child(at, line + start, length - start, -1, true, between);
  }

 private:
  static constexpr size_t mostNodes = 2048, mostText = 32 << 10, longest = 16 << 10;
  /// More would take longer to look through than the line to read.
  static constexpr int mostSiblings = 16;

  /// Where in the text of a node a container begins or ends.
  struct Mark {
    uint32_t offset;
    int32_t pick;
    Pieces::Event::Sort sort;
    cjson_kind kind;
  };

  /// What stands before a simple value, or at the end of a line.
  struct Node {
    uint32_t text, length;
    /// The first of those that may follow, and the next one that may stand in its place; -1 for none.
    int32_t child, sibling;
    /// Of the value behind.
    int32_t pick;
    uint32_t firstMark, markCount;
    bool isLast;
  };

  std::vector<Node> nodes;
  std::vector<uint8_t> texts;
  std::vector<Mark> marks;

  void forget() {
    nodes.assign(1, {0, 0, -1, -1, -1, 0, 0, false});
    // Texts are compared by eight bytes.
    texts.assign(8, 0);
    marks.clear();
  }

  static cjson_piece piece(size_t start, size_t end, cjson_kind kind) {
    return {static_cast<uint32_t>(start), static_cast<uint32_t>(end), 0, static_cast<uint8_t>(kind)};
  }

  static uint64_t eight(const uint8_t *at) {
    uint64_t word;
    std::memcpy(&word, at, 8);
    return word;
  }

  bool isNext(const Node &node, const uint8_t *at, const uint8_t *textEnd) const {
    const uint8_t *text = texts.data() + node.text;
    size_t length = node.length, place = 0;
    if (static_cast<size_t>(textEnd - at) < length) return false;
    if (length < 8) {
      while (place < length && text[place] == at[place]) place++;
      return place == length;
    }
    for (; length - place > 8; place += 8) {
      if (eight(text + place) != eight(at + place)) return false;
    }
    return eight(text + length - 8) == eight(at + length - 8);
  }

  void mark(const Node &node, size_t start, cjson_piece *row) const {
    for (uint32_t at = node.firstMark; at < node.firstMark + node.markCount; at++) {
      const Mark &mark = marks[at];
      if (mark.sort == Pieces::Event::begin) {
        row[mark.pick] = piece(start + mark.offset, 0, mark.kind);
      } else {
        row[mark.pick].end = static_cast<uint32_t>(start + mark.offset);
      }
    }
  }

  /// The node behind `parent` with this text, made where there is none; -1 where too many are there.
  int32_t child(int32_t parent, const uint8_t *text, size_t length, int32_t pick, bool isLast,
                const std::vector<Mark> &between) {
    int count = 0;
    for (int32_t at = nodes[parent].child; at >= 0; at = nodes[at].sibling, count++) {
      const Node &node = nodes[at];
      if (node.length == length && node.isLast == isLast &&
          !std::memcmp(texts.data() + node.text, text, length)) {
        return at;
      }
    }
    if (count == mostSiblings) return -1;
    auto made = static_cast<int32_t>(nodes.size());
    nodes.push_back({static_cast<uint32_t>(texts.size()), static_cast<uint32_t>(length), -1,
                     nodes[parent].child, pick, static_cast<uint32_t>(marks.size()),
                     static_cast<uint32_t>(between.size()), isLast});
    // What was seen last is looked at first.
    nodes[parent].child = made;
    texts.insert(texts.end(), text, text + length);
    marks.insert(marks.end(), between.begin(), between.end());
    return made;
  }
};

}  // namespace
