#include "Finder.hpp"

namespace {

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

Finder &Finder::own() {
  static thread_local Finder finder;
  return finder;
}

const char *Finder::find(const uint8_t *bytes, size_t length, size_t depthLimit) {
  if (length == 0) return describe(simdjson::EMPTY);
  if (length >= simdjson::SIMDJSON_MAXSIZE_BYTES) return describe(simdjson::CAPACITY);
  auto code = stage1(bytes, length, depthLimit);
  return code == simdjson::SUCCESS ? nullptr : describe(code);
}

simdjson::error_code Finder::stage1(const uint8_t *bytes, size_t length, size_t depthLimit) {
  if (length > capacity) {
    capacity = 0;
    size_t wanted = length > smallest ? length : smallest;
    auto code = simdjson::get_active_implementation()->create_dom_parser_implementation(
        wanted, depthLimit, parser);
    if (code != simdjson::SUCCESS) return code;
    capacity = wanted;
  }
  return parser->stage1(bytes, length, simdjson::stage1_mode::regular);
}

void Finder::forgetMuch() {
  if (capacity <= largest) return;
  parser.reset();
  capacity = 0;
}
