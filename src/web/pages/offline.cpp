#include "web/pages/offline.hpp"

#include "web/visit.hpp"

namespace tiendo::web {

Result<Response> get_offline(Visit& visit, const Request&)
{
    return html(visit.page("offline", {{"title", visit.words.text("offline.title")}}));
}

} // namespace tiendo::web
