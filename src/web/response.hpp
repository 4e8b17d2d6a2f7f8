#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tiendo::web {

/// What goes back. The server adds length, compression, ETag and the security headers.
struct Response {
    int status = 200;
    std::vector<std::pair<std::string, std::string>> headers{};
    std::string body{};

    /// The value of a header, compared without case; empty if it is not set.
    std::string_view header(std::string_view name) const;
    Response& set(std::string_view name, std::string value);
};

Response html(std::string body, int status = 200);
Response json(std::string body, int status = 200);
Response plain_text(std::string body, int status = 200);

/// To a page of ours after a POST; a path that leads elsewhere ("//evil") is a Bug.
Response see_other(std::string_view path);

/// A file to be kept, with its name in Vietnamese (RFC 6266).
Response download(std::string bytes, std::string_view filename, std::string_view content_type);

struct Cookie {
    std::string name;
    std::string value;
    bool is_secure = false;           ///< the caller then names it "__Host-..."
    long long max_age_seconds = -1;   ///< until the browser closes where negative; 0 removes it
    std::string same_site = "Strict"; ///< "Lax" for what must survive a link from elsewhere
};

void add_cookie(Response& response, const Cookie& cookie);

/// Whether it leads to a page of this server: begins with one "/" and holds no trick.
bool is_own_path(std::string_view path);

} // namespace tiendo::web
