#include "documents/reading/task_fields.hpp"

#include "base/text.hpp"
#include "documents/text/agencies.hpp"
#include "documents/text/vocabulary.hpp"

namespace tiendo::documents {

namespace {

/// Where the label of a field ends: "Đơn vị chủ trì:", and "Đơn vị được giám sát:" with words that
/// no list holds. 0 where there is none.
std::size_t field_colon(const Words& words, std::size_t i)
{
    constexpr std::size_t more_words_max = 4;
    const auto match = vocabulary("task_fields").at(words, i);
    if (!match) return 0;
    const auto last = i + match.length;
    for (auto k = last; k <= last + more_words_max; ++k) {
        if (words.is(k, ":")) return k;
        if (!words.is_plain(k) || !vocabulary("task_field_nouns").at(words, i)) return 0;
    }
    return 0;
}

bool ends_field(const Words& words, std::size_t i)
{
    // "Chủ trì: Sở Y tế; Sở Tài chính", "Phụ trách: Phó Hiệu trưởng; các tổ trưởng"
    const auto next = words.is(i + 1, "các") ? i + 2 : i + 1;
    const bool goes_on = words.is(i, ";") && next < words.size() &&
                         begins_with_agency(words.written(next, words.size()));
    return (words.is(i, ";") && !goes_on) || words.is(i, ")") ||
           (words.is(i, ".") && (i + 1 == words.size() || words.is_capitalised(i + 1)));
}

std::vector<TaskField> fields_from(const std::string& text, std::size_t first)
{
    std::vector<TaskField> fields;
    const Words words{text};
    for (std::size_t i = first; i < words.size(); ++i) {
        const bool begins = i == 0 || words.is_sign(i - 1);
        const auto colon = begins ? field_colon(words, i) : 0;
        if (colon == 0) continue;
        auto end = colon + 1;
        while (end < words.size() && !ends_field(words, end) &&
               !(words.is_sign(end) && field_colon(words, end + 1) != 0))
            ++end;
        if (end == colon + 1) continue;
        fields.push_back(
            {std::string(vocabulary("task_fields").at(words, i).meaning),
             std::string(words.written(colon + 1, end))}
        );
        i = end - 1;
    }
    return fields;
}

} // namespace

std::optional<TaskField> task_field(const std::string& text)
{
    if (text.find(':') == std::string::npos) return std::nullopt;
    const Words words{text};
    const auto colon = field_colon(words, 0);
    if (colon == 0) return std::nullopt;
    const auto meaning = vocabulary("task_fields").at(words, 0).meaning;
    return TaskField{std::string(meaning), squeeze(text.substr(words.at(colon).end))};
}

std::vector<TaskField> task_fields(const std::string& text)
{
    return task_field(text) ? fields_from(text, 0) : std::vector<TaskField>{};
}

std::vector<TaskField> fields_of_line(const std::string& text)
{
    auto first = task_field(text);
    if (!first) return {};
    const Words words{text};
    for (auto i = field_colon(words, 0) + 1; i < words.size(); ++i) {
        if (!words.is_sign(i - 1) || words.is(i - 1, ":") || field_colon(words, i) == 0) continue;
        auto fields = fields_from(text, i);
        first->value = std::string(words.written(field_colon(words, 0) + 1, i - 1));
        fields.insert(fields.begin(), std::move(*first));
        return fields;
    }
    return {std::move(*first)};
}

std::vector<TaskField> fields_inside(const std::string& text)
{
    return fields_from(text, 1);
}

} // namespace tiendo::documents
