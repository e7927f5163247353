#include "text.h"

#include <unicode/unumsys.h>
#include <unicode/utf16.h>

int32_t cicu_numbering_of(const char *locale, char *out, int32_t capacity) {
  UErrorCode code = U_ZERO_ERROR;
  UNumberingSystem *system = unumsys_open(locale, &code);
  if (U_FAILURE(code)) return -1;
  int32_t length = copied(unumsys_getName(system), out, capacity);
  unumsys_close(system);
  return length;
}

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
