#include "base/text.hpp"
#include "domain/report/issuing.hpp"

namespace tiendo {
namespace {

CheckPoint point(const char* key, std::vector<std::string> open, IssuingAct before, bool blocks)
{
    return {key, !open.empty(), blocks, std::move(open), before};
}

/// Every measure has somebody who answers it, or the reason why nobody can.
std::vector<std::string> without_source(const ReportMaterial& material)
{
    std::vector<std::string> ids;
    for (const auto& row : material.rows) {
        if (row.measure.suppliers.empty() && row.measure.no_source.empty())
            ids.push_back(row.measure.id.str());
    }
    return ids;
}

std::vector<std::string> undecided(const Plan& plan)
{
    std::vector<std::string> keys;
    for (const auto& finding : plan.findings) {
        if (finding.blocking && !finding.decision) keys.push_back(finding.finding.message);
    }
    return keys;
}

std::vector<std::string> without_data(const ReportMaterial& material)
{
    std::vector<std::string> ids;
    for (const auto& row : material.rows) {
        if (row.figure.state == FigureState::no_data) ids.push_back(row.measure.id.str());
    }
    return ids;
}

template <class Fits>
std::vector<std::string> units_that(const ReportMaterial& material, Fits&& fits)
{
    std::vector<std::string> names;
    for (const auto& reported : material.units) {
        if (!fits(reported.state.stage)) continue;
        const auto* unit = material.directory.find(reported.unit);
        names.push_back(unit == nullptr ? reported.unit.str() : unit->short_name);
    }
    return names;
}

/// The fields of the head that are still empty, by their names in the form.
std::vector<std::string> empty_fields(const ReportSetup& setup)
{
    std::vector<std::string> fields;
    if (setup.issuer.empty()) fields.emplace_back("issuer");
    if (setup.symbol.empty()) fields.emplace_back("symbol");
    if (setup.place.empty()) fields.emplace_back("place");
    if (setup.addressees.empty()) fields.emplace_back("addressees");
    if (setup.recipients.empty()) fields.emplace_back("recipients");
    if (setup.signing.empty()) fields.emplace_back("signing");
    if (setup.signer_name.empty()) fields.emplace_back("signer_name");
    return fields;
}

} // namespace

std::vector<CheckPoint> check_points(const ReportMaterial& material, const IssuingState& state)
{
    using enum IssuingAct;
    std::vector<std::string> overrides;
    for (const auto& [key, text] : material.texts) {
        if (!key.starts_with("setup/") && !squeeze(text).empty()) overrides.push_back(key);
    }
    std::vector<std::string> number;
    if (state.number.empty()) number.emplace_back("number");
    if (!state.date) number.emplace_back("date");
    const auto waiting =
        units_that(material, [](Stage stage) { return stage == Stage::submitted; });
    const auto owing = units_that(material, [](Stage stage) { return !has_reported(stage); });
    return {
        point("sources", without_source(material), present_to_head, true),
        point("findings", undecided(material.plan), present_to_head, true),
        point("accepted", waiting, present_to_head, !state.submitted_allowed),
        point("head", empty_fields(material.setup), present_for_signature, true),
        point("number", std::move(number), issue, true),
        point("data", without_data(material), present_to_head, false),
        point("owing", owing, present_to_head, false),
        point("overrides", std::move(overrides), present_to_head, false)
    };
}

} // namespace tiendo
