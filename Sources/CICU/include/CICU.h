#pragma once

#include <stdbool.h>
#include <stdint.h>

// ICU behind plain C types. Every text goes out as UTF-8, NUL-terminated, into a buffer of the caller's;
// a function that fills one returns its length in bytes, or -1 when ICU refused or the buffer is small.
// All functions may be called from any thread; a CICUZone belongs to one thread at a time.

/// ICU's version, "72.1".
int32_t cicu_version(char *out, int32_t capacity);
/// Frees what a function here said to free so.
void cicu_free(void *memory);

// Locales. Names are ICU's ("de_AT", "th_TH@calendar=buddhist").

int32_t cicu_locale_count(void);
const char *cicu_locale_name(int32_t index);
/// The ICU name of a BCP 47 tag; -1 unless every byte of the tag is well-formed.
int32_t cicu_locale_from_tag(const char *tag, char *out, int32_t capacity);
/// The BCP 47 tag of an ICU name.
int32_t cicu_tag_from_locale(const char *locale, char *out, int32_t capacity);
/// The subtag: 'l' language, 's' script, 'r' region.
int32_t cicu_subtag(const char *locale, char which, char *out, int32_t capacity);
/// Whether the locale is written in a script that the scalar belongs to; true for what belongs to none.
bool cicu_writes(const char *locale, int32_t scalar);
/// Adds likely subtags: "en" gives "en_Latn_US".
int32_t cicu_maximized(const char *locale, char *out, int32_t capacity);
/// Whether ISO 639 (`which` 'l') or ISO 3166 ('r') has the code, as far as ICU lists them.
bool cicu_iso_has(char which, const char *code);
/// The calendar (CLDR name) that the locale asks for or its region prefers.
int32_t cicu_calendar_of(const char *locale, char *out, int32_t capacity);
/// The name of the numbering system that the locale asks for or prefers.
int32_t cicu_numbering_of(const char *locale, char *out, int32_t capacity);
/// Every numbering system's name, newline-separated; NULL when ICU failed. To be freed with `cicu_free`.
char *cicu_numbering_names(void);
/// The ten digits of a positional numbering system as scalars; false for an algorithmic or unknown one.
bool cicu_numbering_digits(const char *name, uint32_t digits[10]);

// Patterns and formatting.

/// 'd' short date, 't' short time, 'm' medium time; together 'a' short date and short time, as Android asks for them,
/// 'i' short date and medium time, as iOS does.
int32_t cicu_pattern(const char *locale, char which, char *out, int32_t capacity);
/// The locale's patterns of short date, short time, medium time and both short, and its best ones for hours and
/// minutes, with and without seconds, of both clocks; newline-separated.
int32_t cicu_header_patterns(const char *locale, char *out, int32_t capacity);
/// The locale's best pattern for a skeleton.
int32_t cicu_best_pattern(const char *locale, const char *skeleton, char *out, int32_t capacity);
/// Every one of `times` (milliseconds since the epoch, in UTC) by each of the newline-separated patterns in turn, a line
/// each.
int32_t cicu_format_times(
    const char *locale, const char *patterns, const double *times, int32_t count, char *out,
    int32_t capacity);

// Calendars. Days are counted from 1970-01-01 of the proleptic Gregorian calendar.

/// The calendars that people of the locale use, or all that it knows, newline-separated and the most usual first; NULL
/// when ICU failed. To be freed with `cicu_free`.
char *cicu_calendars_of(const char *locale, bool isUsual);

typedef struct {
  /// The day that it begins on.
  int32_t start;
  /// The year of the era, and the one of the calendar's own count.
  int32_t year, extended;
  /// Counted from 1, as ICU counts: in Hebrew the place of Adar I is left out in common years.
  int32_t month;
  /// Whether it repeats the number of the month before it, as in Chinese.
  bool isLeap;
} CICUMonth;

/// The months from the one that holds the day `first` to the first one that begins on `last` or later; returns their
/// number, or -1 when ICU has no such calendar or there are more than `capacity`.
int32_t cicu_months(
    const char *calendar, int32_t first, int32_t last, CICUMonth *months, int32_t capacity);
/// Era, year of that era and extended year (of the calendar's own count, without eras) on a day.
bool cicu_year_on_day(
    const char *calendar, int32_t day, int32_t *era, int32_t *year, int32_t *extended);

// Time zones.

typedef struct CICUZone CICUZone;

/// Every id, newline-separated; NULL when ICU failed. To be freed with `cicu_free`.
char *cicu_zone_names(void);
/// NULL when ICU cannot open it. An unknown name must be found out before: ICU would take it as GMT.
CICUZone *cicu_zone_open(const char *name);
void cicu_zone_close(CICUZone *zone);
/// The stretch of one offset that `second` (UTC) lies in: from `start` up to before `end`, both UTC;
/// INT64_MIN and INT64_MAX where there is no change; `offset` in seconds. False when ICU failed.
bool cicu_zone_stretch(
    CICUZone *zone, int64_t second, int64_t *start, int64_t *end, int32_t *offset);
