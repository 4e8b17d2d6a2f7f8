#pragma once

#include "app/world/new_sample_office.hpp"
#include "web/request.hpp"
#include "web/response.hpp"
#include "web/visit.hpp"

#include <string>
#include <string_view>

namespace tiendo::web {

/// For the tests of pages: the sample world, and persons of it who look at its pages. Made once for
/// all tests that only look.
app::Office& sample_office();

/// A sample world of one's own, to change.
using app::new_sample_office;

Actor sample_person(app::Office& office, const std::string& login);

/// What `login` gets from that address in the sample world; redirections are not followed.
Result<Response> visited(
    app::Office& office,
    const std::string& login,
    std::string_view target,
    Language language = Language::vietnamese
);

/// The same for a form that is sent.
Result<Response>
posted(app::Office& office, const std::string& login, std::string_view target, const Fields& form);

/// The text between tags, with single spaces: what a reader sees.
std::string text_of(std::string_view html);

} // namespace tiendo::web
