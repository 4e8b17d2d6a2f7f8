#include "web/views/verdict_counts.hpp"

#include "web/views/html_builder.hpp"
#include "web/views/status_tag.hpp"

#include <algorithm>
#include <array>

namespace tiendo::web::view {

namespace {

struct VerdictName {
    Verdict verdict;
    std::string_view address;
    std::string_view key;
};

constexpr std::array names{
    VerdictName{Verdict::met, "dat", "result_count.met"},
    VerdictName{Verdict::on_track, "dung-tien-do", "result_count.on_track"},
    VerdictName{Verdict::at_risk, "co-nguy-co", "result_count.at_risk"},
    VerdictName{Verdict::behind, "cham", "result_count.behind"},
    VerdictName{Verdict::not_met, "chua-dat", "result_count.not_met"},
    VerdictName{Verdict::no_data, "chua-co-so-lieu", "result_count.no_data"},
    VerdictName{Verdict::not_arising, "khong-phat-sinh", "result_count.not_arising"},
    VerdictName{Verdict::no_source, "khong-co-nguon", "result_count.no_source"},
    VerdictName{Verdict::not_judged, "chua-danh-gia", "result_count.not_judged"},
};

constexpr std::size_t named_at_most = 2;

bool is_result(Verdict verdict)
{
    return verdict != Verdict::not_arising && verdict != Verdict::no_source &&
           verdict != Verdict::not_judged;
}

std::string counted(const VerdictName& name, const std::string& what, const Wording& words)
{
    return words.text(name.key, {{"count", what}});
}

} // namespace

std::string_view verdict_in_address(Verdict verdict)
{
    return std::ranges::find(names, verdict, &VerdictName::verdict)->address;
}

std::optional<Verdict> verdict_from_address(std::string_view value)
{
    const auto found = std::ranges::find(names, value, &VerdictName::address);
    if (found == names.end()) return std::nullopt;
    return found->verdict;
}

Markup verdict_counts(
    const std::vector<MeasureFigure>& rows, const PlanAddresses& addresses, const Wording& words
)
{
    Html html;
    html.raw("<ul class=\"verdict-counts\">");
    for (const auto& name : names) {
        std::vector<const MeasureFigure*> those;
        for (const auto& row : rows)
            if (row.judgement.verdict == name.verdict) those.push_back(&row);
        if (those.empty()) continue;
        html.raw("<li>").add(shape(look_of(name.verdict)));
        const bool is_named = !is_result(name.verdict) && those.size() <= named_at_most;
        std::string what;
        for (const auto* row : those)
            what += (what.empty() ? "" : ", ") + row->measure.id.str();
        const auto path = is_named && those.size() == 1
                              ? addresses.measure(those.front()->measure.id)
                              : addresses.page("chi-tieu", "kq", name.address);
        html.raw("<a href=\"").text(path).raw("\">");
        html.text(counted(name, is_named ? what : std::to_string(those.size()), words));
        html.raw("</a></li>");
    }
    html.raw("</ul>");
    return html.done();
}

} // namespace tiendo::web::view
