#include "documents/package/xlsx_styles.hpp"

#include "base/date.hpp"
#include "base/text.hpp"
#include "documents/package/xml_part.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <map>

namespace tiendo::documents {
namespace {

int whole(std::string_view text)
{
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// The formats that every Excel brings along (ECMA-376, 18.8.30); East Asian days included.
SheetCellKind kind_of_built_in(int id)
{
    if (id == 9 || id == 10) return SheetCellKind::percent;
    const bool is_date = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) ||
                         (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
    return is_date ? SheetCellKind::date : SheetCellKind::number;
}

/// Without what is shown as it stands: "…", \x, _x, *x, [Red].
std::string bare_format(std::string_view format)
{
    std::string bare;
    for (std::size_t i = 0; i < format.size(); ++i) {
        const char c = format[i];
        if (c == '"' || c == '[') {
            const auto end = format.find(c == '"' ? '"' : ']', i + 1);
            // [h]:mm counts hours beyond a day.
            if (c == '[' && i + 1 < format.size() &&
                std::string_view("hmsHMS").find(format[i + 1]) != std::string_view::npos)
                bare += 'h';
            if (end == std::string_view::npos) break;
            i = end;
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else {
            bare += c;
        }
    }
    return to_lower(bare);
}

} // namespace

SheetCellKind kind_of_number_format(std::string_view format)
{
    const auto bare = bare_format(format);
    if (bare == "general" || bare == "standard" || bare == "@") return SheetCellKind::number;
    if (bare.find_first_of("ymdhs") != std::string::npos) return SheetCellKind::date;
    if (bare.find('%') != std::string::npos) return SheetCellKind::percent;
    return SheetCellKind::number;
}

Result<XlsxStyles> XlsxStyles::parse(const std::string& xml)
{
    const auto document = TRY(parse_xml_part(xml));
    const auto root = document.document_element();
    std::map<int, SheetCellKind> own;
    for (const auto& format : child_of(root, "numFmts").children()) {
        own[whole(attribute_of(format, "numFmtId"))] =
            kind_of_number_format(attribute_of(format, "formatCode"));
    }
    XlsxStyles styles;
    for (const auto& format : child_of(root, "cellXfs").children()) {
        const auto id = whole(attribute_of(format, "numFmtId"));
        const auto found = own.find(id);
        styles.kinds_.push_back(found == own.end() ? kind_of_built_in(id) : found->second);
    }
    return styles;
}

SheetCellKind XlsxStyles::kind_of(std::size_t style) const
{
    return style < kinds_.size() ? kinds_[style] : SheetCellKind::number;
}

std::string day_of_serial(double serial, bool from_1904)
{
    constexpr double first_after_leap = 61; // 1 March 1900; 60 is the day that never was
    constexpr double last = 2'958'465;      // 31 December 9999
    if (!(serial >= 1) || serial > last) return {};
    const auto days = static_cast<int>(std::floor(serial));
    if (from_1904) return iso_date(add_days(date(1904, 1, 1), days));
    if (serial >= first_after_leap) return iso_date(add_days(date(1899, 12, 30), days));
    if (days == 60) return {};
    return iso_date(add_days(date(1899, 12, 31), days));
}

std::string plain_number(std::string_view kept, int shift)
{
    double number = 0;
    const auto [end, error] = std::from_chars(kept.data(), kept.data() + kept.size(), number);
    if (error != std::errc{} || end != kept.data() + kept.size() || !std::isfinite(number))
        return {};
    // Fifteen digits of the number as it is kept, then the point is moved: no second rounding.
    auto digits = fmt::format("{:.14e}", number);
    const auto e = digits.find('e');
    const int exponent = whole(digits.substr(e + (digits[e + 1] == '+' ? 2 : 1))) + shift;
    const bool negative = digits.front() == '-';
    std::string all = digits.substr(negative ? 1 : 0, 1) + digits.substr(negative ? 3 : 2, 14);
    if (exponent > 30 || exponent < -30) return {};
    if (exponent < 0) all.insert(0, static_cast<std::size_t>(-exponent), '0');
    const auto point = static_cast<std::size_t>(exponent < 0 ? 1 : exponent + 1);
    if (all.size() < point) all.append(point - all.size(), '0');
    auto fraction = all.substr(point);
    while (!fraction.empty() && fraction.back() == '0')
        fraction.pop_back();
    auto text = all.substr(0, point) + (fraction.empty() ? "" : "." + fraction);
    const bool is_zero = text.find_first_not_of("0.") == std::string::npos;
    return (negative && !is_zero ? "-" : "") + text;
}

} // namespace tiendo::documents
