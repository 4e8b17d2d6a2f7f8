#include "documents/workbook/xlsx_book.hpp"

#include "base/result.hpp"
#include "base/text.hpp"
#include "documents/workbook/xlsx_calls.hpp"
#include "documents/writing/text_width.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace tiendo::documents {
namespace {

constexpr const char* font = "Times New Roman";
constexpr lxw_color_t input_colour = 0xFFF8DC;
constexpr lxw_color_t head_colour = 0xE3ECF5;
constexpr lxw_color_t frame_colour = 0x7F8C99;
constexpr lxw_color_t muted_colour = 0x55606B;
constexpr double line_height = 1.32; ///< of the size of its letters
constexpr double row_height_max = 409;
constexpr std::size_t text_bytes_max = 32'767;

double as_double(const Decimal& number)
{
    const auto text = number.str();
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// Excel and LibreOffice put the separators of their language in the place of "," and "."; a format
/// with a decimal point shows it behind whole numbers too. None for "general".
std::string number_format(const CellStyle& style)
{
    const auto number = [&](const char* before) {
        const auto places = static_cast<std::size_t>(style.decimals);
        return before + (places == 0 ? std::string() : "." + std::string(places, '0'));
    };
    switch (style.shows) {
    case CellStyle::Shows::general:
    case CellStyle::Shows::number:
        return {};
    case CellStyle::Shows::text:
        return "@";
    case CellStyle::Shows::date:
        return "dd/mm/yyyy";
    case CellStyle::Shows::whole:
        return "[$-42A]#,##0";
    case CellStyle::Shows::rate:
        return number("[$-42A]#,##0");
    case CellStyle::Shows::difference:
        return number("[$-42A]+#,##0") + ";" + number("[$-42A]-#,##0") + ";" + number("[$-42A]0");
    case CellStyle::Shows::nothing:
        return ";;;";
    }
    return {};
}

/// In heads and feet of pages "&" begins a command.
std::string page_words(const std::string& text)
{
    return replace_all(text, "&", "&&");
}

std::string read_whole(int file)
{
    const auto size = ::lseek(file, 0, SEEK_END);
    if (size < 0) throw Fault("xlsx: the file has no size");
    std::string bytes(static_cast<std::size_t>(size), '\0');
    std::size_t at = 0;
    while (at < bytes.size()) {
        const auto got =
            ::pread(file, bytes.data() + at, bytes.size() - at, static_cast<off_t>(at));
        if (got <= 0) throw Fault("xlsx: the file cannot be read back");
        at += static_cast<std::size_t>(got);
    }
    return bytes;
}

} // namespace

XlsxBook::XlsxBook(Instant made, const std::string& title)
{
    // A file of its own in memory: libxlsxwriter 1.1 writes to a path only.
    file_ = ::memfd_create("workbook", MFD_CLOEXEC);
    if (file_ < 0) throw Fault("xlsx: no memory for the file");
    // Its parts are put aside in memory too where the system has such a folder: what a unit reports
    // does not touch the disk, and a file costs a third less time.
    std::string memory = "/dev/shm";
    lxw_workbook_options options{};
    if (::access(memory.c_str(), W_OK | X_OK) == 0) options.tmpdir = memory.data();
    book_ = workbook_new_opt(("/proc/self/fd/" + std::to_string(file_)).c_str(), &options);
    if (book_ == nullptr) throw Fault("xlsx: no memory for the workbook");
    lxw_doc_properties properties{};
    properties.title = writable(title);
    properties.created = static_cast<time_t>(made.seconds);
    require(workbook_set_properties(book_, &properties));
}

XlsxBook::~XlsxBook()
{
    if (book_ != nullptr) lxw_workbook_free(book_);
    if (file_ >= 0) ::close(file_);
}

XlsxSheet XlsxBook::add_sheet(const std::string& name)
{
    auto* sheet = workbook_add_worksheet(book_, name.c_str());
    if (sheet == nullptr) throw Fault("xlsx: a sheet was not taken: " + name);
    return {*this, sheet};
}

std::string XlsxBook::bytes()
{
    require(workbook_close(std::exchange(book_, nullptr)));
    return read_whole(file_);
}

lxw_format* XlsxBook::format(const CellStyle& style)
{
    auto& format = formats_[style];
    if (format != nullptr) return format;
    format = workbook_add_format(book_);
    format_set_font_name(format, font);
    format_set_font_size(format, style.size);
    format_set_align(format, style.is_at_top ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER);
    format_set_text_wrap(format);
    if (style.bold || style.is_head) format_set_bold(format);
    if (style.italic) format_set_italic(format);
    if (style.is_muted) format_set_font_color(format, muted_colour);
    if (style.align == CellStyle::Align::centre) format_set_align(format, LXW_ALIGN_CENTER);
    if (style.align == CellStyle::Align::right) format_set_align(format, LXW_ALIGN_RIGHT);
    if (style.is_framed) {
        format_set_border(format, LXW_BORDER_THIN);
        format_set_border_color(format, frame_colour);
    }
    if (style.is_head) format_set_bg_color(format, head_colour);
    if (style.is_input) {
        if (!style.is_locked) format_set_unlocked(format);
        format_set_bg_color(format, input_colour);
    }
    if (const auto shown = number_format(style); !shown.empty())
        format_set_num_format(format, shown.c_str());
    return format;
}

void XlsxSheet::set_columns(const std::vector<double>& widths)
{
    widths_ = widths;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const auto column = column_of(static_cast<int>(i));
        lxw_row_col_options hidden{};
        hidden.hidden = LXW_TRUE;
        require(worksheet_set_column_opt(
            sheet_,
            column,
            column,
            widths[i] > 0 ? widths[i] : 8,
            book_.format({}),
            widths[i] > 0 ? nullptr : &hidden
        ));
    }
}

