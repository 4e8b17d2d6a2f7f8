#pragma once

#include "base/result.hpp"
#include "documents/package/sheets.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tiendo::documents {

/// How numbers are shown, by the index of a cell's style: the only thing that tells a day from a
/// number.
class XlsxStyles {
public:
    XlsxStyles() = default;
    /// From xl/styles.xml.
    static Result<XlsxStyles> parse(const std::string& xml);

    SheetCellKind kind_of(std::size_t style) const;

private:
    std::vector<SheetCellKind> kinds_{};
};

/// What a number format such as "dd/mm/yyyy" or "0.00%" makes of a number: date, percent or number.
SheetCellKind kind_of_number_format(std::string_view format);

/// The day behind a number of Excel's; none for a time of day, for the 29th of February 1900 that
/// never was, and beyond the year 9999.
std::string day_of_serial(double serial, bool from_1904);

/// As Excel shows it, fifteen significant digits, without an exponent; empty for what is none.
std::string plain_number(std::string_view kept, int shift = 0);

} // namespace tiendo::documents
