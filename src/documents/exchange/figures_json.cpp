#include "documents/exchange/figures_json.hpp"

#include "documents/exchange/json_reader.hpp"
#include "domain/plan/plan_fields.hpp"

namespace tiendo::documents {
namespace {

namespace bj = boost::json;

constexpr int decimals = 4;

constexpr json::Names<FigureState, 5> states{{
    {FigureState::value, "value"},
    {FigureState::not_arising, "not_arising"},
    {FigureState::no_source, "no_source"},
    {FigureState::no_data, "no_data"},
    {FigureState::overflow, "overflow"},
}};
constexpr json::Names<Verdict, 6> verdicts{{
    {Verdict::met, "met"},
    {Verdict::not_met, "not_met"},
    {Verdict::no_data, "no_data"},
    {Verdict::no_source, "no_source"},
    {Verdict::not_arising, "not_arising"},
    {Verdict::not_judged, "not_judged"},
}};

bj::array parts_of(const Figure& figure)
{
    bj::array parts;
    for (const auto& part : figure.parts) {
        bj::object object;
        object["breakdown"] = part.breakdown;
        object["numerator"] = part.numerator.str();
        object["denominator"] = part.denominator.str();
        object["value"] =
            part.ratio ? bj::value(part.ratio->rounded(decimals).str()) : bj::value(nullptr);
        parts.push_back(std::move(object));
    }
    return parts;
}

bj::object coverage_of(const Coverage& coverage)
{
    bj::object object;
    object["expected"] = coverage.expected;
    object["reported"] = coverage.reported;
    object["accepted"] = coverage.accepted;
    bj::array missing;
    for (const auto& unit : coverage.missing)
        missing.emplace_back(unit.str());
    object["missing"] = std::move(missing);
    return object;
}

bj::value target_of(const Measure& measure)
{
    if (!measure.quantity) return nullptr;
    bj::object object;
    object["comparator"] = name_of(measure.quantity->comparator);
    object["value"] = measure.quantity->value.str();
    object["unit"] = measure.quantity->unit;
    return object;
}

} // namespace

std::string to_json(const std::vector<MeasureFigure>& rows)
{
    bj::array list;
    for (const auto& row : rows) {
        bj::object object;
        object["measure"] = row.measure.id.str();
        object["state"] = json::name_of(states, row.figure.state);
        object["parts"] = parts_of(row.figure);
        object["estimated"] = row.figure.estimated;
        object["coverage"] = coverage_of(row.figure.coverage);
        object["target"] = target_of(row.measure);
        object["verdict"] = json::name_of(verdicts, row.judgement.verdict);
        object["short_by"] =
            row.judgement.short_by ? bj::value(row.judgement.short_by->str()) : bj::value(nullptr);
        list.push_back(std::move(object));
    }
    return bj::serialize(list);
}

} // namespace tiendo::documents
