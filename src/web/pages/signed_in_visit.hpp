#pragma once

#include "app/world/new_sample_office.hpp"
#include "web/gate.hpp"
#include "web/pages/all_routes.hpp"

#include <gtest/gtest.h>

#include <string>

namespace tiendo::web {

/// For tests of who reaches what: a sample world of one's own whose pages are asked through the
/// gate, by persons who have signed in.
class SignedInVisit : public testing::Test {
protected:
    /// The token of a new session.
    std::string signed_in(const std::string& login);

    static Request asked(const std::string& session, Method method, const std::string& target);
    Result<Response> answer(Request request);

    /// With the form token of the session; a refusal is a failure of the test.
    Response get(const std::string& session, const std::string& target);
    Response post(const std::string& session, const std::string& target, const Fields& form);
    /// The key of the refusal; empty if there was none.
    std::string refusal_of(const std::string& session, Method method, const std::string& target);

    app::Office office_ = app::new_sample_office();
    Gate gate_{office_};
    Router router_{all_routes()};
};

} // namespace tiendo::web
