#pragma once
#include <curl/curl.h>

// Swift cannot call variadic functions: one typed function per kind of argument.
static inline CURLcode shim_setopt_long(CURL *h, CURLoption o, long v) {
  return curl_easy_setopt(h, o, v);
}
static inline CURLcode shim_setopt_off(CURL *h, CURLoption o, curl_off_t v) {
  return curl_easy_setopt(h, o, v);
}
static inline CURLcode shim_setopt_string(CURL *h, CURLoption o, const char *v) {
  return curl_easy_setopt(h, o, v);
}
static inline CURLcode shim_setopt_pointer(CURL *h, CURLoption o, void *v) {
  return curl_easy_setopt(h, o, v);
}
static inline CURLcode shim_setopt_headers(CURL *h, struct curl_slist *v) {
  return curl_easy_setopt(h, CURLOPT_HTTPHEADER, v);
}
static inline CURLcode shim_setopt_mime(CURL *h, curl_mime *v) {
  return curl_easy_setopt(h, CURLOPT_MIMEPOST, v);
}

// One data pointer for all callbacks of a transfer.
static inline CURLcode shim_setopt_answer(CURL *h, curl_write_callback header,
                                          curl_write_callback body, void *data) {
  CURLcode code = curl_easy_setopt(h, CURLOPT_HEADERFUNCTION, header);
  if (code == CURLE_OK) code = curl_easy_setopt(h, CURLOPT_HEADERDATA, data);
  if (code == CURLE_OK) code = curl_easy_setopt(h, CURLOPT_WRITEFUNCTION, body);
  if (code == CURLE_OK) code = curl_easy_setopt(h, CURLOPT_WRITEDATA, data);
  return code;
}
static inline CURLcode shim_setopt_upload(CURL *h, curl_read_callback read, curl_seek_callback seek,
                                          void *data) {
  CURLcode code = curl_easy_setopt(h, CURLOPT_READFUNCTION, read);
  if (code == CURLE_OK) code = curl_easy_setopt(h, CURLOPT_READDATA, data);
  if (code == CURLE_OK) code = curl_easy_setopt(h, CURLOPT_SEEKFUNCTION, seek);
  if (code == CURLE_OK) code = curl_easy_setopt(h, CURLOPT_SEEKDATA, data);
  return code;
}

// Asked for each address before libcurl connects to it.
static inline CURLcode shim_setopt_opensocket(CURL *h, curl_opensocket_callback open, void *data) {
  CURLcode code = curl_easy_setopt(h, CURLOPT_OPENSOCKETFUNCTION, open);
  if (code == CURLE_OK) code = curl_easy_setopt(h, CURLOPT_OPENSOCKETDATA, data);
  return code;
}

static inline CURLcode shim_getinfo_long(CURL *h, CURLINFO i, long *v) {
  return curl_easy_getinfo(h, i, v);
}
static inline CURLcode shim_getinfo_string(CURL *h, CURLINFO i, char **v) {
  return curl_easy_getinfo(h, i, v);
}
static inline CURLcode shim_getinfo_off(CURL *h, CURLINFO i, curl_off_t *v) {
  return curl_easy_getinfo(h, i, v);
}

// Macros that Swift does not import.
static const size_t shim_readfunc_abort = CURL_READFUNC_ABORT;
static const long shim_http_1_1 = CURL_HTTP_VERSION_1_1;
static const long shim_tls_1_2 = CURL_SSLVERSION_TLSv1_2;
static inline CURLcode shim_global_init(void) { return curl_global_init(CURL_GLOBAL_DEFAULT); }
