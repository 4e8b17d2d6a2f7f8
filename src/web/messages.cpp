#include "web/messages.hpp"

#include "base/number_text.hpp"
#include "embedded/web_messages.hpp"

#include <toml++/toml.h>

#include <array>

namespace tiendo::web {

namespace {

void flatten(const toml::table& table, const std::string& prefix, Messages::Texts& texts)
{
    for (const auto& [key, node] : table) {
        const std::string name = prefix + std::string(key.str());
        if (const auto* inner = node.as_table()) {
            flatten(*inner, name + ".", texts);
            continue;
        }
        const auto* text = node.as_string();
        ensure(text != nullptr, "a message is a text");
        ensure(
            texts.emplace(name, text->get()).second, "a message key is given once in a language"
        );
    }
}

std::string filled(std::string_view text, const Messages::Args& args)
{
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const auto open = text.find('{');
        out += text.substr(0, open);
        if (open == std::string_view::npos) break;
        text.remove_prefix(open);
        const auto close = text.find('}');
        if (close == std::string_view::npos) return out += text;
        const auto found = args.find(std::string(text.substr(1, close - 1)));
        out += found == args.end() ? text.substr(0, close + 1) : std::string_view(found->second);
        text.remove_prefix(close + 1);
    }
    return out;
}

bool are_digits(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

} // namespace

std::string_view language_code(Language language)
{
    return language == Language::vietnamese ? "vi" : "en";
}

void Messages::merge(Language language, std::string_view toml_text, std::string_view file)
{
    try {
        flatten(
            toml::parse(toml_text, file),
            "",
            language == Language::vietnamese ? vietnamese_ : english_
        );
    } catch (const toml::parse_error& error) {
        ensure(false, (std::string(file) + ": " + std::string(error.description())).c_str());
    }
}

const Messages& Messages::embedded()
{
    static const Messages messages = [] {
        Messages all;
        for (const auto path : embedded::web_messages_paths()) {
            const auto language =
                path.ends_with(".vi.toml") ? Language::vietnamese : Language::english;
            all.merge(language, embedded::web_messages(path), path);
        }
        return all;
    }();
    return messages;
}

Messages Messages::parse(std::string_view vietnamese_toml, std::string_view english_toml)
{
    Messages messages;
    messages.merge(Language::vietnamese, vietnamese_toml, "vi");
    messages.merge(Language::english, english_toml, "en");
    return messages;
}

const Messages::Texts& Messages::texts(Language language) const
{
    return language == Language::vietnamese ? vietnamese_ : english_;
}

bool Messages::has(Language language, std::string_view key) const
{
    return texts(language).contains(key);
}

std::string Messages::text(Language language, std::string_view key, const Args& args) const
{
    const auto& known = texts(language);
    const auto found = known.find(key);
    return found == known.end() ? std::string(key) : filled(found->second, args);
}

std::string Wording::text(std::string_view key, const Messages::Args& args) const
{
    return messages_->text(language_, key, args);
}

std::string Wording::sentence(const Problem& problem) const
{
    return text(problem.key, problem.args);
}

std::string Wording::number(const Decimal& number) const
{
    return language_ == Language::vietnamese ? vietnamese_number(number) : english_number(number);
}

std::string Wording::number(const Decimal& number, int decimals) const
{
    return language_ == Language::vietnamese ? vietnamese_number(number, decimals)
                                             : english_number(number, decimals);
}

std::string Wording::day(Date date) const
{
    if (language_ == Language::vietnamese) return vietnamese_date(date);
    const auto month = static_cast<unsigned>(date.month());
    return std::to_string(static_cast<unsigned>(date.day())) + " " +
           text("calendar.month_" + std::to_string(month)) + " " +
           std::to_string(static_cast<int>(date.year()));
}

std::string Wording::time(Instant instant) const
{
    return clock_time(instant);
}

std::string Wording::moment(Instant instant) const
{
    return text(
        "calendar.moment", {{"time", time(instant)}, {"day", day(local_time(instant).day)}}
    );
}

std::string Wording::period(std::string_view period_id) const
{
    static constexpr std::array<std::string_view, 4> roman{"I", "II", "III", "IV"};
    const std::string id(period_id);
    if (id.size() < 4 || !are_digits(period_id.substr(0, 4))) return id;
    const std::string year = id.substr(0, 4);
    const auto rest = period_id.substr(4);
    if (rest.empty()) return text("period.year", {{"year", year}});
    if (rest.size() == 2 && rest[0] == 'Q' && rest[1] >= '1' && rest[1] <= '4')
        return text(
            "period.quarter",
            {{"quarter", std::string(roman[static_cast<std::size_t>(rest[1] - '1')])},
             {"year", year}}
        );
    if (rest == "S1") return text("period.first_half", {{"year", year}});
    if (rest == "S2") return text("period.second_half", {{"year", year}});
    if (rest == "N9") return text("period.nine_months", {{"year", year}});
    if (rest.size() == 2 && are_digits(rest))
        return text("period.month", {{"month", std::string(rest)}, {"year", year}});
    return id;
}

} // namespace tiendo::web
