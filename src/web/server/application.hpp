#pragma once

#include "web/request.hpp"
#include "web/response.hpp"

namespace tiendo::web {

/// What the server asks for answers. Called from several threads at once; must not throw.
class Application {
public:
    virtual ~Application() = default;

    virtual Response answer(Request request) = 0;
    /// For what never became a request: 400, 405, 408, 413, 431, 503.
    virtual Response refusal(int status) = 0;
};

} // namespace tiendo::web
