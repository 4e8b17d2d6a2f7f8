#include "web/messages.hpp"

#include "base/number_text.hpp"
#include "embedded/web_messages.hpp"

#include <algorithm>
#include <array>

namespace tiendo::web {

namespace {

/// What stands before the next zero byte; the rest stays.
std::string_view take(std::string_view& rest)
{
    const auto end = rest.find('\0');
    ensure(end != std::string_view::npos, "a message is closed");
    const auto taken = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    return taken;
}

std::vector<Messages::Text> texts_of(std::string_view flat)
{
    std::vector<Messages::Text> texts;
    while (!flat.empty()) {
        const auto key = take(flat);
        ensure(
            texts.empty() || texts.back().first < key,
            "messages are sorted, and a key is given once in a language"
        );
        texts.emplace_back(key, take(flat));
    }
    return texts;
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

const Messages& Messages::embedded()
{
    static const Messages messages =
        parse(embedded::web_messages("vi"), embedded::web_messages("en"));
    return messages;
}

Messages Messages::parse(std::string_view vietnamese, std::string_view english)
{
    Messages messages;
    messages.vietnamese_ = texts_of(vietnamese);
    messages.english_ = texts_of(english);
    return messages;
}

const Messages::Text* Messages::find(Language language, std::string_view key) const
{
    const auto& texts = language == Language::vietnamese ? vietnamese_ : english_;
    const auto found = std::ranges::lower_bound(texts, key, {}, &Text::first);
    return found == texts.end() || found->first != key ? nullptr : &*found;
}

bool Messages::has(Language language, std::string_view key) const
{
    return find(language, key) != nullptr;
}

std::string Messages::text(Language language, std::string_view key, const Args& args) const
{
    const auto* found = find(language, key);
    return found == nullptr ? std::string(key) : filled(found->second, args);
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
    case PeriodLength::school_year:
        return text(
            "period.school_year", {{"year", year}, {"next", std::to_string(name->year + 1)}}
        );
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
