#pragma once

#include "base/result.hpp"
#include "documents/package/xlsx_parts.hpp"
#include "domain/report/form_cells.hpp"

#include <pugixml.hpp>

#include <map>
#include <string>
#include <vector>

namespace tiendo::documents {

/// One sheet of a workbook that somebody else made: some of its cells are written, all else is left
/// as it stands.
class XlsxSheetEdit {
public:
    static Result<XlsxSheetEdit> open(const std::string& xml);

    /// Cells and areas that are computed.
    const std::vector<SheetRange>& formulas() const { return formulas_; }
    const std::vector<SheetRange>& merged() const { return merged_; }
    /// All that the sheet has a cell for, with or without a value.
    std::vector<SheetPlace> styled_cells() const;

    /// In the cell's own style, or in that of its row or column where it has none. A cell that is
    /// computed stays as it is.
    void write(
        const SheetPlace& place, const FilledCell& cell, const XlsxStyles& styles, bool from_1904
    );
    /// Takes away what formulas resulted in when the file was saved.
    void forget_results();

    std::string written(const std::string& original) const;

private:
    struct Row {
        pugi::xml_node node{};
        std::map<int, pugi::xml_node> cells{}; ///< by column
    };

    void find_cells();
    void find_areas();
    Row& row_at(int number);
    pugi::xml_node cell_at(const SheetPlace& place);
    std::string style_for(const Row& row, int column) const;
    void extend_dimension(const SheetPlace& place);

    pugi::xml_document document_{};
    std::string prefix_{};
    pugi::xml_node data_{};
    std::map<int, Row> rows_{};
    std::vector<SheetRange> formulas_{};
    std::vector<SheetRange> merged_{};
};

} // namespace tiendo::documents