/// Excel's width of n letters is 7 n + 5 pixels; a pixel is three quarters of a point.
double XlsxSheet::width_in_points(int column) const
{
    const auto at = static_cast<std::size_t>(column);
    return at < widths_.size() ? (7 * widths_[at] + 5) * 0.75 : 48;
}

void XlsxSheet::measure(int row, double points, const std::string& text, const CellStyle& style)
{
    if (style.shows == CellStyle::Shows::nothing || text.empty()) return;
    const Font letters{static_cast<int>(style.size * 2), style.bold || style.is_head};
    // A little less than the column: what two programs measure differs by a letter.
    const auto column = static_cast<int>((points - 6) * 20 * 0.97);
    int lines = 0;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const auto end = std::min(text.find('\n', begin), text.size());
        lines += std::max(1, wrap(text.substr(begin, end - begin), letters, column).count);
        begin = end + 1;
    }
    at_least(row, lines * style.size * line_height + 4);
}

void XlsxSheet::at_least(int row, double points)
{
    auto& height = heights_[row];
    height = std::min(std::max(height, points), row_height_max);
}

void XlsxSheet::text(int row, int column, const std::string& text, const CellStyle& style)
{
    // What a cell cannot hold is left out whole, never cut.
    if (text.empty() || text.size() > text_bytes_max) {
        blank(row, column, style);
        return;
    }
    measure(row, width_in_points(column), text, style);
    require(worksheet_write_string(
        sheet_, row_of(row), column_of(column), text.c_str(), book_.format(style)
    ));
}

void XlsxSheet::number(int row, int column, const Decimal& number, const CellStyle& style)
{
    at_least(row, style.size * line_height + 4);
    require(worksheet_write_number(
        sheet_, row_of(row), column_of(column), as_double(number), book_.format(style)
    ));
}

void XlsxSheet::formula(
    int row, int column, const std::string& formula, const Decimal& value, const CellStyle& style
)
{
    at_least(row, style.size * line_height + 4);
    require(worksheet_write_formula_num(
        sheet_,
        row_of(row),
        column_of(column),
        formula.c_str(),
        book_.format(style),
        as_double(value)
    ));
}

void XlsxSheet::day(int row, int column, Date day, const CellStyle& style)
{
    auto time = datetime_of(day);
    at_least(row, style.size * line_height + 4);
    require(
        worksheet_write_datetime(sheet_, row_of(row), column_of(column), &time, book_.format(style))
    );
}

void XlsxSheet::blank(int row, int column, const CellStyle& style)
{
    at_least(row, style.size * line_height + 4);
    require(worksheet_write_blank(sheet_, row_of(row), column_of(column), book_.format(style)));
}

void XlsxSheet::across(
    int row, int first, int last, const std::string& text, const CellStyle& style
)
{
    double points = 0;
    for (int column = first; column <= last; ++column)
        points += width_in_points(column);
    measure(row, points, text, style);
    require(worksheet_merge_range(
        sheet_,
        row_of(row),
        column_of(first),
        row_of(row),
        column_of(last),
        text.c_str(),
        book_.format(style)
    ));
}

void XlsxSheet::finish(const Page& page)
{
    for (const auto& [row, height] : heights_)
        require(worksheet_set_row(sheet_, row_of(row), height, nullptr));
    if (page.is_protected) {
        lxw_protection allowed{};
        allowed.format_cells = LXW_TRUE;
        allowed.format_columns = LXW_TRUE;
        allowed.format_rows = LXW_TRUE;
        allowed.insert_rows = page.may_insert_rows ? LXW_TRUE : LXW_FALSE;
        // No password: an empty one would be written as a hash of nothing.
        worksheet_protect(sheet_, nullptr, &allowed);
    }
    worksheet_set_paper(sheet_, 9); // A4
    if (page.is_landscape) worksheet_set_landscape(sheet_);
    worksheet_set_margins(sheet_, 0.6, 0.4, 0.6, 0.6);
    worksheet_fit_to_pages(sheet_, 1, 0);
    worksheet_gridlines(sheet_, LXW_HIDE_ALL_GRIDLINES);
    if (page.head_row >= 0) {
        require(worksheet_repeat_rows(sheet_, row_of(page.head_row), row_of(page.head_row)));
        worksheet_freeze_panes(sheet_, row_of(page.head_row + 1), column_of(page.kept_columns));
    }
    if (!page.header.empty())
        require(worksheet_set_header(
            sheet_, ("&R&\"Times New Roman,Italic\"&10" + page_words(page.header)).c_str()
        ));
    require(worksheet_set_footer(
        sheet_,
        ("&L&\"Times New Roman,Italic\"&10" + page_words(page.footer) +
         "&R&\"Times New Roman,Regular\"&10&P/&N")
            .c_str()
    ));
}

void XlsxSheet::hide()
{
    worksheet_hide(sheet_);
}

} // namespace tiendo::documents
