#pragma once

#include "app/work.hpp"
#include "web/context.hpp"

#include <string>
#include <utility>

namespace tiendo::web {

/// One request of one person: how a page is drawn (Context), who asks, and the product at work.
/// Made by the gate, which has already decided that the person holds the route's right.
struct Visit : Context {
    app::Office& office;
    Actor actor{};
    std::string session{}; ///< digest of the session's token; empty for a visitor not signed in
    std::string program{}; ///< name of the access token by which a program asks; empty for a person

    template <class Use> auto read(Use&& use) { return office.read(actor, std::forward<Use>(use)); }
    /// Kept where the use case answered a value, undone where it refused. Whatever takes long
    /// (hashing, reading a document) is done before.
    template <class Use> auto write(Use&& use)
    {
        return office.write(actor, std::forward<Use>(use));
    }
};

} // namespace tiendo::web
