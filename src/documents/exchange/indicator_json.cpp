#include "documents/exchange/indicator_json.hpp"

#include "documents/exchange/json_reader.hpp"
#include "domain/indicator/formula.hpp"
#include "embedded/data.hpp"

namespace tiendo::documents {
namespace {

namespace bj = boost::json;

constexpr json::Names<Shape, 5> shapes{{
    {Shape::ratio, "ratio"},
    {Shape::quarters, "quarters"},
    {Shape::months, "months"},
    {Shape::yes_no, "yes_no"},
    {Shape::count, "count"},
}};
constexpr json::Names<AcrossUnits, 6> across_units{{
    {AcrossUnits::sum, "sum"},
    {AcrossUnits::average, "average"},
    {AcrossUnits::minimum, "minimum"},
    {AcrossUnits::maximum, "maximum"},
    {AcrossUnits::share_of_units, "share_of_units"},
    {AcrossUnits::all_units, "all_units"},
}};
constexpr json::Names<AcrossTime, 6> across_time{{
    {AcrossTime::sum, "sum"},
    {AcrossTime::last, "last"},
    {AcrossTime::average, "average"},
    {AcrossTime::minimum, "minimum"},
    {AcrossTime::maximum, "maximum"},
    {AcrossTime::all_periods, "all_periods"},
}};
constexpr json::Names<Counting, 2> countings{
    {{Counting::per_period, "per_period"}, {Counting::cumulative, "cumulative"}}
};
constexpr json::Names<Breakdown, 2> breakdowns{{{Breakdown::none, "none"}, {Breakdown::sex, "sex"}}
};

constexpr int usual_decimals = 2;

std::string formula_in(const bj::object& object, const char* key)
{
    auto text = json::text(object, key);
    if (!text.empty() && std::holds_alternative<FormulaFault>(parse_formula(text)))
        throw json::Unexpected{key};
    return text;
}

Indicator read_indicator(const bj::object& object)
{
    Indicator indicator;
    indicator.id = IndicatorId(json::text(object, "id"));
    indicator.name = json::text(object, "name");
    indicator.name_en = json::text(object, "name_en");
    indicator.shape = json::named(shapes, object, "shape", Shape::ratio);
    indicator.numerator = json::text(object, "numerator");
    indicator.denominator = json::text(object, "denominator");
    indicator.counted = json::text(object, "counted");
    indicator.formula = formula_in(object, "formula");
    indicator.divisor = formula_in(object, "divisor");
    indicator.factor = json::whole(object, "factor", 100);
    indicator.unit = json::text(object, "unit");
    indicator.across_units = json::named(across_units, object, "across_units", AcrossUnits::sum);
    indicator.across_time = json::named(across_time, object, "across_time", AcrossTime::sum);
    indicator.counting = json::named(countings, object, "counting", Counting::per_period);
    indicator.decimals = static_cast<int>(json::whole(object, "decimals", usual_decimals));
    indicator.small_denominator = json::whole(object, "small_denominator", 0);
    indicator.breakdown = json::named(breakdowns, object, "breakdown", Breakdown::none);
    indicator.sensitive = json::flag(object, "sensitive");
    indicator.suppliers = json::texts(object, "suppliers");
    indicator.words = json::texts(object, "words");
    indicator.source = json::text(object, "source");
    indicator.mark = json::text(object, "mark");
    if (indicator.id.empty() || indicator.name.empty() || indicator.factor <= 0)
        throw json::Unexpected{"id"};
    return indicator;
}

} // namespace

std::string to_json(const Indicator& indicator)
{
    bj::object object;
    object["id"] = indicator.id.str();
    object["name"] = indicator.name;
    json::put_if(object, "name_en", indicator.name_en);
    object["shape"] = json::name_of(shapes, indicator.shape);
    json::put_if(object, "numerator", indicator.numerator);
    json::put_if(object, "denominator", indicator.denominator);
    json::put_if(object, "counted", indicator.counted);
    json::put_if(object, "formula", indicator.formula);
    json::put_if(object, "divisor", indicator.divisor);
    object["factor"] = indicator.factor;
    json::put_if(object, "unit", indicator.unit);
    object["across_units"] = json::name_of(across_units, indicator.across_units);
    object["across_time"] = json::name_of(across_time, indicator.across_time);
    object["counting"] = json::name_of(countings, indicator.counting);
    object["decimals"] = indicator.decimals;
    object["small_denominator"] = indicator.small_denominator;
    object["breakdown"] = json::name_of(breakdowns, indicator.breakdown);
    object["sensitive"] = indicator.sensitive;
    object["suppliers"] = json::to_array(indicator.suppliers);
    object["words"] = json::to_array(indicator.words);
    json::put_if(object, "source", indicator.source);
    json::put_if(object, "mark", indicator.mark);
    return bj::serialize(object);
}

Result<Indicator> parse_indicator(std::string_view text)
{
    return json::reading(text, read_indicator);
}

const std::vector<Indicator>& embedded_indicators()
{
    static const auto read =
        json::reading(embedded::data("indicators.json"), [](const bj::object& object) {
            std::vector<Indicator> indicators;
            json::each_in(object, "indicators", [&](const bj::object& item) {
                indicators.push_back(read_indicator(item));
            });
            return indicators;
        });
    ensure(read.has_value(), "data/indicators.json is well formed");
    return *read;
}

} // namespace tiendo::documents
