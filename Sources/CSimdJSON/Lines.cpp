#include "CSimdJSON.h"

#include <cstdlib>
#include <cstring>

#include <simdjson.h>

#include "Finder.hpp"
#include "Pieces.hpp"
#include "Shapes.hpp"
#include "Walk.hpp"

namespace {

/// Pieces of lines, row by row; freed unless they are taken.
class Rows {
 public:
  Rows(size_t pickCount, size_t length) : pickCount(pickCount) {
    // A guess; the shortest line has two bytes.
    reserve(length / 256 + 8);
  }

  ~Rows() { std::free(pieces); }

  /// Another row, in which all is 0; NULL where there is no memory.
  cjson_piece *add() {
    if (count == capacity && !reserve(capacity * 2 + 1)) return nullptr;
    count++;
    clearLast();
    return last();
  }

  cjson_piece *last() { return pieces + (count - 1) * pickCount; }

  void clearLast() { std::memset(last(), 0, pickCount * sizeof(cjson_piece)); }

  cjson_piece *take(size_t *total) {
    *total = count;
    cjson_piece *taken = pieces;
    pieces = nullptr;
    return taken;
  }

 private:
  bool reserve(size_t wanted) {
    auto grown = static_cast<cjson_piece *>(
        std::realloc(pieces, wanted * pickCount * sizeof(cjson_piece)));
    if (!grown) return false;
    pieces = grown;
    capacity = wanted;
    return true;
  }

  size_t pickCount;
  cjson_piece *pieces = nullptr;
  size_t count = 0, capacity = 0;
};

}  // namespace

struct cjson_line_reader {
  const size_t pickCount;

  cjson_line_reader(const cjson_pick *picks, size_t pickCount, size_t depthLimit)
      : pickCount(pickCount), keeper(picks, pickCount), depthLimit(depthLimit) {}

  const char *read(const uint8_t *bytes, size_t length, Rows &rows) {
    // A line that is like another one is not looked at by simdjson.
    if (!cjson_is_valid_utf8(bytes, length)) return "the text is not valid UTF-8";
    const uint8_t *line = bytes, *textEnd = bytes + length;
    while (line < textEnd) {
      cjson_piece *row = rows.add();
      if (!row) return "out of memory";
      const uint8_t *lineEnd = shapes.read(bytes, line, textEnd, row);
      if (!lineEnd) {
        rows.clearLast();
        auto found = static_cast<const uint8_t *>(std::memchr(line, '\n', textEnd - line));
        lineEnd = found ? found : textEnd;
        if (const char *problem = readUnknown(line, lineEnd - line, row, line - bytes)) return problem;
      }
      line = lineEnd + 1;
    }
    return nullptr;
  }

 private:
  Shapes shapes;
  Pieces keeper;
  size_t depthLimit;

  const char *readUnknown(const uint8_t *line, size_t length, cjson_piece *row, size_t start) {
    Finder &finder = Finder::own();
    if (const char *problem = finder.find(line, length, depthLimit)) return problem;
    keeper.beginLine(line, row);
    Walk<Pieces> walk(line, length, finder.found(), depthLimit, keeper);
    if (!walk.document()) return walk.problem;
    shapes.learn(line, length, keeper.events());
    for (size_t pick = 0; pick < pickCount; pick++) {
      if (row[pick].end == 0) continue;
      row[pick].start += static_cast<uint32_t>(start);
      row[pick].end += static_cast<uint32_t>(start);
    }
    return nullptr;
  }
};

cjson_line_reader *cjson_new_line_reader(const cjson_pick *picks, size_t pick_count,
                                         size_t depth_limit) {
  return new cjson_line_reader(picks, pick_count, depth_limit);
}

void cjson_free_line_reader(cjson_line_reader *reader) { delete reader; }

const char *cjson_read_lines(cjson_line_reader *reader, const uint8_t *bytes, size_t length,
                             cjson_piece **pieces, size_t *count) {
  *pieces = nullptr;
  *count = 0;
  if (length >= simdjson::SIMDJSON_MAXSIZE_BYTES) return "the text is longer than 4 GiB";
  Rows rows(reader->pickCount, length);
  const char *problem = reader->read(bytes, length, rows);
  if (!problem) *pieces = rows.take(count);
  Finder::own().forgetMuch();
  return problem;
}
