#pragma once

#include "domain/report/consolidated_report.hpp"

namespace tiendo {

/// What the units' activity rows add up to, for section I of the report.
struct ActivityTotals {
    std::vector<UnitId> with_own_plan{};    ///< communes that issued a plan of their own
    std::vector<UnitId> without_own_plan{}; ///< communes that did not, or have not said so
    int documents = 0;
    int training_classes = 0;
    Decimal people_trained{};
    Decimal women_trained{};
    Decimal minorities_trained{};
    int inspections = 0;
    int news_items = 0;
    Decimal money_allotted{}; ///< triệu đồng
    Decimal money_spent{};
};

ActivityTotals add_up_activities(const ReportMaterial& material);

} // namespace tiendo
