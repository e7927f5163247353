#include "CPhoneNumber.h"

#include <phonenumbers/logger.h>
#include <phonenumbers/phonenumberutil.h>

#include <cstring>
#include <set>
#include <string>

using i18n::phonenumbers::NullLogger;
using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

namespace {

/* Without its logger, which writes to standard output. */
const PhoneNumberUtil &util() {
  static PhoneNumberUtil *const instance = [] {
    PhoneNumberUtil *made = PhoneNumberUtil::GetInstance();
    made->SetLogger(new NullLogger());
    return made;
  }();
  return *instance;
}

bool copy_out(const std::string &text, char *out) {
  if (text.size() >= phone_text_capacity) return false;
  std::memcpy(out, text.c_str(), text.size() + 1);
  return true;
}

phone_verdict verdict_of(PhoneNumberUtil::ErrorType error) {
  switch (error) {
    case PhoneNumberUtil::NO_PARSING_ERROR: return phone_possible;
    case PhoneNumberUtil::INVALID_COUNTRY_CODE_ERROR: return phone_country_code_invalid;
    case PhoneNumberUtil::NOT_A_NUMBER: return phone_not_a_number;
    case PhoneNumberUtil::TOO_SHORT_AFTER_IDD: return phone_too_short;
    case PhoneNumberUtil::TOO_SHORT_NSN: return phone_too_short;
    case PhoneNumberUtil::TOO_LONG_NSN: return phone_too_long;
  }
  return phone_internal_error;
}

phone_verdict verdict_of(PhoneNumberUtil::ValidationResult result) {
  switch (result) {
    case PhoneNumberUtil::IS_POSSIBLE: return phone_possible;
    case PhoneNumberUtil::IS_POSSIBLE_LOCAL_ONLY: return phone_local_only;
    case PhoneNumberUtil::INVALID_COUNTRY_CODE: return phone_country_code_invalid;
    case PhoneNumberUtil::TOO_SHORT: return phone_too_short;
    case PhoneNumberUtil::INVALID_LENGTH: return phone_length_invalid;
    case PhoneNumberUtil::TOO_LONG: return phone_too_long;
  }
  return phone_internal_error;
}

}  // namespace

extern "C" phone_verdict phone_parse(const char *text, const char *region,
                                     char e164[phone_text_capacity], bool *is_valid) {
  try {
    PhoneNumber number;
    /* "ZZ" is CLDR's unknown region. */
    const std::string from = *region ? region : "ZZ";
    phone_verdict verdict = verdict_of(util().Parse(text, from, &number));
    if (verdict != phone_possible) return verdict;
    verdict = verdict_of(util().IsPossibleNumberWithReason(number));
    if (verdict != phone_possible) return verdict;
    *is_valid = util().IsValidNumber(number);
    std::string formatted;
    util().Format(number, PhoneNumberUtil::E164, &formatted);
    return copy_out(formatted, e164) ? phone_possible : phone_internal_error;
  } catch (...) {
    return phone_internal_error;
  }
}

extern "C" bool phone_format_international(const char *e164, char out[phone_text_capacity]) {
  try {
    PhoneNumber number;
    if (util().Parse(e164, "ZZ", &number) != PhoneNumberUtil::NO_PARSING_ERROR) return false;
    std::string formatted;
    util().Format(number, PhoneNumberUtil::INTERNATIONAL, &formatted);
    return copy_out(formatted, out);
  } catch (...) {
    return false;
  }
}

extern "C" bool phone_region_is_known(const char *region) {
  try {
    return util().GetCountryCodeForRegion(region) != 0;
  } catch (...) {
    return false;
  }
}
