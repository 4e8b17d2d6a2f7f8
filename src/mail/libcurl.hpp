#pragma once

#include <curl/curl.h>

namespace tiendo::mail {

/// curl, as far as it is used here. Loaded when the first letter leaves, since it drags in thirty
/// other libraries, which cost every command that sends none half its start.
struct Libcurl {
    decltype(&curl_easy_cleanup) cleanup;
    decltype(&curl_easy_getinfo) get_info;
    decltype(&curl_easy_init) init;
    decltype(&curl_easy_perform) perform;
    decltype(&curl_easy_setopt) set;
    decltype(&curl_easy_strerror) error_text;
    decltype(&curl_global_init) global_init;
    decltype(&curl_slist_append) append;
    decltype(&curl_slist_free_all) free_list;
};

/// Started for all threads. Throws Fault where the library is not installed.
const Libcurl& libcurl();

} // namespace tiendo::mail
