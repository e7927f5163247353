#include "text.h"

#include <stdio.h>
#include <unicode/uloc.h>
#include <unicode/uscript.h>
#include <unicode/uversion.h>

int32_t cicu_version(char *out, int32_t capacity) {
  UVersionInfo version;
  char text[U_MAX_VERSION_STRING_LENGTH];
  u_getVersion(version);
  u_versionToString(version, text);
  return copied(text, out, capacity);
}

void cicu_free(void *memory) { free(memory); }

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

bool cicu_writes(const char *locale, int32_t scalar) {
  UErrorCode code = U_ZERO_ERROR;
  if (uscript_getScript(scalar, &code) <= USCRIPT_INHERITED || U_FAILURE(code)) return true;
  // A name without an underscore could be that of a script: `yi`.
  char name[160];
  if (snprintf(name, sizeof name, "%s%s", locale, strchr(locale, '_') ? "" : "_") >= (int)sizeof name) return true;
  UScriptCode scripts[8];
  int32_t count = uscript_getCode(name, scripts, 8, &code);
  if (U_FAILURE(code) || count == 0) return true;
  for (int32_t i = 0; i < count; i++) {
    if (uscript_hasScript(scalar, scripts[i])) return true;
  }
  return false;
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
