#include "text.h"

#include <unicode/ucal.h>

int32_t cicu_calendar_of(const char *locale, char *out, int32_t capacity) {
  UErrorCode code = U_ZERO_ERROR;
  UCalendar *calendar = ucal_open(kUTC, -1, locale, UCAL_DEFAULT, &code);
  if (U_FAILURE(code)) return -1;
  int32_t length = copied(ucal_getType(calendar, &code), out, capacity);
  ucal_close(calendar);
  return U_FAILURE(code) ? -1 : length;
}

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

char *cicu_calendars_of(const char *locale, bool isUsual) {
  UErrorCode code = U_ZERO_ERROR;
  UEnumeration *names = ucal_getKeywordValuesForLocale("calendar", locale, isUsual, &code);
  return U_FAILURE(code) ? NULL : joined(names);
}

int32_t cicu_months(
    const char *name, int32_t first, int32_t last, CICUMonth *months, int32_t capacity) {
  UCalendar *calendar = calendarNamed(name);
  if (calendar == NULL) return -1;
  UErrorCode code = U_ZERO_ERROR;
  ucal_setMillis(calendar, first * 86400e3, &code);
  ucal_set(calendar, UCAL_DAY_OF_MONTH, 1);
  int32_t count = 0;
  int32_t start = 0;
  do {
    start = (int32_t)(ucal_getMillis(calendar, &code) / 86400e3);
    if (U_FAILURE(code) || count == capacity) break;
    CICUMonth *month = &months[count++];
    month->start = start;
    month->year = ucal_get(calendar, UCAL_YEAR, &code);
    month->extended = ucal_get(calendar, UCAL_EXTENDED_YEAR, &code);
    month->month = ucal_get(calendar, UCAL_MONTH, &code) + 1;
    month->isLeap = ucal_get(calendar, UCAL_IS_LEAP_MONTH, &code) != 0;
    ucal_add(calendar, UCAL_MONTH, 1, &code);
  } while (U_SUCCESS(code) && start < last);
  ucal_close(calendar);
  return U_FAILURE(code) || start < last ? -1 : count;
}
