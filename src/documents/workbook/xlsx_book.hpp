#pragma once

#include "base/date.hpp"
#include "base/decimal.hpp"

#include <compare>
#include <map>
#include <memory>
#include <string>
#include <vector>

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace tiendo::documents {

/// How a cell looks and whether it may be typed into.
struct CellStyle {
    enum class Align { left, centre, right };
    enum class Shows {
        general,
        text,
        date,
        number,     ///< as it is; "5/9" typed there shows itself as the day that Excel makes of it
        whole,      ///< "1.234"
        rate,       ///< "85,00", to its decimals
        difference, ///< "+5,00", likewise
        nothing
    };

    double size = 12;
    bool bold = false;
    bool italic = false;
    Align align = Align::left;
    bool is_framed = false;
    bool is_input = false;  ///< unlocked, on the colour of what is to be filled
    bool is_locked = false; ///< of that colour only
    bool is_head = false;
    bool is_muted = false;
    bool is_at_top = false;
    Shows shows = Shows::general;
    int decimals = 2; ///< of a rate or a difference

    friend auto operator<=>(const CellStyle&, const CellStyle&) = default;
};

/// What may be typed into a range of cells, and what is said to whom types something else.
struct CellRule {
    enum class Kind { whole_number, number, date, choice };

    Kind kind = Kind::whole_number;
    std::vector<std::string> choices{};
    std::string title{};    ///< at most 32 letters
    std::string message{};  ///< at most 255 letters
    bool is_strict = false; ///< refuses; else only warns, since "KPS" may stand for a number
};

/// A chart of numbers that stand below one another on the same sheet; cells without a number are
/// left out by whoever gives the rows.
struct XlsxChart {
    enum class Kind { bars, columns };
    struct Series {
        std::string name{};
        int column = 0;
    };

    Kind kind = Kind::bars;
    std::string title{};
    int first_row = 0;
    int last_row = 0;
    int label_column = 0;
    std::vector<Series> series{};
    int width = 760; ///< in pixels
    int height = 400;
};

class XlsxSheet;

/// A workbook being written, in Times New Roman throughout; libxlsxwriter behind it. Texts are
/// always texts, never formulas. Throws Fault where it cannot be written.
class XlsxBook {
public:
    /// `made` stands in the file's properties.
    explicit XlsxBook(Instant made, const std::string& title);
    ~XlsxBook();
    XlsxBook(const XlsxBook&) = delete;
    XlsxBook& operator=(const XlsxBook&) = delete;

    XlsxSheet add_sheet(const std::string& name);
    /// Ends the writing; the same cells make the same bytes.
    std::string bytes();

private:
    friend class XlsxSheet;
    lxw_format* format(const CellStyle& style);
    /// Where a list stands that is too long for a cell: "_lists!$A$1:$A$40".
    std::string range_of(const std::vector<std::string>& choices);

    lxw_workbook* book_ = nullptr;
    int file_ = -1;
    std::map<CellStyle, lxw_format*> formats_{};
    lxw_worksheet* lists_ = nullptr; ///< made with the first long list
    std::map<std::vector<std::string>, std::string> ranges_{};
};

/// The name of the hidden sheet that holds long lists: nothing that a person fills.
inline constexpr const char* lists_sheet = "_lists";

/// One sheet; rows and columns count from 0, as in libxlsxwriter. Rows are made high enough for
/// what wraps in any of their columns.
class XlsxSheet {
public:
    XlsxSheet(XlsxBook& book, lxw_worksheet* sheet) : book_(book), sheet_(sheet) {}

    /// Widths in letters; the first may be 0 for a hidden column.
    void set_columns(const std::vector<double>& widths);
    void text(int row, int column, const std::string& text, const CellStyle& style);
    void number(int row, int column, const Decimal& number, const CellStyle& style);
    /// A formula with the value that it has now, for programs that do not compute.
    void formula(
        int row,
        int column,
        const std::string& formula,
        const Decimal& value,
        const CellStyle& style
    );
    void day(int row, int column, Date day, const CellStyle& style);
    void blank(int row, int column, const CellStyle& style);
    /// A text over several columns of one row.
    void across(int row, int first, int last, const std::string& text, const CellStyle& style);
    void chart(int row, int column, const XlsxChart& chart);
    void rule(int first_row, int last_row, int column, const CellRule& rule);
    void at_least(int row, double points);

    struct Page {
        int head_row = -1;    ///< repeated on each page, and kept in sight; -1 for none
        int kept_columns = 0; ///< kept in sight at the left
        bool is_landscape = true;
        std::string header{}; ///< at the right of the page's head
        std::string footer{};
        bool may_insert_rows = false;
        bool is_protected = true;
    };
    /// Ends the sheet: heights, protection without a password, paper A4, one page wide.
    void finish(const Page& page);
    void hide();

private:
    void measure(int row, double points, const std::string& text, const CellStyle& style);
    double width_in_points(int column) const;

    XlsxBook& book_;
    lxw_worksheet* sheet_;
    std::vector<double> widths_{};
    std::map<int, double> heights_{};
};

} // namespace tiendo::documents
