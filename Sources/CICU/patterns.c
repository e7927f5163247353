#include "text.h"

#include <unicode/udat.h>
#include <unicode/udatpg.h>

int32_t cicu_pattern(const char *locale, char which, char *out, int32_t capacity) {
  UErrorCode code = U_ZERO_ERROR;
  UDateFormatStyle date = which == 't' || which == 'm' ? UDAT_NONE : UDAT_SHORT;
  UDateFormatStyle time = which == 'd'                   ? UDAT_NONE
                          : which == 'm' || which == 'i' ? UDAT_MEDIUM
                                                         : UDAT_SHORT;
  UDateFormat *format = udat_open(time, date, locale, kUTC, -1, NULL, 0, &code);
  if (U_FAILURE(code)) return -1;
  UChar text[kUnits];
  int32_t length = udat_toPattern(format, false, text, kUnits, &code);
  udat_close(format);
  return U_FAILURE(code) ? -1 : utf8(text, length, out, capacity);
}

int32_t cicu_best_pattern(const char *locale, const char *skeleton, char *out, int32_t capacity) {
  UErrorCode code = U_ZERO_ERROR;
  UChar asked[64], text[kUnits];
  if (!utf16(skeleton, asked, 64)) return -1;
  UDateTimePatternGenerator *generator = udatpg_open(locale, &code);
  if (U_FAILURE(code)) return -1;
  int32_t length = udatpg_getBestPattern(generator, asked, -1, text, kUnits, &code);
  udatpg_close(generator);
  return U_FAILURE(code) ? -1 : utf8(text, length, out, capacity);
}

/// Adds a line to `out`, which holds `total` bytes; -1 when it does not fit.
static int32_t addLine(const UChar *text, int32_t length, char *out, int32_t total, int32_t capacity) {
  if (total < 0 || total + 2 >= capacity) return -1;
  int32_t count = utf8(text, length, out + total, capacity - total - 1);
  if (count < 0) return -1;
  out[total + count] = '\n';
  out[total + count + 1] = 0;
  return total + count + 1;
}

int32_t cicu_header_patterns(const char *locale, char *out, int32_t capacity) {
  static const UDateFormatStyle styles[4][2] = {
      {UDAT_NONE, UDAT_SHORT}, {UDAT_SHORT, UDAT_NONE}, {UDAT_MEDIUM, UDAT_NONE}, {UDAT_SHORT, UDAT_SHORT}};
  static const char *const skeletons[4] = {"Hm", "Hms", "hm", "hms"};
  int32_t total = 0;
  UChar text[kUnits];
  for (int32_t i = 0; i < 4; i++) {
    UErrorCode code = U_ZERO_ERROR;
    UDateFormat *format = udat_open(styles[i][0], styles[i][1], locale, kUTC, -1, NULL, 0, &code);
    if (U_FAILURE(code)) return -1;
    int32_t length = udat_toPattern(format, false, text, kUnits, &code);
    udat_close(format);
    if (U_FAILURE(code)) return -1;
    total = addLine(text, length, out, total, capacity);
  }
  UErrorCode code = U_ZERO_ERROR;
  UDateTimePatternGenerator *generator = udatpg_open(locale, &code);
  if (U_FAILURE(code)) return -1;
  for (int32_t i = 0; i < 4; i++) {
    UChar skeleton[8];
    utf16(skeletons[i], skeleton, 8);
    int32_t length = udatpg_getBestPattern(generator, skeleton, -1, text, kUnits, &code);
    total = U_FAILURE(code) ? -1 : addLine(text, length, out, total, capacity);
  }
  udatpg_close(generator);
  return total;
}

static UDateFormat *formatter(const char *locale, const char *pattern) {
  UErrorCode code = U_ZERO_ERROR;
  UChar text[kUnits];
  if (!utf16(pattern, text, kUnits)) return NULL;
  UDateFormat *format = udat_open(UDAT_PATTERN, UDAT_PATTERN, locale, kUTC, -1, text, -1, &code);
  return U_FAILURE(code) ? NULL : format;
}

/// Adds to `out`, which holds `total` bytes, every one of `times` by the format's pattern, a line each; -1 when they do
/// not fit.
static int32_t addTimes(
    UDateFormat *format, const double *times, int32_t count, char *out, int32_t total, int32_t capacity) {
  for (int32_t i = 0; i < count && total >= 0; i++) {
    UErrorCode code = U_ZERO_ERROR;
    UChar text[kUnits];
    int32_t length = udat_format(format, times[i], text, kUnits, NULL, &code);
    total = U_FAILURE(code) || length >= kUnits ? -1 : addLine(text, length, out, total, capacity);
  }
  return total;
}

int32_t cicu_format_times(
    const char *locale, const char *patterns, const double *times, int32_t count, char *out,
    int32_t capacity) {
  UDateFormat *format = formatter(locale, "H");
  if (format == NULL) return -1;
  int32_t total = 0;
  for (const char *next = patterns; *next != 0 && total >= 0;) {
    const char *stop = strchr(next, '\n');
    size_t length = stop == NULL ? strlen(next) : (size_t)(stop - next);
    char pattern[256];
    UChar wide[256];
    if (length >= sizeof pattern) {
      total = -1;
      break;
    }
    memcpy(pattern, next, length);
    pattern[length] = 0;
    next += length + (stop == NULL ? 0 : 1);
    if (!utf16(pattern, wide, 256)) {
      total = -1;
      break;
    }
    udat_applyPattern(format, false, wide, -1);
    total = addTimes(format, times, count, out, total, capacity);
  }
  udat_close(format);
  return total;
}
