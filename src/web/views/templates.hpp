#pragma once

#include "web/messages.hpp"
#include "web/views/view.hpp"

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace tiendo::web::view {

/// The templates of ui/templates: Mustache with everything escaped.
///
/// {{> name}} takes in ui/templates/parts/name.html when the templates are loaded, {{t.some.key}}
/// is the sentence of that key in the reader's language, {{{name_markup}}} is markup that our own
/// code built. tools/check_templates.py refuses every other way around the escaping.
class Templates {
public:
    /// Those embedded in the program.
    static const Templates& embedded();
    /// For tests: template texts by name ("overview", "parts/form_token").
    explicit Templates(const std::map<std::string, std::string, std::less<>>& sources);
    ~Templates();
    Templates(Templates&&) noexcept;

    /// A name that does not exist is a Bug.
    Markup render(std::string_view name, const Object& data, const Wording& words) const;

    /// The page inside "layout", which has the content and the stylesheet added to its data.
    std::string
    page(std::string_view name, const Object& data, Object layout, const Wording& words) const;

private:
    struct Parsed;
    std::map<std::string, std::unique_ptr<Parsed>, std::less<>> parsed_;
};

} // namespace tiendo::web::view
