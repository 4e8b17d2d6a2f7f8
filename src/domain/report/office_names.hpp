#pragma once

#include "domain/report/official_words.hpp"

#include <string>

namespace tiendo {

/// "Phòng Lao động - Thương binh và Xã hội" is "LĐTBXH": the initials of the words of its field.
std::string initials_of(const std::string& name, const OfficialWords& say);

/// The body's name in capitals, "ỦY BAN NHÂN DÂN" shortened as the decree allows for local bodies.
std::string capitals_of(const std::string& name, const OfficialWords& say);

/// What a plan's title is about, after "Triển khai thực hiện": what a report on it is about too.
std::string matter_of(const std::string& plan_title, const OfficialWords& say);

} // namespace tiendo
