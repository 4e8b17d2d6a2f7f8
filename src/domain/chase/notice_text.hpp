#pragma once

#include "domain/chase/ladder.hpp"
#include "domain/plan/plan.hpp"
#include "domain/report/official_words.hpp"

#include <string>
#include <vector>

namespace tiendo {

/// What every notice of a period says beside what is missing.
struct NoticeFacts {
    DocumentHead plan{};
    PeriodId period{};
    Instant now{};
    std::string office{};  ///< who asks: "Phòng Lao động - Thương binh và Xã hội"
    std::string contact{}; ///< whom to ask, with a telephone; empty where nobody was named
};

/// A letter without a letter-head: for the product, e-mail, and to be copied.
struct NoticeText {
    std::string subject{};
    std::string body{};

    friend bool operator==(const NoticeText&, const NoticeText&) = default;
};

/// In Vietnamese whoever looks. The Front and the mass organisations are asked to cooperate and
/// provide, with no word of being late.
NoticeText notice_text(
    const Notice& notice, const UnitDues& dues, const NoticeFacts& facts, const OfficialWords& say
);

/// Danh sách cho lãnh đạo phòng: who has not reported, what is missing, whom to call.
NoticeText head_list_text(
    const Notice& notice, const Ledger& ledger, const NoticeFacts& facts, const OfficialWords& say
);

/// "17:00 ngày 08/12/2023"
std::string moment_in_words(Instant instant, const OfficialWords& say);
/// "năm 2023", "quý IV năm 2023"
std::string period_in_words(const PeriodId& period, const OfficialWords& say);
/// "Kế hoạch số 109/KH-UBND ngày 20/3/2023 của Ủy ban nhân dân huyện Ngọc Hồi"; by its title while
/// the number is open.
std::string plan_in_words(const DocumentHead& plan, const OfficialWords& say);
/// "3.2a"; a table of the office has no number, and is named: "bảng “Thăm hộ gia đình”".
std::string number_in_words(const OwedItem& item, const OfficialWords& say);
/// "Chỉ tiêu 3.2a: Nạn nhân …"
std::string item_in_words(const OwedItem& item, const OfficialWords& say);

} // namespace tiendo
