#include "domain/plan/duty_clauses.hpp"

#include "base/text.hpp"

namespace tiendo {
namespace {

/// "NĐ." and "TP." end no sentence; the last word of one is longer, or in lower case.
constexpr std::size_t abbreviation_bytes_max = 4;

bool is_upper_start(std::string_view text)
{
    if (text.empty()) return false;
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : 3;
    const auto letter = text.substr(0, length);
    return to_lower(letter) != letter;
}

/// Whether a sentence ends at that full stop, and another begins behind it.
bool ends_sentence(std::string_view line, std::size_t stop)
{
    if (stop + 2 >= line.size() || line[stop + 1] != ' ') return false;
    if (!is_upper_start(line.substr(stop + 2))) return false;
    const auto space = line.substr(0, stop).rfind(' ');
    const auto word = line.substr(space == std::string_view::npos ? 0 : space + 1);
    const auto last = word.substr(0, stop - (line.size() - word.size()));
    return last.size() > abbreviation_bytes_max || !is_upper_start(last);
}

void take_sentence(std::vector<std::string>& clauses, std::string_view text)
{
    auto sentence = squeeze(text);
    if (sentence.empty()) return;
    if (sentence.ends_with(':') && !clauses.empty())
        clauses.back() += " " + sentence;
    else
        clauses.push_back(std::move(sentence));
}

} // namespace

std::vector<std::string> duty_clauses(std::string_view text)
{
    std::vector<std::string> clauses;
    for (const auto& line : split(text, '\n')) {
        std::size_t start = 0;
        for (auto stop = line.find('.'); stop != std::string::npos;
             stop = line.find('.', stop + 1)) {
            if (!ends_sentence(line, stop)) continue;
            take_sentence(clauses, std::string_view(line).substr(start, stop + 1 - start));
            start = stop + 1;
        }
        take_sentence(clauses, std::string_view(line).substr(start));
    }
    return clauses;
}

} // namespace tiendo
