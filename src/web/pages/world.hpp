#pragma once

#include "web/request.hpp"
#include "web/response.hpp"
#include "web/visit.hpp"

#include <vector>

namespace tiendo::web {

/// The buttons of the sample world's strip: the days ahead, and the way back to its beginning.
std::vector<MenuEntry> sample_acts(const app::Work& work, const Wording& words);

Result<Response> post_go_to_day(Visit& visit, const Request& request);
Result<Response> post_restart(Visit& visit, const Request& request);
/// "Đọc lại từ đầu": the sample plan once more, as a second plan under review.
Result<Response> post_read_again(Visit& visit, const Request& request);

} // namespace tiendo::web
