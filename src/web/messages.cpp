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
    Messages::Args args = problem.args;
    const auto unit = args.find("unit");
    for (const char* name : {"bound", "target", "value", "numerator", "denominator"}) {
        const auto arg = args.find(name);
        if (arg == args.end()) continue;
        const auto parsed = Decimal::parse(arg->second);
        if (!parsed) continue;
        const bool is_count = arg->first == "numerator" || arg->first == "denominator";
        arg->second =
            is_count || unit == args.end() ? number(*parsed) : quantity(*parsed, unit->second);
    }
    return text(problem.key, args);
}

std::string Wording::quantity(const Decimal& value, std::string_view unit) const
{
    const std::string shown = number(value);
    if (unit.empty() || unit == "count") return shown;
    if (unit == "percent" || unit == "%") return text("unit.percent", {{"number", shown}});
    if (unit == "ratio") return text("unit.ratio", {{"number", shown}});
    if (unit.starts_with("per_")) {
        const auto base = Decimal::parse(unit.substr(4));
        return text(
            "unit.per",
            {{"number", shown}, {"base", base ? number(*base) : std::string(unit.substr(4))}}
        );
    }
    return text("unit.counted", {{"number", shown}, {"noun", std::string(unit)}});
}

std::string Wording::number(const Decimal& value) const
{
    return language_ == Language::vietnamese ? vietnamese_number(value) : english_number(value);
}

std::string Wording::number(const Decimal& value, int decimals) const
{
    return language_ == Language::vietnamese ? vietnamese_number(value, decimals)
                                             : english_number(value, decimals);
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

std::string Wording::period(const PeriodId& id) const
{
    static constexpr std::array<std::string_view, 4> roman{"I", "II", "III", "IV"};
    const auto name = parse_period(id);
    if (!name) return id.str();
    const std::string year = std::to_string(name->year);
    switch (name->length) {
    case PeriodLength::year:
        return text("period.year", {{"year", year}});
    case PeriodLength::nine_months:
        return text("period.nine_months", {{"year", year}});
    case PeriodLength::half_year:
        return text(
            name->number == 1 ? "period.first_half" : "period.second_half", {{"year", year}}
        );
    case PeriodLength::quarter: {
        const auto quarter = roman.at(static_cast<std::size_t>(name->number - 1));
        return text("period.quarter", {{"quarter", std::string(quarter)}, {"year", year}});
    }
    case PeriodLength::month: {
        const std::string month = (name->number < 10 ? "0" : "") + std::to_string(name->number);
        return text("period.month", {{"month", month}, {"year", year}});
    }
    }
    return id.str();
}

} // namespace tiendo::web
