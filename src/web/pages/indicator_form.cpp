#include "web/pages/indicator_form.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace tiendo::web {
namespace {

template <class Enum> struct Choice {
    Enum value;
    std::string_view name;
};

constexpr std::array<Choice<Shape>, 5> shapes{{
    {Shape::ratio, "ratio"},
    {Shape::quarters, "quarters"},
    {Shape::months, "months"},
    {Shape::yes_no, "yes_no"},
    {Shape::count, "count"},
}};
constexpr std::array<Choice<AcrossUnits>, 6> across_units{{
    {AcrossUnits::sum, "sum"},
    {AcrossUnits::average, "average"},
    {AcrossUnits::minimum, "minimum"},
    {AcrossUnits::maximum, "maximum"},
    {AcrossUnits::share_of_units, "share_of_units"},
    {AcrossUnits::all_units, "all_units"},
}};
constexpr std::array<Choice<AcrossTime>, 6> across_time{{
    {AcrossTime::sum, "sum"},
    {AcrossTime::last, "last"},
    {AcrossTime::average, "average"},
    {AcrossTime::minimum, "minimum"},
    {AcrossTime::maximum, "maximum"},
    {AcrossTime::all_periods, "all_periods"},
}};
constexpr std::array<Choice<Counting>, 2> countings{
    {{Counting::per_period, "per_period"}, {Counting::cumulative, "cumulative"}}
};
constexpr std::array<Choice<Breakdown>, 2> breakdowns{
    {{Breakdown::none, "none"}, {Breakdown::sex, "sex"}}
};

template <class Choices, class Enum>
view::List choices(const Choices& all, Enum chosen, const std::string& keys, const Wording& words)
{
    view::List list;
    for (const auto& choice : all) {
        list.emplace_back(view::Object{
            {"value", choice.name},
            {"name", words.text(keys + std::string(choice.name))},
            {"is_chosen", choice.value == chosen}
        });
    }
    return list;
}

template <class Choices, class Enum>
Enum chosen_in(const Choices& all, std::string_view name, Enum otherwise)
{
    for (const auto& choice : all) {
        if (choice.name == name) return choice.value;
    }
    return otherwise;
}

std::vector<std::string> lines_in(std::string_view text)
{
    std::vector<std::string> lines;
    for (const auto& line : split(text, '\n')) {
        if (!squeeze(line).empty()) lines.push_back(squeeze(line));
    }
    return lines;
}

/// What is no number becomes -1, which no field takes.
template <class Number> Number number_in(const Request& request, const char* field)
{
    const auto text = squeeze(request.form[field]);
    Number number = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? number : Number{-1};
}

/// What the unit types, by the names that a formula uses.
std::string names_of(const Indicator& entry)
{
    std::vector<std::string> names;
    for (const auto& key : elements_of(entry))
        names.push_back(key);
    if (entry.shape == Shape::ratio && entry.breakdown == Breakdown::sex) {
        names.insert(names.begin(), {"num", "den"});
    }
    return join(names, ", ");
}

} // namespace

Indicator indicator_in(const Request& request, Indicator entry)
{
    entry.name = squeeze(request.form["name"]);
    entry.name_en = squeeze(request.form["name_en"]);
    entry.numerator = squeeze(request.form["numerator"]);
    entry.denominator = squeeze(request.form["denominator"]);
    entry.formula = squeeze(request.form["formula"]);
    entry.divisor = squeeze(request.form["divisor"]);
    entry.factor = number_in<std::int64_t>(request, "factor");
    entry.decimals = number_in<int>(request, "decimals");
    entry.small_denominator = number_in<std::int64_t>(request, "small_denominator");
    entry.unit = squeeze(request.form["unit"]);
    entry.source = squeeze(request.form["source"]);
    entry.mark = squeeze(request.form["mark"]);
    entry.sensitive = request.form.has("sensitive");
    entry.suppliers = lines_in(request.form["suppliers"]);
    entry.words = lines_in(request.form["phrases"]);
    entry.shape = chosen_in(shapes, request.form["shape"], Shape::ratio);
    entry.across_units = chosen_in(across_units, request.form["across_units"], AcrossUnits::sum);
    entry.across_time = chosen_in(across_time, request.form["across_time"], AcrossTime::sum);
    entry.counting = chosen_in(countings, request.form["counting"], Counting::per_period);
    entry.breakdown = chosen_in(breakdowns, request.form["breakdown"], Breakdown::none);
    return entry;
}

view::Object indicator_fields(const Indicator& entry, const Wording& words)
{
    return {
        {"title", entry.name.empty() ? words.text("indicators.new") : entry.name},
        {"name", entry.name},
        {"name_en", entry.name_en},
        {"numerator", entry.numerator},
        {"denominator", entry.denominator},
        {"formula", entry.formula},
        {"divisor", entry.divisor},
        {"names", words.text("indicators.formula_names", {{"names", names_of(entry)}})},
        {"factor", std::to_string(entry.factor)},
        {"decimals", std::to_string(entry.decimals)},
        {"small_denominator", std::to_string(entry.small_denominator)},
        {"unit", entry.unit},
        {"source", entry.source},
        {"mark", entry.mark},
        {"is_sensitive", entry.sensitive},
        {"suppliers", join(entry.suppliers, "\n")},
        {"phrases", join(entry.words, "\n")},
        {"shapes", choices(shapes, entry.shape, "indicators.shape_", words)},
        {"across_units", choices(across_units, entry.across_units, "indicators.units_", words)},
        {"across_time", choices(across_time, entry.across_time, "indicators.time_", words)},
        {"countings", choices(countings, entry.counting, "indicators.counting_", words)},
        {"breakdowns", choices(breakdowns, entry.breakdown, "indicators.breakdown_", words)}
    };
}

void show_formula_fault(
    view::Object& data, const Indicator& entry, const Error& error, const Wording& words
)
{
    for (const std::string field : {"formula", "divisor"}) {
        const auto found = std::ranges::find_if(error.problems, [&](const Problem& problem) {
            return problem.place == field && problem.args.contains("at");
        });
        const bool is_wrong = found != error.problems.end();
        data.set(field + "_is_wrong", is_wrong);
        if (!is_wrong) continue;
        const auto& text = field == "formula" ? entry.formula : entry.divisor;
        const auto at = std::min<std::size_t>(std::stoul(found->args.at("at")), text.size());
        const auto length = std::stoul(found->args.at("length"));
        const auto marked = text.substr(at, length);
        data.set(field + "_fault", words.sentence(*found));
        data.set(field + "_before", text.substr(0, at));
        data.set(field + "_marked", marked.empty() ? std::string("…") : marked);
        data.set(field + "_after", text.substr(std::min<std::size_t>(at + length, text.size())));
    }
}

} // namespace tiendo::web
