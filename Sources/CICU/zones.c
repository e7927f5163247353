#include "text.h"

#include <unicode/ucal.h>

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
