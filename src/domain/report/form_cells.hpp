#pragma once

#include "domain/report/superior_form.hpp"

namespace tiendo {

/// Why a cell that was pointed at stays empty.
enum class WhyEmpty {
    none,
    no_figure,   ///< nobody has reported it, or there is no such figure
    not_asked,   ///< the unit is not asked for that measure
    withheld,    ///< whose victims these were stays with the office
    not_in_plan, ///< the measure, unit or task is none of this plan's any more
    nothing_written,
    formula,   ///< the workbook computes the cell itself
    continued, ///< a merged cell covers it
    not_there, ///< the form has no such cell
};

/// What goes into a cell: words for a paper, and for a workbook the number or day behind them.
struct FilledCell {
    std::string text{};
    std::optional<Decimal> number{};
    bool is_percent = false; ///< 85 stands for 85 %
    std::optional<Date> day{};
    WhyEmpty why = WhyEmpty::none;

    friend bool operator==(const FilledCell&, const FilledCell&) = default;
};
using FilledCells = std::map<FormPlace, FilledCell>;

/// What stands in each cell now. One without a figure stays empty and says why; none is ever zero
/// for want of one.
FilledCells filled_cells(
    const FormTables& form,
    const Fillings& fillings,
    const ReportMaterial& material,
    const OfficialWords& say
);

/// Without those that stay empty.
FilledCells cells_to_write(const FilledCells& cells);

const char* name_of(WhyEmpty why);

} // namespace tiendo
