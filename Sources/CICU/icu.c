#include "CICU.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ucal.h>
#include <unicode/uchar.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/uenum.h>
#include <unicode/uloc.h>
#include <unicode/unumsys.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>
#include <unicode/uversion.h>

enum { kUnits = 4096 };

static const UChar kUTC[] = {'U', 'T', 'C', 0};

static int32_t utf8(const UChar *text, int32_t length, char *out, int32_t capacity) {
  UErrorCode code = U_ZERO_ERROR;
  int32_t count = 0;
  u_strToUTF8(out, capacity, &count, text, length, &code);
  return U_FAILURE(code) || count >= capacity ? -1 : count;
}

static bool utf16(const char *text, UChar *out, int32_t capacity) {
  UErrorCode code = U_ZERO_ERROR;
  int32_t count = 0;
  u_strFromUTF8(out, capacity, &count, text, -1, &code);
  return U_SUCCESS(code) && count < capacity;
}

static int32_t copied(const char *text, char *out, int32_t capacity) {
  if (text == NULL) return -1;
  size_t length = strlen(text);
  if (length >= (size_t)capacity) return -1;
  memcpy(out, text, length + 1);
  return (int32_t)length;
}

static int32_t checked(int32_t length, int32_t capacity, UErrorCode code) {
  return U_FAILURE(code) || length >= capacity ? -1 : length;
}

int32_t cicu_version(char *out, int32_t capacity) {
  UVersionInfo version;
  char text[U_MAX_VERSION_STRING_LENGTH];
  u_getVersion(version);
  u_versionToString(version, text);
  return copied(text, out, capacity);
}

// Locales.

int32_t cicu_locale_count(void) { return uloc_countAvailable(); }

const char *cicu_locale_name(int32_t index) { return uloc_getAvailable(index); }

int32_t cicu_locale_from_tag(const char *tag, char *out, int32_t capacity) {
  UErrorCode code = U_ZERO_ERROR;
  int32_t parsed = 0;
  int32_t length = uloc_forLanguageTag(tag, out, capacity, &parsed, &code);
  if (parsed != (int32_t)strlen(tag)) return -1;
  return checked(length, capacity, code);
}

int32_t cicu_tag_from_locale(const char *locale, char *out, int32_t capacity) {
  UErrorCode code = U_ZERO_ERROR;
  return checked(uloc_toLanguageTag(locale, out, capacity, false, &code), capacity, code);
}

int32_t cicu_subtag(const char *locale, char which, char *out, int32_t capacity) {
  UErrorCode code = U_ZERO_ERROR;
  int32_t length = which == 'l'   ? uloc_getLanguage(locale, out, capacity, &code)
                   : which == 's' ? uloc_getScript(locale, out, capacity, &code)
                                  : uloc_getCountry(locale, out, capacity, &code);
  return checked(length, capacity, code);
}

int32_t cicu_maximized(const char *locale, char *out, int32_t capacity) {
  UErrorCode code = U_ZERO_ERROR;
  return checked(uloc_addLikelySubtags(locale, out, capacity, &code), capacity, code);
}

bool cicu_iso_has(char which, const char *code) {
  const char *const *list = which == 'l' ? uloc_getISOLanguages() : uloc_getISOCountries();
  for (; *list != NULL; list++) {
    if (strcmp(*list, code) == 0) return true;
  }
  if (which != 'l') return false;
  for (int32_t i = 0, count = uloc_countAvailable(); i < count; i++) {
    char language[16];
    if (cicu_subtag(uloc_getAvailable(i), 'l', language, sizeof language) > 0
        && strcmp(language, code) == 0) {
      return true;
    }
  }
  return false;
}

int32_t cicu_calendar_of(const char *locale, char *out, int32_t capacity) {
  UErrorCode code = U_ZERO_ERROR;
  UCalendar *calendar = ucal_open(kUTC, -1, locale, UCAL_DEFAULT, &code);
  if (U_FAILURE(code)) return -1;
  int32_t length = copied(ucal_getType(calendar, &code), out, capacity);
  ucal_close(calendar);
  return U_FAILURE(code) ? -1 : length;
}

int32_t cicu_numbering_of(const char *locale, char *out, int32_t capacity) {
  UErrorCode code = U_ZERO_ERROR;
  UNumberingSystem *system = unumsys_open(locale, &code);
  if (U_FAILURE(code)) return -1;
  int32_t length = copied(unumsys_getName(system), out, capacity);
  unumsys_close(system);
  return length;
}

