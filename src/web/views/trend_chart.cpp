#include "web/views/trend_chart.hpp"

#include "web/views/html_builder.hpp"

#include <algorithm>

namespace tiendo::web::view {

namespace {

constexpr int left = 16;
constexpr int right = 344;
constexpr int top = 12;
constexpr int bottom = 132;
/// Labels of years stand side by side down to this distance.
constexpr int label_width = 48;
/// So near to the edges its label is whole.
constexpr int first_label = 24;
constexpr int last_label = 334;

struct Place {
    Decimal x{};
    Decimal y{};
};

/// Turns days and values into places of the drawing.
class Scale {
public:
    explicit Scale(const TrendChart& chart)
    {
        std::vector<Decimal> values;
        for (const auto& each : chart.values) {
            values.push_back(each.value);
            last_ = each.day;
        }
        first_ = chart.values.front().day;
        if (chart.ahead) {
            last_ = chart.ahead->at.day;
            values.push_back(chart.ahead->low);
            values.push_back(chart.ahead->high);
        }
        if (chart.target) values.push_back(*chart.target);
        const auto [lowest, highest] = std::ranges::minmax(values);
        lowest_ = lowest;
        height_ = subtract(highest, lowest).value_or(Decimal(0));
    }

    Place at(const DatedValue& value) const { return {x(value.day), y(value.value)}; }

    Decimal x(Date day) const
    {
        const auto all = std::max(days_between(first_, last_), 1);
        const auto share = Ratio::of(days_between(first_, day), all, right - left);
        return share ? add(Decimal(left), share->rounded(1)).value_or(Decimal(left))
                     : Decimal(left);
    }

    /// A run without a slope lies in the middle.
    Decimal y(const Decimal& value) const
    {
        const auto above = subtract(value, lowest_);
        const auto share = above ? Ratio::of(*above, height_, bottom - top) : std::nullopt;
        const auto rise = share ? share->rounded(1) : Decimal((bottom - top) / 2);
        return subtract(Decimal(bottom), rise).value_or(Decimal(bottom));
    }

private:
    Date first_{};
    Date last_{};
    Decimal lowest_{};
    Decimal height_{};
};

void draw_label(Html& html, const DatedValue& value, const Decimal& x)
{
    html.raw("<text class=\"trend-label\" y=\"152\" x=\"").number(x).raw("\"");
    html.raw(" text-anchor=\"middle\">").text(value.label).raw("</text>");
}

void draw_labels(Html& html, const TrendChart& chart, const Scale& scale)
{
    auto shown = chart.values;
    if (chart.ahead) shown.push_back(chart.ahead->at);
    // From the end: the newest are those that one looks for.
    auto free_to = Decimal(right + label_width);
    for (auto each = shown.rbegin(); each != shown.rend(); ++each) {
        const auto x = scale.x(each->day);
        if (add(x, label_width) > free_to) continue;
        draw_label(html, *each, std::clamp(x, Decimal(first_label), Decimal(last_label)));
        free_to = x;
    }
}

void draw_ahead(Html& html, const TrendChart& chart, const Scale& scale)
{
    const auto from = scale.at(chart.values.back());
    const auto to = scale.at(chart.ahead->at);
    html.raw("<polygon class=\"trend-band\" points=\"");
    html.number(from.x).raw(",").number(from.y).raw(" ");
    html.number(to.x).raw(",").number(scale.y(chart.ahead->high)).raw(" ");
    html.number(to.x).raw(",").number(scale.y(chart.ahead->low)).raw("\"/>");
    html.raw("<line class=\"trend-ahead\" x1=\"").number(from.x).raw("\" y1=\"").number(from.y);
    html.raw("\" x2=\"").number(to.x).raw("\" y2=\"").number(to.y).raw("\"/>");
    html.raw("<circle class=\"trend-ahead-point\" r=\"4\" cx=\"").number(to.x);
    html.raw("\" cy=\"").number(to.y).raw("\"/>");
}

void draw_values(Html& html, const TrendChart& chart, const Scale& scale)
{
    html.raw("<polyline class=\"spark-line\" points=\"");
    for (const auto& value : chart.values) {
        const auto place = scale.at(value);
        html.number(place.x).raw(",").number(place.y).raw(" ");
    }
    html.raw("\"/>");
    for (const auto& value : chart.values) {
        const auto place = scale.at(value);
        html.raw("<circle class=\"spark-point\" r=\"3\" cx=\"").number(place.x);
        html.raw("\" cy=\"").number(place.y).raw("\"/>");
    }
}

} // namespace

Markup trend_chart(const TrendChart& chart, std::string_view words)
{
    Html html;
    html.raw("<svg class=\"trend\" role=\"img\" viewBox=\"0 0 360 160\" width=\"360\" "
             "height=\"160\" aria-label=\"");
    html.text(words).raw("\">");
    if (!chart.values.empty()) {
        const Scale scale(chart);
        html.raw("<line class=\"trend-axis\" x1=\"8\" x2=\"352\" y1=\"136\" y2=\"136\"/>");
        if (chart.target) {
            const auto y = scale.y(*chart.target);
            html.raw("<line class=\"trend-target\" x1=\"8\" x2=\"352\" y1=\"").number(y);
            html.raw("\" y2=\"").number(y).raw("\"/>");
        }
        if (chart.ahead) draw_ahead(html, chart, scale);
        draw_values(html, chart, scale);
        draw_labels(html, chart, scale);
    }
    html.raw("</svg>");
    return html.done();
}

} // namespace tiendo::web::view
