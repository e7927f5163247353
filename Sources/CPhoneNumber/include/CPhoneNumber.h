#pragma once

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What libphonenumber says of a number. */
typedef enum phone_verdict {
  phone_possible = 0,
  /* No country code in the text, and no region to take it from; or one that no country has. */
  phone_country_code_invalid,
  phone_not_a_number,
  phone_too_short,
  phone_too_long,
  /* Between the lengths that its country knows. */
  phone_length_invalid,
  /* Can be dialled within its area only. */
  phone_local_only,
  phone_internal_error,
} phone_verdict;

/* Longest texts that the calls below write, the closing NUL included. */
enum { phone_text_capacity = 64 };

/* Reads `text` (UTF-8). `region` is CLDR's two letters or "" for none. On `phone_possible`, `e164` is "+" and digits,
   and `is_valid` tells whether the number is one that its country really gives out. Any thread. */
phone_verdict phone_parse(const char *text, const char *region, char e164[phone_text_capacity],
                          bool *is_valid);

/* "+44 7700 900142" for "+447700900142"; false, and nothing written, where it cannot be read. */
bool phone_format_international(const char *e164, char out[phone_text_capacity]);

/* Whether libphonenumber has data of that region, CLDR's two capital letters. */
bool phone_region_is_known(const char *region);

#ifdef __cplusplus
}
#endif
