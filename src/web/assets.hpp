#pragma once

#include "web/request.hpp"
#include "web/response.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace tiendo::web {

/// The files of the browser's side, under addresses that change with their content; the service
/// worker, whose address stays and whose content names them all; and the stylesheet, which every
/// page carries inline.
class Assets {
public:
    static const Assets& embedded();

    /// "/tinh/3fa9…/app.js"; a name that does not exist is a Bug.
    const std::string& path(std::string_view name) const;
    const std::string& style() const { return style_; }
    /// For the content security policy: "'sha256-…'".
    const std::string& style_source() const { return style_source_; }

    /// Answers /tinh/… and /ngoai-tuyen.js; none if the path is another.
    std::optional<Response> answer(const Request& request) const;

private:
    struct File {
        std::string bytes;
        std::string gzipped; ///< empty where it would not be shorter
        std::string type;
        std::string etag;
        bool is_for_ever = true; ///< the address changes with the content
    };

    Assets();
    void add_service_worker(std::string_view script);

    std::map<std::string, std::string, std::less<>> paths_; ///< by name
    std::map<std::string, File, std::less<>> files_;        ///< by path
    std::string style_;
    std::string style_source_;
};

} // namespace tiendo::web
