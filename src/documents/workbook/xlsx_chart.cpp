#include "documents/workbook/xlsx_book.hpp"
#include "documents/workbook/xlsx_calls.hpp"

#include <array>

namespace tiendo::documents {
namespace {

const std::string font_name = "Times New Roman";
constexpr std::array<lxw_color_t, 6> colours{
    0x9AA5B1, 0x1F5F8B, 0xC77700, 0x4B7F52, 0x7A4E8A, 0x3D3D3D
};

lxw_chart_font letters(double size, bool is_bold)
{
    lxw_chart_font font{};
    font.name = writable(font_name);
    font.size = size;
    font.bold = is_bold ? LXW_TRUE : LXW_EXPLICIT_FALSE;
    return font;
}

void add_series(
    lxw_chart* drawn,
    const char* sheet,
    const XlsxChart& chart,
    const XlsxChart::Series& series,
    lxw_color_t colour
)
{
    const auto first = row_of(chart.first_row);
    const auto last = row_of(chart.last_row);
    const auto labels = column_of(chart.label_column);
    const auto values = column_of(series.column);
    auto* added = chart_add_series(drawn, nullptr, nullptr);
    if (added == nullptr) throw Fault("xlsx: no memory for a chart");
    chart_series_set_categories(added, sheet, first, labels, last, labels);
    chart_series_set_values(added, sheet, first, values, last, values);
    chart_series_set_name(added, series.name.c_str());
    lxw_chart_fill fill{};
    fill.color = colour;
    chart_series_set_fill(added, &fill);
}

} // namespace

void XlsxSheet::chart(int row, int column, const XlsxChart& chart)
{
    auto* drawn = workbook_add_chart(
        book_.book_, chart.kind == XlsxChart::Kind::bars ? LXW_CHART_BAR : LXW_CHART_COLUMN
    );
    if (drawn == nullptr) throw Fault("xlsx: no memory for a chart");
    for (std::size_t i = 0; i < chart.series.size(); ++i)
        add_series(drawn, sheet_->name, chart, chart.series[i], colours.at(i % colours.size()));
    auto title = letters(12, true);
    auto small = letters(9, false);
    chart_title_set_name(drawn, chart.title.c_str());
    chart_title_set_name_font(drawn, &title);
    chart_axis_set_num_font(drawn->x_axis, &small);
    chart_axis_set_num_font(drawn->y_axis, &small);
    chart_legend_set_font(drawn, &small);
    chart_legend_set_position(drawn, LXW_CHART_LEGEND_BOTTOM);
    // Bars are drawn from below: in the order of the table the first stands above.
    if (chart.kind == XlsxChart::Kind::bars) chart_axis_set_reverse(drawn->y_axis);
    lxw_chart_options options{};
    constexpr double pixels_of_a_chart_wide = 480;
    constexpr double pixels_of_a_chart_high = 288;
    options.x_scale = chart.width / pixels_of_a_chart_wide;
    options.y_scale = chart.height / pixels_of_a_chart_high;
    require(worksheet_insert_chart_opt(sheet_, row_of(row), column_of(column), drawn, &options));
}

} // namespace tiendo::documents
