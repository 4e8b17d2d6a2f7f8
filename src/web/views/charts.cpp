#include "web/views/charts.hpp"

#include "web/views/html_builder.hpp"

#include <algorithm>

namespace tiendo::web::view {

namespace {

constexpr int bar_width = 120;
constexpr int line_width = 72;
constexpr int line_height = 20;

/// Where a value lies on a scale of that many units; kept inside it.
Decimal place_on(const Decimal& value, const Decimal& scale, int width)
{
    const auto share = Ratio::of(value, scale, width);
    if (!share || value < Decimal{0}) return Decimal{0};
    return std::min(share->rounded(1), Decimal{width});
}

/// A percentage ends at 100; anything else a quarter above its largest number.
Decimal scale_for(const std::vector<Decimal>& values)
{
    Decimal largest{0};
    for (const auto& value : values)
        largest = std::max(largest, value);
    if (largest > Decimal{10} && largest <= Decimal{100}) return Decimal{100};
    const auto above = Ratio::of(largest, Decimal{4}, 5);
    return above && !largest.is_zero() ? above->rounded(2) : Decimal{1};
}

void draw_run(Html& html, const std::vector<std::pair<Decimal, Decimal>>& run)
{
    if (run.empty()) return;
    if (run.size() > 1) {
        html.raw("<polyline class=\"spark-line\" points=\"");
        for (const auto& [x, y] : run)
            html.number(x).raw(",").number(y).raw(" ");
        html.raw("\"/>");
    }
    html.raw("<circle class=\"spark-point\" r=\"2\" cx=\"").number(run.back().first);
    html.raw("\" cy=\"").number(run.back().second).raw("\"/>");
}

} // namespace

Markup bullet_bar(const BulletBar& bar)
{
    std::vector<Decimal> values;
    if (bar.actual) values.push_back(*bar.actual);
    if (bar.target) values.push_back(*bar.target);
    const Decimal scale = bar.scale.value_or(scale_for(values));
    Html html;
    html.raw("<svg class=\"bullet\" role=\"img\" viewBox=\"0 0 120 16\" width=\"120\" "
             "height=\"16\" aria-label=\"");
    html.text(bar.words).raw("\"><rect class=\"bullet-scale\" y=\"4\" width=\"120\" height=\"8\"/>"
    );
    if (bar.actual)
        html.raw("<rect class=\"bullet-actual\" y=\"5\" height=\"6\" width=\"")
            .number(place_on(*bar.actual, scale, bar_width))
            .raw("\"/>");
    if (bar.target)
        html.raw("<rect class=\"bullet-target\" y=\"0\" width=\"2\" height=\"16\" x=\"")
            .number(std::min(place_on(*bar.target, scale, bar_width), Decimal{bar_width - 2}))
            .raw("\"/>");
    html.raw("</svg>");
    return html.done();
}

Markup sparkline(const std::vector<std::optional<Decimal>>& values, std::string_view words)
{
    std::vector<Decimal> known;
    for (const auto& value : values)
        if (value) known.push_back(*value);
    Html html;
    html.raw("<svg class=\"spark\" role=\"img\" viewBox=\"0 0 72 20\" width=\"72\" height=\"20\" "
             "aria-label=\"");
    html.text(words).raw("\">");
    if (!known.empty()) {
        const auto [lowest, highest] = std::ranges::minmax(known);
        const auto range = subtract(highest, lowest).value_or(Decimal{0});
        const auto last = static_cast<std::int64_t>(std::max<std::size_t>(values.size(), 2) - 1);
        std::vector<std::pair<Decimal, Decimal>> run;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (!values[i]) {
                draw_run(html, run);
                run.clear();
                continue;
            }
            const auto above = subtract(*values[i], lowest).value_or(Decimal{0});
            const Decimal rise = range.is_zero() ? Decimal{line_height / 2 - 3}
                                                 : place_on(above, range, line_height - 6);
            const auto x =
                place_on(Decimal{static_cast<std::int64_t>(i)}, Decimal{last}, line_width - 6);
            run.emplace_back(
                add(x, Decimal{3}).value_or(x),
                subtract(Decimal{line_height - 3}, rise).value_or(rise)
            );
        }
        draw_run(html, run);
    }
    html.raw("</svg>");
    return html.done();
}

Markup stacked_bar(const std::vector<Share>& shares, std::string_view words)
{
    int total = 0;
    for (const auto& share : shares)
        total += share.count;
    Html html;
    html.raw("<div class=\"stacked\"><svg class=\"stacked-bar\" role=\"img\" viewBox=\"0 0 1000 "
             "16\" preserveAspectRatio=\"none\" aria-label=\"");
    html.text(words).raw("\">");
    long long before = 0;
    for (const auto& share : shares) {
        if (share.count <= 0) continue;
        const auto start = before * 1000 / total;
        before += share.count;
        html.raw("<rect class=\"share-")
            .text(share.style)
            .raw("\" height=\"16\" x=\"")
            .number(start);
        html.raw("\" width=\"").number(before * 1000 / total - start).raw("\"/>");
    }
    html.raw("</svg><ul class=\"stacked-legend\">");
    for (const auto& share : shares) {
        if (share.count <= 0) continue;
        html.raw("<li><svg class=\"swatch\" aria-hidden=\"true\" width=\"12\" height=\"12\"><rect "
                 "class=\"share-")
            .text(share.style)
            .raw("\" width=\"12\" height=\"12\"/></svg>");
        if (!share.path.empty()) html.raw("<a href=\"").text(share.path).raw("\">");
        html.text(share.words);
        if (!share.path.empty()) html.raw("</a>");
        html.raw("</li>");
    }
    html.raw("</ul></div>");
    return html.done();
}

Markup bars_by_unit(const std::vector<NamedValue>& values, const std::optional<Decimal>& target)
{
    std::vector<Decimal> known;
    for (const auto& value : values)
        if (value.value) known.push_back(*value.value);
    if (target) known.push_back(*target);
    const Decimal scale = scale_for(known);
    Html html;
    html.raw("<table class=\"unit-bars\"><tbody>");
    for (const auto& value : values) {
        html.raw("<tr><th scope=\"row\">").text(value.name).raw("</th><td class=\"unit-bar\">");
        html.add(bullet_bar({value.value, target, scale, value.words}));
        html.raw("</td><td class=\"number\">").text(value.words).raw("</td></tr>");
    }
    html.raw("</tbody></table>");
    return html.done();
}

} // namespace tiendo::web::view
