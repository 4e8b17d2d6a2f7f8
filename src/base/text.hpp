#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tiendo {

/// All text inside the product is UTF-8 in NFC; what comes in passes here first.
std::string to_nfc(std::string_view utf8);
bool is_valid_utf8(std::string_view text);

/// Lower case, Unicode rules: "ĐẮK" becomes "đắk".
std::string to_lower(std::string_view text);
std::string to_upper(std::string_view text);

/// For finding, never for understanding: lower case without any marks, đ as d, dashes alike,
/// single spaces. "Xã Đắk Dục" becomes "xa dak duc".
std::string search_key(std::string_view text);

/// For comparing names: lower case with marks, tone marks in one place (hoà = hòa), dashes and
/// quotes alike, single spaces, no closing punctuation.
std::string name_key(std::string_view text);

/// The order of a Vietnamese dictionary with numbers by value: Bờ Y, Đắk Ang, Plei Kần; 2
/// before 10.
bool collates_before(std::string_view a, std::string_view b);

/// How many characters there are; a letter with its marks is one in NFC.
std::size_t character_count(std::string_view text);
/// At most so many bytes from the beginning, cut between characters.
std::string_view first_bytes(std::string_view text, std::size_t bytes_max);

std::string_view trim(std::string_view text);
/// Runs of white space, no-break spaces included, become one space; the ends are trimmed.
std::string squeeze(std::string_view text);
std::vector<std::string> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);
std::string replace_all(std::string text, std::string_view from, std::string_view to);

/// For identifiers and addresses: "Xã Đắk Dục" becomes "xa-dak-duc".
std::string slug(std::string_view text);

} // namespace tiendo
