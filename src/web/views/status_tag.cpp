#include "web/views/status_tag.hpp"

#include "base/text.hpp"
#include "web/views/html_builder.hpp"

namespace tiendo::web::view {

namespace {

bool is_only_asked(UnitKind kind)
{
    return kind == UnitKind::front || kind == UnitKind::mass_organisation;
}

std::string stage_words(const ReportState& state, UnitKind kind, const Wording& words)
{
    if (state.stage == Stage::drafting && state.version == 0 && is_only_asked(kind))
        return words.text("stage.awaited");
    if (state.stage == Stage::returned && kind != UnitKind::commune)
        return words.text("stage.completion_asked");
    return words.text(std::string("stage.") + name_of(state.stage));
}

} // namespace

Look look_of(Verdict verdict)
{
    switch (verdict) {
    case Verdict::met:
        return Look::met;
    case Verdict::not_met:
    case Verdict::behind:
        return Look::not_met;
    case Verdict::on_track:
        return Look::on_track;
    case Verdict::at_risk:
        return Look::at_risk;
    case Verdict::no_data:
        return Look::no_data;
    case Verdict::no_source:
    case Verdict::not_arising:
    case Verdict::not_judged:
        return Look::none;
    }
    return Look::none;
}

Look look_of(const Judgement& judgement)
{
    const bool is_undecided = judgement.early && judgement.verdict == Verdict::not_met;
    return is_undecided ? Look::none : look_of(judgement.verdict);
}

std::string_view look_name(Look look)
{
    switch (look) {
    case Look::met:
        return "met";
    case Look::on_track:
        return "on-track";
    case Look::at_risk:
        return "at-risk";
    case Look::not_met:
        return "not-met";
    case Look::no_data:
        return "no-data";
    case Look::none:
        return "none";
    }
    return "none";
}

std::string verdict_words(const Judgement& judgement, const Wording& words)
{
    switch (judgement.verdict) {
    case Verdict::met:
        return words.text(judgement.exceeded ? "verdict.exceeded" : "verdict.met");
    case Verdict::not_met:
        return words.text(judgement.early ? "verdict.not_met_early" : "verdict.not_met");
    case Verdict::on_track:
        return words.text("verdict.on_track");
    case Verdict::at_risk:
        return words.text("verdict.at_risk");
    case Verdict::behind:
        return words.text("verdict.behind");
    case Verdict::no_data:
        return words.text("verdict.no_data");
    case Verdict::no_source:
        return words.text("verdict.no_source");
    case Verdict::not_arising:
        return words.text("verdict.not_arising");
    case Verdict::not_judged:
        return words.text("verdict.not_judged");
    }
    return {};
}

Markup shape(Look look)
{
    Html html;
    html.raw("<svg class=\"shape\" aria-hidden=\"true\" width=\"16\" height=\"16\"><use "
             "href=\"#shape-")
        .text(look_name(look))
        .raw("\"/></svg>");
    return html.done();
}

Markup result_tag(Look look, std::string_view words)
{
    Html html;
    html.raw("<span class=\"tag tag-").text(look_name(look)).raw("\">");
    html.add(shape(look)).text(words).raw("</span>");
    return html.done();
}

Markup result_tag(const Judgement& judgement, const Wording& words)
{
    return result_tag(look_of(judgement), verdict_words(judgement, words));
}

Markup result_cell(const ResultCell& cell)
{
    Html html;
    html.raw("<td class=\"cell cell-").text(look_name(cell.look)).raw("\">");
    if (cell.path.empty()) {
        html.raw("<span><span aria-hidden=\"true\">").text(cell.shown);
        html.raw("</span><span class=\"visually-hidden\">").text(cell.sentence).raw("</span> ");
    } else {
        html.raw("<a href=\"").text(cell.path).raw("\" aria-label=\"").text(cell.sentence);
        html.raw("\">").text(cell.shown).raw(" ");
    }
    if (cell.look != Look::none) html.add(shape(cell.look));
    if (cell.path.empty())
        html.raw("</span></td>");
    else
        html.raw("</a></td>");
    return html.done();
}

std::string
report_words(const ReportState& state, const Timing& timing, UnitKind kind, const Wording& words)
{
    const std::string stage = stage_words(state, kind, words);
    if (is_only_asked(kind)) return stage;
    const std::string days = std::to_string(timing.days);
    if (is_unsent(state.stage) && timing.timeliness == Timeliness::overdue) {
        const auto overdue = words.text("stage.overdue", {{"days", days}});
        return state.stage == Stage::drafting ? overdue : stage + ", " + to_lower(overdue);
    }
    if (timing.timeliness == Timeliness::late && !is_unsent(state.stage))
        return words.text("stage.late", {{"stage", stage}, {"days", days}});
    return stage;
}

Markup
report_tag(const ReportState& state, const Timing& timing, UnitKind kind, const Wording& words)
{
    const bool is_overdue =
        is_unsent(state.stage) && timing.timeliness == Timeliness::overdue && !is_only_asked(kind);
    Html html;
    html.raw("<span class=\"state");
    if (is_overdue)
        html.raw(" state-overdue");
    else if (state.stage == Stage::returned)
        html.raw(" state-returned");
    else if (!is_unsent(state.stage))
        html.raw(" state-done");
    html.raw("\">").text(report_words(state, timing, kind, words)).raw("</span>");
    return html.done();
}

} // namespace tiendo::web::view
