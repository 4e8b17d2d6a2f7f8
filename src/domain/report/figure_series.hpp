#pragma once

#include "domain/report/figure_table.hpp"

namespace tiendo {

/// Every measure that has a history, over its periods, by the units of the map of that day.
void put_series(
    FigureTable& table, const ReportMaterial& material, Date day, const OfficialWords& say
);

} // namespace tiendo
