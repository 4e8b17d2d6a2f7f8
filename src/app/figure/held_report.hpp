#pragma once

#include "app/report/reports.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tiendo::app {

/// Where one unit's report stands, as lists show it; what the unit types meanwhile is not in it.
struct HeldReport {
    UnitId unit{};
    ReportState state{};
    std::string channel{};            ///< of the newest version
    std::optional<Completion> sent{}; ///< of the newest version; none where nothing was handed in
    Completion blank{};               ///< of the form without any answer
};

/// In the order of the units' ids.
using HeldReports = std::vector<std::shared_ptr<const HeldReport>>;

/// What the units are asked in a period.
struct AskedForms {
    const Plan& plan;
    const IndicatorLibrary& indicators;
    const std::vector<OfficeTable>& tables;

    Form of(const UnitId& unit) const;
};

/// `newest`: what the unit handed in last, if anything.
HeldReport held_report(
    const AskedForms& forms,
    const UnitId& unit,
    const ReportState& state,
    const std::optional<store::SubmissionRecord>& newest
);

const HeldReport* find_report(const HeldReports& reports, const UnitId& unit);
void put_report(HeldReports& reports, HeldReport report);

} // namespace tiendo::app
