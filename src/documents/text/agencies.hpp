#pragma once

#include "documents/text/words.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tiendo::documents {

struct AgencyMention {
    std::size_t first = 0; ///< words [first, last)
    std::size_t last = 0;
};

/// The end of the name of a body that begins at the word; `i` itself where none does. Works in
/// running text: "Phòng Tư pháp phối hợp với ..." ends behind "pháp".
std::size_t agency_end(const Words& words, std::size_t i);

/// The same of a name whose kind of body no list holds: it begins with a capital.
std::size_t unknown_agency_end(const Words& words, std::size_t i);

/// The names of bodies between the two words, in their order.
std::vector<AgencyMention> agencies_in(const Words& words, std::size_t first, std::size_t last);

/// A text that is nothing but a list of bodies, as one name each: "Các Phòng: Nội vụ, Y tế" gives
/// "Phòng Nội vụ" and "Phòng Y tế"; names with a comma or "và" in them and collectives stay whole.
std::vector<std::string> agency_list(std::string_view text);

/// Whether the text begins with the name of a body (after "Đề nghị", "Giao").
bool begins_with_agency(std::string_view text);

/// Bytes of "Đề nghị", "Giao", "Yêu cầu" before the name.
std::size_t request_length(std::string_view text);

/// "ỦY BAN NHÂN DÂN HUYỆN NGỌC HỒI" as it is written in running text.
std::string agency_in_small_letters(const std::string& capitals);

} // namespace tiendo::documents
