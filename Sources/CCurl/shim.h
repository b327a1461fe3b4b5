#ifndef KINORA_CCURL_SHIM_H
#define KINORA_CCURL_SHIM_H

#include <curl/curl.h>

// curl_easy_setopt and curl_easy_getinfo are variadic, and macros on top: Swift imports neither.
// Each shim below fixes the type of the last argument, which libcurl reads by the option's number.

static inline CURLcode kinora_curl_set_long(CURL *_Nonnull easy, CURLoption option, long value) {
    return curl_easy_setopt(easy, option, value);
}

// A separate type: curl_off_t is 64 bits wide where long may not be.
static inline CURLcode kinora_curl_set_offset(CURL *_Nonnull easy, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(easy, option, value);
}

// libcurl copies the string, but for CURLOPT_POSTFIELDS.
static inline CURLcode kinora_curl_set_string(CURL *_Nonnull easy, CURLoption option, const char *_Nullable value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode kinora_curl_set_pointer(CURL *_Nonnull easy, CURLoption option, const void *_Nullable value) {
    return curl_easy_setopt(easy, option, value);
}

typedef size_t (*kinora_curl_write_function)(char *_Nullable bytes, size_t size, size_t count, void *_Nullable context);

// Takes CURLOPT_WRITEFUNCTION and CURLOPT_HEADERFUNCTION, which have one signature.
static inline CURLcode kinora_curl_set_write_function(
    CURL *_Nonnull easy, CURLoption option, kinora_curl_write_function _Nonnull function
) {
    return curl_easy_setopt(easy, option, function);
}

typedef int (*kinora_curl_progress_function)(
    void *_Nullable context,
    curl_off_t download_total, curl_off_t downloaded,
    curl_off_t upload_total, curl_off_t uploaded
);

static inline CURLcode kinora_curl_set_progress_function(
    CURL *_Nonnull easy, kinora_curl_progress_function _Nonnull function
) {
    return curl_easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, function);
}

typedef curl_socket_t (*kinora_curl_socket_function)(
    void *_Nullable context, curlsocktype purpose, struct curl_sockaddr *_Nullable address
);

static inline CURLcode kinora_curl_set_socket_function(
    CURL *_Nonnull easy, kinora_curl_socket_function _Nonnull function
) {
    return curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, function);
}

static inline CURLcode kinora_curl_get_long(CURL *_Nonnull easy, CURLINFO info, long *_Nonnull value) {
    return curl_easy_getinfo(easy, info, value);
}

// Swift sees a macro that is a cast expression as nothing at all.
static inline size_t kinora_curl_write_pause(void) { return CURL_WRITEFUNC_PAUSE; }
static inline curl_socket_t kinora_curl_bad_socket(void) { return CURL_SOCKET_BAD; }
static inline size_t kinora_curl_read_abort(void) { return CURL_READFUNC_ABORT; }

// CURLMsg holds its result in a union.
static inline CURLcode kinora_curl_message_result(const CURLMsg *_Nonnull message) { return message->data.result; }

#endif
