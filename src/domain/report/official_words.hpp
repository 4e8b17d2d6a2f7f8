#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tiendo {

/// What stands for a name in braces: {"place", "Ngọc Hồi"}.
using WordArguments = std::vector<std::pair<std::string, std::string>>;

/// The fixed Vietnamese words of official documents, by key. They are data
/// (documents/writing/*_words.txt); a document that an office signs is in Vietnamese alone.
using OfficialWords = std::function<std::string(std::string_view key, const WordArguments&)>;

} // namespace tiendo
