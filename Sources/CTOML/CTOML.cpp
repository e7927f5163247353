#include "CTOML.h"

#include <stdexcept>

// toml++ 3.3.0 takes some wrong texts, such as `[=]`, for a mistake of its own: it ends the process, or with NDEBUG has the
// compiler assume that they cannot be. Here it throws.
[[noreturn]] static void ctoml_misplaced() { throw std::logic_error("a sign is out of place in this line"); }
#undef NDEBUG
#define TOML_ASSERT(expr) (static_cast<bool>(expr) ? static_cast<void>(0) : ctoml_misplaced())
#define TOML_EXCEPTIONS 1
#include <toml++/toml.h>

#include <list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct ctoml_document {
  std::list<std::string> texts;
  std::list<std::vector<const char *>> paths;
  std::vector<ctoml_entry> entries;
  std::string failure;
  bool has_failed = false;
  int line = 0, column = 0;
};

namespace {

const char *kept(ctoml_document &document, std::string_view text) {
  document.texts.emplace_back(text);
  return document.texts.back().c_str();
}

ctoml_entry entry(const toml::node &node, const std::vector<const char *> &path) {
  ctoml_entry entry{};
  entry.keys = path.data();
  entry.depth = static_cast<int>(path.size());
  entry.line = static_cast<int>(node.source().begin.line);
  entry.column = static_cast<int>(node.source().begin.column);
  return entry;
}

void add(ctoml_document &document, const toml::node &node, const std::vector<const char *> &path,
         const toml::source_position *place, bool is_item);

void add_table(ctoml_document &document, const toml::table &table,
               const std::vector<const char *> &path) {
  for (auto &&[key, value] : table) {
    std::vector<const char *> longer = path;
    longer.push_back(kept(document, key.str()));
    document.paths.push_back(std::move(longer));
    const toml::source_position place = key.source().begin;
    add(document, value, document.paths.back(), &place, false);
  }
}

void add(ctoml_document &document, const toml::node &node, const std::vector<const char *> &path,
         const toml::source_position *place, bool is_item) {
  ctoml_entry made = entry(node, path);
  made.is_item = is_item;
  if (place != nullptr && place->line > 0) {
    made.line = static_cast<int>(place->line);
    made.column = static_cast<int>(place->column);
  }
  if (const auto *table = node.as_table()) {
    made.kind = ctoml_table;
    document.entries.push_back(made);
    // Tables inside an array have no path of their own that could be asked for.
    if (!is_item) add_table(document, *table, path);
    return;
  }
  if (const auto *array = node.as_array()) {
    made.kind = ctoml_array;
    document.entries.push_back(made);
    if (!is_item)
      for (const toml::node &item : *array) add(document, item, path, nullptr, true);
    return;
  }
  if (const auto *string = node.as_string()) {
    made.kind = ctoml_string;
    made.string = kept(document, string->get());
  } else if (const auto *integer = node.as_integer()) {
    made.kind = ctoml_integer;
    made.integer = integer->get();
  } else if (const auto *number = node.as_floating_point()) {
    made.kind = ctoml_number;
    made.number = number->get();
  } else if (const auto *boolean = node.as_boolean()) {
    made.kind = ctoml_boolean;
    made.boolean = boolean->get();
  } else {
    made.kind = ctoml_other;
  }
  document.entries.push_back(made);
}

void fail(ctoml_document &document, std::string_view why, int line, int column) {
  document.entries.clear();
  document.has_failed = true;
  document.failure = std::string(why);
  document.line = line;
  document.column = column;
}

// The line at which the text begins to be one that toml++ fails on; it does not say itself.
int misplaced_line(std::string_view text) {
  int line = 1;
  for (size_t end = text.find('\n'); end != text.npos && line < 2000; end = text.find('\n', end + 1), line++) {
    try {
      (void)toml::parse(text.substr(0, end));
    } catch (const std::logic_error &) {
      return line;
    } catch (const std::exception &) {
      // Cut off in the middle of something: the lines after it belong to it.
    }
  }
  return line;
}

}  // namespace

extern "C" {

ctoml_document *ctoml_parse(const char *text, size_t length) {
  std::unique_ptr<ctoml_document> document;
  try {
    document = std::make_unique<ctoml_document>();
    const toml::table table = toml::parse(std::string_view(text, length));
    add_table(*document, table, {});
  } catch (const toml::parse_error &error) {
    fail(*document, error.description(), static_cast<int>(error.source().begin.line),
         static_cast<int>(error.source().begin.column));
  } catch (const std::logic_error &error) {
    if (document) fail(*document, error.what(), misplaced_line({text, length}), 1);
  } catch (const std::exception &error) {
    if (document) fail(*document, error.what(), 1, 1);
  } catch (...) {
    if (document) fail(*document, "the text could not be read", 1, 1);
  }
  return document.release();
}

void ctoml_free(ctoml_document *document) { delete document; }

const char *ctoml_failure(const ctoml_document *document) {
  return document->has_failed ? document->failure.c_str() : nullptr;
}
int ctoml_failure_line(const ctoml_document *document) { return document->line; }
int ctoml_failure_column(const ctoml_document *document) { return document->column; }

int ctoml_count(const ctoml_document *document) {
  return static_cast<int>(document->entries.size());
}

ctoml_entry ctoml_at(const ctoml_document *document, int index) {
  if (index < 0 || index >= ctoml_count(document)) return ctoml_entry{};
  return document->entries[static_cast<size_t>(index)];
}

}  // extern "C"
