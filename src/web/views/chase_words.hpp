#pragma once

#include "app/chase/chases.hpp"
#include "web/messages.hpp"
#include "web/views/view.hpp"

#include <string>
#include <string_view>

namespace tiendo::web::view {

/// "Nhiệm vụ 3.4:", "Mục 7 tổ chức thực hiện:"; a measure by its number.
std::string item_name(const OwedItem& item, const Wording& words);

/// What else one should know of a unit's report: why it came back, more time granted, what is
/// typed and not sent, estimates to be replaced. Empty where there is nothing.
std::string dues_notes(const UnitDues& dues, const Wording& words);

/// "Nhắc quá hạn, 08:00 ngày 11/12/2023"
std::string notice_summary(const app::NoticeSent& notice, const Wording& words);
/// "đã đọc 09:31 ngày 11/12/2023 · thư: đã gửi"
std::string notice_fate(const app::NoticeSent& notice, const Wording& words);
/// What {{> notices}} shows of it to the unit.
Object notice_to_unit(const app::NoticeSent& notice, const Wording& words);
/// "tel:02603555108" for "0260 3555 108"; a second number or an extension is left out.
std::string phone_address(std::string_view phone);
/// "Nhắc sau hạn"
std::string rung_words(const std::string& rung, const Wording& words);

} // namespace tiendo::web::view
