#pragma once

#include "domain/form/answers.hpp"
#include "domain/indicator/indicator.hpp"
#include "web/messages.hpp"

#include <string>

namespace tiendo::web::view {

/// What a unit says of a measure, as one reads it: "33,33%", "nam 95,59%; nữ 97,31%", "5, 4, 6, 4",
/// "12/12 tháng", "Có", "Không phát sinh", "Không áp dụng", "Chưa có số liệu".
std::string result_words(const Cell& cell, const Indicator& indicator, const Wording& words);

/// The counts behind it: "1/3", "nam 412/431; nữ 398/409"; empty where there is no ratio.
std::string counts_words(const Cell& cell, const Indicator& indicator, const Wording& words);

} // namespace tiendo::web::view
