#pragma once

#include "base/date.hpp"
#include "domain/report/official_words.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace tiendo::documents {

/// The fixed words of official documents (official_words.txt, report_words.txt), by key.
std::string official_words(std::string_view key, const WordArguments& arguments = {});

/// "ngày 05 tháng 01 năm 2023": days below 10 and the months 1 and 2 have a zero in front (Decree
/// 30/2020, Annex I, II.4.b). Without a date the places are left open.
std::string date_in_words(const std::optional<Date>& date);

/// "05": numbers below 10 have a zero in front (II.3.c). Open where the clerk has yet to fill it
/// in.
std::string document_number(std::string_view number);

} // namespace tiendo::documents
