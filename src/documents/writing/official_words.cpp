#include "documents/writing/official_words.hpp"

#include "base/result.hpp"
#include "base/text.hpp"
#include "embedded/official_words.hpp"

#include <fmt/args.h>

#include <map>

namespace tiendo::documents {
namespace {

constexpr std::string_view open_place = "\u00a0\u00a0\u00a0\u00a0\u00a0"; // room for a pen

std::map<std::string, std::string, std::less<>> read_words()
{
    std::map<std::string, std::string, std::less<>> words;
    for (const auto path : embedded::official_words_paths()) {
        for (const auto& line : split(embedded::official_words(path), '\n')) {
            const auto equals = line.find(" = ");
            if (line.starts_with('#') || equals == std::string::npos) continue;
            // What follows is taken as it stands: some words begin with a space.
            const bool is_new =
                words.emplace(trim(line.substr(0, equals)), line.substr(equals + 3)).second;
            ensure(is_new, "each official word is said once");
        }
    }
    return words;
}

std::string two_digits(unsigned number)
{
    return fmt::format("{:02}", number);
}

} // namespace

std::string official_words(std::string_view key, const WordArguments& arguments)
{
    static const auto words = read_words();
    const auto found = words.find(key);
    ensure(found != words.end(), "official_words.txt has the key");
    fmt::dynamic_format_arg_store<fmt::format_context> store;
    for (const auto& [name, value] : arguments)
        store.push_back(fmt::arg(name.c_str(), value));
    return fmt::vformat(found->second, store);
}

std::string date_in_words(const std::optional<Date>& date)
{
    const std::string open{open_place};
    if (!date) return official_words("date", {{"day", open}, {"month", open}, {"year", open}});
    const auto month = static_cast<unsigned>(date->month());
    return official_words(
        "date",
        {{"day", two_digits(static_cast<unsigned>(date->day()))},
         {"month", month < 3 ? two_digits(month) : std::to_string(month)},
         {"year", std::to_string(static_cast<int>(date->year()))}}
    );
}

std::string document_number(std::string_view number)
{
    if (number.empty()) return std::string{open_place};
    const bool one_digit = number.size() == 1 && number.front() >= '0' && number.front() <= '9';
    return (one_digit ? "0" : "") + std::string{number};
}

} // namespace tiendo::documents
