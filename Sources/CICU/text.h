#pragma once

#include "CICU.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/uenum.h>
#include <unicode/ustring.h>

// What the files of this module share; nothing of it leaves the module.

enum { kUnits = 4096 };

static const UChar kUTC[] = {'U', 'T', 'C', 0};

static inline int32_t utf8(const UChar *text, int32_t length, char *out, int32_t capacity) {
  UErrorCode code = U_ZERO_ERROR;
  int32_t count = 0;
  u_strToUTF8(out, capacity, &count, text, length, &code);
  return U_FAILURE(code) || count >= capacity ? -1 : count;
}

static inline bool utf16(const char *text, UChar *out, int32_t capacity) {
  UErrorCode code = U_ZERO_ERROR;
  int32_t count = 0;
  u_strFromUTF8(out, capacity, &count, text, -1, &code);
  return U_SUCCESS(code) && count < capacity;
}

static inline int32_t copied(const char *text, char *out, int32_t capacity) {
  if (text == NULL) return -1;
  size_t length = strlen(text);
  if (length >= (size_t)capacity) return -1;
  memcpy(out, text, length + 1);
  return (int32_t)length;
}

static inline int32_t checked(int32_t length, int32_t capacity, UErrorCode code) {
  return U_FAILURE(code) || length >= capacity ? -1 : length;
}

/// Joins what `names` gives by newlines and closes it.
static inline char *joined(UEnumeration *names) {
  UErrorCode code = U_ZERO_ERROR;
  size_t room = 1 << 15, used = 0;
  char *all = malloc(room);
  int32_t length = 0;
  const char *name;
  while (all != NULL && (name = uenum_next(names, &length, &code)) != NULL && U_SUCCESS(code)) {
    if (used + (size_t)length + 2 > room) {
      room *= 2;
      char *more = realloc(all, room);
      if (more == NULL) free(all);
      all = more;
    }
    if (all == NULL) break;
    memcpy(all + used, name, (size_t)length);
    used += (size_t)length;
    all[used++] = '\n';
  }
  if (all != NULL) all[used] = 0;
  uenum_close(names);
  return all;
}
