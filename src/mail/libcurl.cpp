#include "mail/libcurl.hpp"

#include "base/result.hpp"

#include <dlfcn.h>

#include <string>

namespace tiendo::mail {
namespace {

class Library {
public:
    Library() : handle_(::dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL))
    {
        if (handle_ == nullptr) throw Fault("sending mail needs the package libcurl4");
    }

    template <class Function> void find(Function& function, const char* name) const
    {
        function = reinterpret_cast<Function>(::dlsym(handle_, name));
        if (function == nullptr) throw Fault(std::string("libcurl4 is too old: no ") + name);
    }

private:
    void* handle_; ///< never given back: what curl started lives as long as the program
};

Libcurl load()
{
    const Library library;
    Libcurl curl{};
    library.find(curl.cleanup, "curl_easy_cleanup");
    library.find(curl.get_info, "curl_easy_getinfo");
    library.find(curl.init, "curl_easy_init");
    library.find(curl.perform, "curl_easy_perform");
    library.find(curl.set, "curl_easy_setopt");
    library.find(curl.error_text, "curl_easy_strerror");
    library.find(curl.global_init, "curl_global_init");
    library.find(curl.append, "curl_slist_append");
    library.find(curl.free_list, "curl_slist_free_all");
    ensure(curl.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK, "libcurl starts");
    return curl;
}

} // namespace

const Libcurl& libcurl()
{
    static const Libcurl loaded = load();
    return loaded;
}

} // namespace tiendo::mail
