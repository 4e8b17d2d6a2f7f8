#include "app/plan/plans.hpp"
#include "base/text.hpp"
#include "web/error_page.hpp"
#include "web/pages/plans.hpp"

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
constexpr std::array<Choice<AcrossUnits>, 3> across_units{{
    {AcrossUnits::sum, "sum"},
    {AcrossUnits::share_of_units, "share_of_units"},
    {AcrossUnits::all_units, "all_units"},
}};
constexpr std::array<Choice<AcrossTime>, 3> across_time{{
    {AcrossTime::sum, "sum"},
    {AcrossTime::last, "last"},
    {AcrossTime::all_periods, "all_periods"},
}};
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

std::string page_of(const IndicatorId& id)
{
    return "/chi-so/" + id.str();
}

view::Object indicator_view(const Indicator& indicator, const Wording& words, bool may_edit)
{
    return {
        {"title", indicator.name.empty() ? words.text("indicators.new") : indicator.name},
        {"action", page_of(indicator.id)},
        {"may_edit", may_edit},
        {"name", indicator.name},
        {"name_en", indicator.name_en},
        {"numerator", indicator.numerator},
        {"denominator", indicator.denominator},
        {"factor", std::to_string(indicator.factor)},
        {"unit", indicator.unit},
        {"source", indicator.source},
        {"mark", indicator.mark},
        {"is_unverified", indicator.mark == "GK"},
        {"is_sensitive", indicator.sensitive},
        {"suppliers", join(indicator.suppliers, "\n")},
        {"phrases", join(indicator.words, "\n")},
        {"shapes", choices(shapes, indicator.shape, "indicators.shape_", words)},
        {"across_units", choices(across_units, indicator.across_units, "indicators.units_", words)},
        {"across_time", choices(across_time, indicator.across_time, "indicators.time_", words)},
        {"breakdowns", choices(breakdowns, indicator.breakdown, "indicators.breakdown_", words)}
    };
}

std::vector<std::string> lines_in(std::string_view text)
{
    std::vector<std::string> lines;
    for (const auto& line : split(text, '\n')) {
        if (!squeeze(line).empty()) lines.push_back(squeeze(line));
    }
    return lines;
}

Indicator indicator_in(const Request& request)
{
    Indicator indicator;
    indicator.id = IndicatorId(std::string(request.path_parameters["indicator"]));
    indicator.name = squeeze(request.form["name"]);
    indicator.name_en = squeeze(request.form["name_en"]);
    indicator.numerator = squeeze(request.form["numerator"]);
    indicator.denominator = squeeze(request.form["denominator"]);
    const auto factor = squeeze(request.form["factor"]);
    std::from_chars(factor.data(), factor.data() + factor.size(), indicator.factor);
    indicator.unit = squeeze(request.form["unit"]);
    indicator.source = squeeze(request.form["source"]);
    indicator.mark = squeeze(request.form["mark"]);
    indicator.sensitive = request.form.has("sensitive");
    indicator.suppliers = lines_in(request.form["suppliers"]);
    indicator.words = lines_in(request.form["phrases"]);
    indicator.shape = chosen_in(shapes, request.form["shape"], Shape::ratio);
    indicator.across_units =
        chosen_in(across_units, request.form["across_units"], AcrossUnits::sum);
    indicator.across_time = chosen_in(across_time, request.form["across_time"], AcrossTime::sum);
    indicator.breakdown = chosen_in(breakdowns, request.form["breakdown"], Breakdown::none);
    return indicator;
}

} // namespace

Result<Response> get_indicators(Visit& visit, const Request&)
{
    return visit.read([&](app::Work& work) -> Result<Response> {
        view::List rows;
        const bool english = visit.words.language() == Language::english;
        const auto library = app::library(work);
        for (const auto& indicator : library.all()) {
            rows.emplace_back(view::Object{
                {"path", page_of(indicator.id)},
                {"name", english && !indicator.name_en.empty() ? indicator.name_en : indicator.name
                },
                {"numerator", indicator.numerator},
                {"denominator", indicator.denominator},
                {"unit", indicator.unit},
                {"source", indicator.source},
                {"is_unverified", indicator.mark == "GK"},
                {"is_sensitive", indicator.sensitive}
            });
        }
        return html(visit.page(
            "indicators",
            {{"title", visit.words.text("indicators.title")},
             {"rows", std::move(rows)},
             {"may_edit", may(visit.actor, Right::edit_plan)},
             {"new_path", "/chi-so/" + new_uuid7(work.now.seconds * 1000)}}
        ));
    });
}

Result<Response> get_indicator(Visit& visit, const Request& request)
{
    return visit.read([&](app::Work& work) -> Result<Response> {
        const IndicatorId id(std::string(request.path_parameters["indicator"]));
        const auto library = app::library(work);
        const auto* found = library.find(id);
        Indicator indicator;
        indicator.id = id;
        if (found != nullptr) indicator = *found;
        return html(visit.page(
            "indicator", indicator_view(indicator, visit.words, may(visit.actor, Right::edit_plan))
        ));
    });
}

Result<Response> post_indicator(Visit& visit, const Request& request)
{
    const auto indicator = indicator_in(request);
    const auto kept =
        visit.write([&](app::Work& work) { return app::put_indicator(work, indicator); });
    if (kept) return see_other("/chi-so");
    auto data = indicator_view(indicator, visit.words, true);
    show_problems(data, kept.error(), visit.words);
    return html(visit.page("indicator", std::move(data)), 422);
}

} // namespace tiendo::web
