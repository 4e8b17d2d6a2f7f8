#pragma once

#include "domain/period/period.hpp"
#include "domain/report/official_words.hpp"

#include <string>

namespace tiendo {

/// "Phòng Lao động - Thương binh và Xã hội" is "LĐTBXH": the initials of the words of its field.
std::string initials_of(const std::string& name, const OfficialWords& say);

/// The body's name in capitals, "ỦY BAN NHÂN DÂN" shortened as the decree allows for local bodies.
std::string capitals_of(const std::string& name, const OfficialWords& say);

/// What a plan's title is about, after "Triển khai thực hiện": what a report on it is about too.
std::string matter_of(const std::string& plan_title, const OfficialWords& say);

/// "Kết quả thực hiện Chiến lược … năm 2023": the plan's matter, with the period where the title
/// does not name its year already.
std::string
subject_of_report(const std::string& plan_title, const PeriodId& period, const OfficialWords& say);

} // namespace tiendo
