#pragma once

#include "domain/report/consolidated_report.hpp"

#include <string>
#include <vector>

/// How the consolidated report names units and periods: in full, and by rank.
namespace tiendo {

/// "xã Sa Loong", "thị trấn Plei Kần", "Phòng Nội vụ": in full, but a commune by its place.
std::string
name_in_document(const UnitId& unit, const UnitDirectory& directory, const OfficialWords& say);

/// "xã Đắk Dục, xã Sa Loong"
std::string names_in_document(
    const std::vector<UnitId>& units, const UnitDirectory& directory, const OfficialWords& say
);

/// What those who answer are called together: "xã, thị trấn" where all are communes (of the kinds
/// that there are), else "đơn vị".
std::string noun_of_units(
    const std::vector<UnitId>& units, const UnitDirectory& directory, const OfficialWords& say
);

bool is_commune(const UnitId& unit, const UnitDirectory& directory);
/// Whether the unit is asked to cooperate instead of told to: the Front, the mass organisations.
bool is_asked_politely(const UnitId& unit, const UnitDirectory& directory);

/// "năm 2023", "quý IV năm 2023", "6 tháng đầu năm 2023"
std::string period_in_document(const PeriodId& period, const OfficialWords& say);

/// Whether the period ends with the plan, so that there is a verdict: before, a value is only held
/// against the target.
bool is_last_period(const Period& period, const Plan& plan);

/// "IV"; an office may ask up to twenty tables of its own, each an annex (docs/limits.md).
std::string roman_number(std::size_t number);

/// Who has reported and who has not, each by rank.
struct Reporters {
    std::vector<UnitId> counted{};  ///< whose answers count
    std::vector<UnitId> separate{}; ///< báo cáo riêng
    std::vector<UnitId> excluded{}; ///< with a reason
    std::vector<UnitId> returned{}; ///< that correct and complete
    std::vector<UnitId> overdue{};
    std::vector<UnitId> not_yet{};
    std::vector<UnitId> cooperating{}; ///< asked to cooperate, never overdue

    /// Who is expected: without the excluded.
    std::size_t expected() const;
    std::size_t reported() const { return counted.size() + separate.size(); }
    bool is_complete() const { return reported() == expected(); }
};
Reporters reporters_of(const ReportMaterial& material);

} // namespace tiendo
