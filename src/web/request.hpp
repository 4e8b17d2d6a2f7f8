#pragma once

#include "web/messages.hpp"

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tiendo::web {

enum class Method { get, post, put, patch, remove };

std::string_view method_name(Method method);

/// What no page or program of ours sends: bad UTF-8, a name given twice where one value is meant.
/// Answered with 400.
class BadRequest : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Names with values as they were sent, in their order; a name may occur more than once.
class Fields {
public:
    Fields() = default;
    Fields(std::initializer_list<std::pair<std::string, std::string>> fields) : fields_(fields) {}

    void add(std::string name, std::string value);

    /// The only value of that name, empty if there is none. Throws BadRequest where the name was
    /// given twice: two readers of one request must not see different values.
    std::string_view operator[](std::string_view name) const;
    std::optional<std::string_view> find(std::string_view name) const;
    bool has(std::string_view name) const;
    /// For check boxes and filters that may be repeated.
    std::vector<std::string> all(std::string_view name) const;

    auto begin() const { return fields_.begin(); }
    auto end() const { return fields_.end(); }
    std::size_t size() const { return fields_.size(); }
    bool empty() const { return fields_.empty(); }

private:
    std::vector<std::pair<std::string, std::string>> fields_;
};

/// A file that came with a form.
struct UploadedFile {
    std::string field{};
    std::string filename{}; ///< as the browser named it, without folders; never used as a path
    std::string content_type{};
    std::string bytes{};
};

/// One request, read completely and checked for size and form before a handler sees it.
/// All texts are UTF-8 in NFC, except file bytes and body.
struct Request {
    Method method = Method::get;
    std::string path = "/";
    Fields path_parameters{}; ///< of the route: "/ke-hoach/{plan}" gives "plan"
    Fields query{};
    Fields form{}; ///< urlencoded or multipart
    std::vector<UploadedFile> files{};
    Fields cookies{};
    Fields headers{}; ///< names in lower case
    Language language = Language::vietnamese;
    std::string remote_address{};
    bool is_secure = false; ///< came by TLS, our own or that of a trusted proxy
    std::string body{};

    /// The first file of that form field that has a name or bytes.
    const UploadedFile* file(std::string_view field) const;
};

} // namespace tiendo::web
