// A TOML text by toml++, behind plain C: read once, then asked for as a flat list of entries.
//
// One thread at a time. Every `const char *` that is given out lives until ctoml_free. No call lets a
// C++ exception through.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ctoml_document ctoml_document;

typedef enum ctoml_kind {
  ctoml_table,    // a table that was opened with a header or by inline braces
  ctoml_array,    // an array; its items follow with the same path
  ctoml_string,
  ctoml_integer,
  ctoml_number,
  ctoml_boolean,
  ctoml_other,    // a date or a time
} ctoml_kind;

typedef struct ctoml_entry {
  ctoml_kind kind;
  // The path from the root; `depth` keys, `keys[depth - 1]` being the entry's own.
  const char *const *keys;
  int depth;
  bool is_item;  // whether the entry is an item of the array before it
  const char *string;
  int64_t integer;
  double number;
  bool boolean;
  // Where its key (an item: its value) stands; counted from 1.
  int line, column;
} ctoml_entry;

// Reads a text. Always gives a document, null only without memory; see ctoml_failure.
ctoml_document *ctoml_parse(const char *text, size_t length);
void ctoml_free(ctoml_document *document);

// Why the text is not TOML; null when it is. Place: counted from 1.
const char *ctoml_failure(const ctoml_document *document);
int ctoml_failure_line(const ctoml_document *document);
int ctoml_failure_column(const ctoml_document *document);

// Every table, array and value, tables before what they hold.
int ctoml_count(const ctoml_document *document);
ctoml_entry ctoml_at(const ctoml_document *document, int index);

#ifdef __cplusplus
}
#endif
