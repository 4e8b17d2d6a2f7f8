#pragma once

#include "domain/chase/notice_text.hpp"

#include <string>
#include <string_view>

/// Notices inside a unit: to its leader while a report waits for the leader's step, and to whoever
/// typed it when it comes back. The office neither sends nor sees them.
namespace tiendo {

enum class InnerNotice {
    for_leader, ///< chờ lãnh đạo duyệt
    given_back, ///< lãnh đạo trả lại người nhập
};

/// "for_leader/saloong-ld/1702256400": one notice for each person and step, however often asked.
std::string inner_rung(InnerNotice notice, std::string_view login, Instant step);
bool is_inner(std::string_view rung);
/// Whom it is for, by login.
std::string addressee_of(std::string_view rung);
/// Whether the report still stands where the notice says.
bool inner_holds(std::string_view rung, const ReportState& state);

NoticeText inner_text(
    InnerNotice notice, const UnitDues& dues, const NoticeFacts& facts, const OfficialWords& say
);

} // namespace tiendo
