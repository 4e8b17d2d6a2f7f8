#include "base/text.hpp"
#include "domain/report/office_names.hpp"
#include "domain/report/unit_report.hpp"

namespace tiendo {
namespace {

bool begins_with(const std::string& name, const std::string& word)
{
    return to_lower(name).starts_with(to_lower(word) + " ");
}

/// The head of an agency is called by what the agency is: "Phòng", "Trung tâm", "Ban" …
std::string head_of_agency(const std::string& name, const OfficialWords& say)
{
    if (begins_with(name, say("setup.department", {}))) return say("setup.head_of_department", {});
    if (begins_with(name, say("unit.centre", {}))) return say("unit.head_of_centre", {});
    return say("setup.head_of_office", {});
}

std::vector<std::string> signing_of(const Unit& unit, const OfficialWords& say)
{
    switch (unit.kind) {
    case UnitKind::commune:
    case UnitKind::committee:
        return {say("unit.for_committee", {}), say("unit.chair", {})};
    case UnitKind::front:
        return {say("unit.for_front", {}), say("unit.chair", {})};
    case UnitKind::mass_organisation:
        return {say("unit.for_organisation", {}), say("unit.chair", {})};
    case UnitKind::police:
        return {say("unit.head_of_police", {})};
    case UnitKind::agency:
        return {head_of_agency(unit.name, say)};
    }
    return {};
}

std::string symbol_of(const Unit& unit, const OfficialWords& say)
{
    switch (unit.kind) {
    case UnitKind::commune:
    case UnitKind::committee:
        return say("unit.symbol_committee", {});
    case UnitKind::front:
        return say("unit.symbol_front", {});
    case UnitKind::police:
        return say("unit.symbol_police", {});
    case UnitKind::mass_organisation:
        return say("unit.symbol_organisation", {});
    case UnitKind::agency:
        return say("unit.symbol", {{"office", initials_of(unit.name, say)}});
    }
    return {};
}

} // namespace

ReportSetup propose_unit_setup(const Plan& plan, const Unit& unit, const OfficialWords& say)
{
    const auto consolidated = propose_setup(plan, {}, say);
    const bool is_that_office = name_key(consolidated.issuer) == name_key(unit.name);
    ReportSetup setup;
    // A People's Committee, the Front and the police write in their own name; an agency stands
    // below the committee that it belongs to.
    if (unit.kind == UnitKind::agency) setup.superior = capitals_of(plan.head.issuer, say);
    setup.issuer = unit.name;
    setup.symbol = symbol_of(unit, say);
    setup.place = unit.kind == UnitKind::commune ? unit.short_name : plan.head.place;
    const auto& addressee =
        is_that_office || consolidated.issuer.empty() ? plan.head.issuer : consolidated.issuer;
    if (!addressee.empty()) setup.addressees = {addressee};
    setup.recipients = {say("setup.as_above", {})};
    setup.file_copy = say("unit.file_copy", {});
    setup.signing = signing_of(unit, say);
    return setup;
}

ReportSetup setup_for_next_period(ReportSetup earlier)
{
    earlier.number.clear();
    earlier.date.reset();
    return earlier;
}

} // namespace tiendo