/// Joins what `names` gives by newlines and closes it.
static char *joined(UEnumeration *names) {
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

void cicu_free(void *memory) { free(memory); }

char *cicu_numbering_names(void) {
  UErrorCode code = U_ZERO_ERROR;
  UEnumeration *names = unumsys_openAvailableNames(&code);
  return U_FAILURE(code) ? NULL : joined(names);
}

bool cicu_numbering_digits(const char *name, uint32_t digits[10]) {
  UErrorCode code = U_ZERO_ERROR;
  UNumberingSystem *system = unumsys_openByName(name, &code);
  if (U_FAILURE(code)) return false;
  UChar text[32];
  int32_t length = 0;
  bool isPositional = !unumsys_isAlgorithmic(system) && unumsys_getRadix(system) == 10;
  if (isPositional) length = unumsys_getDescription(system, text, 32, &code);
  unumsys_close(system);
  if (!isPositional || U_FAILURE(code) || length >= 32) return false;
  int32_t at = 0, count = 0;
  while (at < length && count < 10) {
    UChar32 scalar;
    U16_NEXT(text, at, length, scalar);
    digits[count++] = (uint32_t)scalar;
  }
  return count == 10 && at == length;
}

// Patterns and formatting.

int32_t cicu_pattern(const char *locale, char which, char *out, int32_t capacity) {
  UErrorCode code = U_ZERO_ERROR;
  UDateFormatStyle date = which == 'd' ? UDAT_SHORT : UDAT_NONE;
  UDateFormatStyle time = which == 't' ? UDAT_SHORT : which == 'm' ? UDAT_MEDIUM : UDAT_NONE;
  if (which == 'b') date = time = UDAT_SHORT;
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

int32_t cicu_joiner(const char *locale, char *out, int32_t capacity) {
  UErrorCode code = U_ZERO_ERROR;
  UDateTimePatternGenerator *generator = udatpg_open(locale, &code);
  if (U_FAILURE(code)) return -1;
  int32_t length = 0;
  const UChar *text = udatpg_getDateTimeFormatForStyle(generator, UDAT_LONG, &length, &code);
  int32_t count = U_FAILURE(code) ? -1 : utf8(text, length, out, capacity);
  udatpg_close(generator);
  return count;
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

int32_t cicu_format(
    const char *locale, const char *pattern, double milliseconds, char *out, int32_t capacity) {
  UDateFormat *format = formatter(locale, pattern);
  if (format == NULL) return -1;
  UErrorCode code = U_ZERO_ERROR;
  UChar text[kUnits];
  int32_t length = udat_format(format, milliseconds, text, kUnits, NULL, &code);
  udat_close(format);
  return U_FAILURE(code) || length >= kUnits ? -1 : utf8(text, length, out, capacity);
}

int32_t cicu_format_hours(const char *locale, const char *patterns, char *out, int32_t capacity) {
  UDateFormat *format = formatter(locale, "H");
  if (format == NULL) return -1;
  int32_t total = 0;
  for (const char *next = patterns; *next != 0 && total >= 0;) {
    const char *stop = strchr(next, '\n');
    size_t length = stop == NULL ? strlen(next) : (size_t)(stop - next);
    char pattern[64];
    UChar wide[64];
    if (length >= sizeof pattern) {
      total = -1;
      break;
    }
    memcpy(pattern, next, length);
    pattern[length] = 0;
    next += length + (stop == NULL ? 0 : 1);
    if (!utf16(pattern, wide, 64)) {
      total = -1;
      break;
    }
    udat_applyPattern(format, false, wide, -1);
    for (int32_t hour = 0; hour < 24 && total >= 0; hour++) {
      UErrorCode code = U_ZERO_ERROR;
      UChar text[256];
      int32_t units = udat_format(format, hour * 3600e3, text, 256, NULL, &code);
      int32_t count = U_FAILURE(code) || units >= 256
                          ? -1
                          : utf8(text, units, out + total, capacity - total - 1);
      if (count < 0) {
        total = -1;
      } else {
        total += count;
        out[total++] = '\n';
        out[total] = 0;
      }
    }
  }
  udat_close(format);
  return total;
}

// Calendars.

static UCalendar *calendarNamed(const char *name) {
  char locale[96];
  if (strlen(name) > 40) return NULL;
  strcpy(locale, "und@calendar=");
  strcat(locale, name);
  UErrorCode code = U_ZERO_ERROR;
  UCalendar *calendar = ucal_open(kUTC, -1, locale, UCAL_DEFAULT, &code);
  if (U_FAILURE(code)) return NULL;
  const char *type = ucal_getType(calendar, &code);
  if (U_FAILURE(code) || strcmp(type, name) != 0) {
    ucal_close(calendar);
    return NULL;
  }
  return calendar;
}

static int32_t dayOf(UCalendar *calendar, UErrorCode *code) {
  // The calendars are cleared before they are set, so this is a midnight of UTC: nothing to round.
  return (int32_t)(ucal_getMillis(calendar, code) / 86400e3);
}

int32_t cicu_month_starts(const char *name, int32_t year, int32_t starts[15]) {
  UCalendar *calendar = calendarNamed(name);
  if (calendar == NULL) return -1;
  UErrorCode code = U_ZERO_ERROR;
  ucal_clear(calendar);
  ucal_set(calendar, UCAL_EXTENDED_YEAR, year);
  ucal_set(calendar, UCAL_MONTH, 0);
  ucal_set(calendar, UCAL_DAY_OF_MONTH, 1);
  int32_t count = 0;
  starts[count++] = dayOf(calendar, &code);
  while (U_SUCCESS(code) && count < 15) {
    ucal_add(calendar, UCAL_MONTH, 1, &code);
    starts[count++] = dayOf(calendar, &code);
    if (ucal_get(calendar, UCAL_EXTENDED_YEAR, &code) != year) break;
  }
  ucal_close(calendar);
  return U_FAILURE(code) ? -1 : count - 1;
}

bool cicu_year_on_day(
    const char *name, int32_t day, int32_t *era, int32_t *year, int32_t *extended) {
  UCalendar *calendar = calendarNamed(name);
  if (calendar == NULL) return false;
  UErrorCode code = U_ZERO_ERROR;
  ucal_setMillis(calendar, day * 86400e3, &code);
  *era = ucal_get(calendar, UCAL_ERA, &code);
  *year = ucal_get(calendar, UCAL_YEAR, &code);
  *extended = ucal_get(calendar, UCAL_EXTENDED_YEAR, &code);
  ucal_close(calendar);
  return U_SUCCESS(code);
}

// Time zones.

char *cicu_zone_names(void) {
  UErrorCode code = U_ZERO_ERROR;
  UEnumeration *names = ucal_openTimeZoneIDEnumeration(UCAL_ZONE_TYPE_ANY, NULL, NULL, &code);
  return U_FAILURE(code) ? NULL : joined(names);
}

struct CICUZone {
  UCalendar *calendar;
};

CICUZone *cicu_zone_open(const char *name) {
  UChar text[128];
  if (!utf16(name, text, 128)) return NULL;
  UErrorCode code = U_ZERO_ERROR;
  UCalendar *calendar = ucal_open(text, -1, "en_US", UCAL_GREGORIAN, &code);
  if (U_FAILURE(code)) return NULL;
  CICUZone *zone = malloc(sizeof *zone);
  if (zone == NULL) {
    ucal_close(calendar);
    return NULL;
  }
  zone->calendar = calendar;
  return zone;
}

void cicu_zone_close(CICUZone *zone) {
  if (zone == NULL) return;
  ucal_close(zone->calendar);
  free(zone);
}

static double offsetAt(UCalendar *calendar, double milliseconds, UErrorCode *code) {
  ucal_setMillis(calendar, milliseconds, code);
  return (double)ucal_get(calendar, UCAL_ZONE_OFFSET, code)
         + (double)ucal_get(calendar, UCAL_DST_OFFSET, code);
}

bool cicu_zone_stretch(
    CICUZone *zone, int64_t second, int64_t *start, int64_t *end, int32_t *offset) {
  UErrorCode code = U_ZERO_ERROR;
  UDate now = (double)second * 1000;
  double here = offsetAt(zone->calendar, now, &code);
  UDate change = 0;
  // A change of the rules that keeps the offset (raw and saving may swap) does not end a stretch;
  // there are never many in a row.
  UDate at = now;
  *start = INT64_MIN;
  for (int32_t step = 0; step < 64; step++) {
    ucal_setMillis(zone->calendar, at, &code);
    if (U_FAILURE(code)) return false;
    if (!ucal_getTimeZoneTransitionDate(
            zone->calendar, UCAL_TZ_TRANSITION_PREVIOUS_INCLUSIVE, &change, &code)) {
      break;
    }
    at = change - 1;
    if (offsetAt(zone->calendar, at, &code) != here) {
      *start = (int64_t)(change / 1000);
      break;
    }
  }
  at = now;
  *end = INT64_MAX;
  for (int32_t step = 0; step < 64; step++) {
    ucal_setMillis(zone->calendar, at, &code);
    if (U_FAILURE(code)) return false;
    if (!ucal_getTimeZoneTransitionDate(
            zone->calendar, UCAL_TZ_TRANSITION_NEXT, &change, &code)) {
      break;
    }
    at = change;
    if (offsetAt(zone->calendar, at, &code) != here) {
      *end = (int64_t)(change / 1000);
      break;
    }
  }
  *offset = (int32_t)(here / 1000);
  return U_SUCCESS(code);
}
