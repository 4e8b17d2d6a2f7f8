#pragma once

#include "documents/package/xlsx_styles.hpp"
#include "documents/package/zip_reader.hpp"

#include <pugixml.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace tiendo::documents {

inline constexpr int sheet_columns_max = 16'384; ///< ECMA-376: XFD

/// Where in a workbook's package its parts lie.
struct XlsxParts {
    struct Worksheet {
        std::string name{};
        bool is_hidden = false;
        std::string path{};
    };

    std::string workbook{};
    std::string texts{};  ///< shared strings; empty where there are none
    std::string styles{}; ///< likewise
    bool from_1904 = false;
    std::vector<Worksheet> sheets{}; ///< in their order; charts on sheets of their own left out
};

/// Refuses file.broken_xlsx, and file.macros.
Result<XlsxParts> xlsx_parts(ZipReader& zip);
/// Number formats alone; none where the workbook has no styles.
Result<XlsxStyles> xlsx_styles(ZipReader& zip, const XlsxParts& parts);
/// A part of a workbook as XML; refuses in the workbook's own words.
Result<pugi::xml_document> xlsx_part(const std::string& xml);

/// "D7" is column 4 of row 7; zeros where it is none.
struct SheetPlace {
    int column = 0;
    int row = 0;

    friend bool operator==(const SheetPlace&, const SheetPlace&) = default;
};
SheetPlace sheet_place(std::string_view reference);

/// "A1:C5", or one cell alone.
struct SheetRange {
    SheetPlace from{};
    SheetPlace to{};

    bool holds(const SheetPlace& place) const
    {
        return place.column >= from.column && place.column <= to.column && place.row >= from.row &&
               place.row <= to.row;
    }
};
SheetRange sheet_range(std::string_view reference);

} // namespace tiendo::documents
