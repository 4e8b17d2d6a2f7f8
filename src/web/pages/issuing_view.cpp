#include "web/pages/issuing_view.hpp"

#include "app/org/directory.hpp"
#include "base/text.hpp"
#include "web/percent.hpp"
#include "web/views/status_tag.hpp"

#include <algorithm>
#include <array>

namespace tiendo::web {
namespace {

using enum IssuingAct;

constexpr std::array stages{
    IssuingStage::draft,
    IssuingStage::with_head,
    IssuingStage::with_signer,
    IssuingStage::numbered,
    IssuingStage::issued
};

/// The acts in the order of the page; the first that leads on is the main one.
constexpr std::array acts{
    allow_submitted,
    present_to_head,
    present_for_signature,
    take_number,
    issue,
    record_sending,
    correct,
    give_back
};

std::string typed(const IssuingView& shown, IssuingAct act, std::string_view field)
{
    const bool is_its_form = shown.typed != nullptr && (*shown.typed)["act"] == name_of(act);
    return is_its_form ? std::string((*shown.typed)[field]) : std::string{};
}

/// Whether the act leads on from here; what is open or missing is said when it is tried.
bool leads_on(const IssuingState& state, IssuingAct act)
{
    IssuingStep step;
    step.act = act;
    const auto next = take_step(state, step, {});
    return next || next.error().problems.front().key != "issuing.does_not_lead_on";
}

bool is_offered(const IssuingView& shown, IssuingAct act, const Visit& visit)
{
    const auto& report = shown.report;
    if (!leads_on(report.state, act)) return false;
    if (!may(visit.actor, app::right_for(act, report.state.stage))) return false;
    if (act != allow_submitted) return true;
    return std::ranges::any_of(report.points, [](const CheckPoint& point) {
        return point.key == "accepted" && point.is_open && point.blocks;
    });
}

view::Object act_view(const IssuingView& shown, IssuingAct act, const Visit& visit)
{
    const std::string name = name_of(act);
    const auto& words = visit.words;
    const auto& state = shown.report.state;
    const bool numbers = act == take_number;
    const auto known_day = state.date ? vietnamese_date(*state.date) : std::string{};
    const bool was_typed = shown.typed != nullptr && (*shown.typed)["act"] == name;
    return {
        {"act", name},
        {"label", words.text("issuing.do_" + name)},
        {"hint", words.text("issuing.hint_" + name)},
        {"is_main", act != give_back && act != allow_submitted && act != correct},
        {"asks_number", numbers},
        {"number", was_typed ? typed(shown, act, "number") : state.number},
        {"date", was_typed ? typed(shown, act, "date") : known_day},
        {"asks_kind", act == correct},
        {"is_content", typed(shown, act, "kind") != "form"},
        {"asks_sending", act == record_sending},
        {"to", typed(shown, act, "to")},
        {"how", typed(shown, act, "how")},
        {"on", typed(shown, act, "on")},
        {"asks_reason", act == give_back || act == correct || act == allow_submitted},
        {"reason", typed(shown, act, "reason")},
        {"reason_label", words.text("issuing.reason_of_" + name)}
    };
}

/// A field of the head is called as its form calls it, a measure or a unit by its name.
std::string details_of(const CheckPoint& point, const Wording& words)
{
    if (point.key != "head" && point.key != "number") return join(point.details, ", ");
    std::vector<std::string> labels;
    for (const auto& field : point.details)
        labels.push_back(to_lower(words.text("setup." + field)));
    return join(labels, "; ");
}

std::string value_words(const IssuedFigure& figure, const Wording& words)
{
    std::vector<std::string> parts;
    for (const auto& part : figure.parts) {
        auto text = words.number(part.numerator) + "/" + words.number(part.denominator);
        const auto ratio = Ratio::of(part.numerator, part.denominator, figure.factor);
        if (ratio) text = words.number(ratio->rounded(2), 2) + " (" + text + ")";
        parts.push_back(text);
    }
    Judgement judgement;
    judgement.verdict = figure.verdict;
    judgement.exceeded = figure.exceeded;
    parts.push_back(view::verdict_words(judgement, words));
    parts.push_back(words.text(
        "issuing.coverage",
        {{"reported", std::to_string(figure.coverage.reported)},
         {"expected", std::to_string(figure.coverage.expected)}}
    ));
    return join(parts, "; ");
}

std::string because_words(
    const ChangedFigure& changed, const UnitDirectory& units, app::Work& work, const Visit& visit
)
{
    std::vector<std::string> reasons;
    for (const auto& given : changed.because) {
        const auto* unit = units.find(given.unit);
        reasons.push_back(
            (unit == nullptr ? given.unit.str() : unit->short_name) + ", " +
            app::person_named(work, given.author) + ", " + visit.words.moment(given.at)
        );
    }
    return reasons.empty() ? visit.words.text("issuing.because_plan") : join(reasons, "; ");
}

view::List changed_rows(const IssuingView& shown, app::Work& work, const Visit& visit)
{
    const auto units = app::directory(work);
    view::List rows;
    for (const auto& changed : shown.report.changed) {
        const auto& id = changed.before.measure.str();
        rows.emplace_back(view::Object{
            {"path",
             "/ke-hoach/" + percent_encode(shown.plan.str()) + "/chi-tieu/" +
                 percent_encode(replace_all(id, ".", "-")) +
                 "?ky=" + percent_encode(shown.period.str())},
            {"measure", id},
            {"figure_title", changed.before.title},
            {"before", value_words(changed.before, visit.words)},
            {"after", value_words(changed.after, visit.words)},
            {"because", because_words(changed, units, work, visit)}
        });
    }
    return rows;
}

std::string document_name(const app::IssuedVersion& version, const Wording& words)
{
    return words.text(
        "issuing.document",
        {{"number", version.document_number},
         {"symbol", version.symbol},
         {"day", version.date ? words.day(*version.date) : std::string{}}}
    );
}

std::string correction_words(const IssuingStep& correction, const Wording& words)
{
    return words.text(
        std::string("issuing.correction_") + name_of(correction.correction),
        {{"reason", correction.reason}}
    );
}

view::List version_rows(const IssuingView& shown, app::Work& work, const Visit& visit)
{
    view::List rows;
    for (const auto& version : shown.report.versions) {
        const auto base =
            issuing_base(shown.plan, shown.period) + "/" + std::to_string(version.number);
        rows.emplace_back(view::Object{
            {"name", document_name(version, visit.words)},
            {"at", visit.words.moment(version.at)},
            {"by", app::person_named(work, version.by)},
            {"has_reason", version.correction.has_value()},
            {"reason",
             version.correction ? correction_words(*version.correction, visit.words) : std::string{}
            },
            {"docx_path", base + "/bao-cao.docx"},
            {"pdf_path", base + "/bao-cao.pdf"},
            {"docx_digest", version.docx_sha256},
            {"digest", version.snapshot_sha256}
        });
    }
    return rows;
}

/// What a step adds to its name: the reason, number and day, where it was sent.
std::string detail_of(const IssuingStep& step, const Wording& words)
{
    const auto day = [&](const std::optional<Date>& date) {
        return date ? words.day(*date) : std::string{};
    };
    if (step.act == take_number)
        return words.text(
            "issuing.number_and_day", {{"number", step.number}, {"day", day(step.date)}}
        );
    if (step.act == record_sending)
        return words.text(
            "issuing.sent",
            {{"to", step.sending.to}, {"how", step.sending.how}, {"day", day(step.sending.on)}}
        );
    if (step.act == correct) return correction_words(step, words);
    return step.reason;
}

} // namespace

std::string issuing_base(const PlanId& plan, const PeriodId& period)
{
    return "/ke-hoach/" + percent_encode(plan.str()) + "/phat-hanh/" + percent_encode(period.str());
}

void show_stages(view::Object& data, const IssuingView& shown, const Visit& visit)
{
    const auto& state = shown.report.state;
    view::List list;
    for (const auto stage : stages) {
        list.emplace_back(view::Object{
            {"label", visit.words.text(std::string("issuing.stage_") + name_of(stage))},
            {"is_current", stage == state.stage},
            {"is_past", stage < state.stage}
        });
    }
    data.set("stages", std::move(list));
    data.set("is_issued", state.stage == IssuingStage::issued);
    data.set("is_returned", !state.returned_for.empty());
    data.set("returned_for", state.returned_for);
    data.set("has_correction", state.correction.has_value());
    data.set(
        "correction",
        state.correction ? correction_words(*state.correction, visit.words) : std::string{}
    );
}

void show_points(view::Object& data, const IssuingView& shown, const Visit& visit)
{
    view::List points;
    for (const auto& point : shown.report.points) {
        const auto look = !point.is_open ? view::Look::met
                          : point.blocks ? view::Look::not_met
                                         : view::Look::at_risk;
        const auto* state = !point.is_open ? "issuing.settled"
                            : point.blocks ? "issuing.to_do"
                                           : "issuing.to_know";
        points.emplace_back(view::Object{
            {"key", point.key},
            {"mark_markup", view::result_tag(look, visit.words.text(state))},
            {"label", visit.words.text("issuing.point_" + point.key)},
            {"has_details", point.is_open && !point.details.empty()},
            {"details", details_of(point, visit.words)}
        });
    }
    data.set("points", std::move(points));
}

void show_acts(view::Object& data, const IssuingView& shown, const Visit& visit)
{
    view::List list;
    for (const auto act : acts) {
        if (is_offered(shown, act, visit)) list.emplace_back(act_view(shown, act, visit));
    }
    data.set("has_acts", !list.empty());
    data.set("acts", std::move(list));
}

void show_past(view::Object& data, const IssuingView& shown, app::Work& work, const Visit& visit)
{
    const auto& words = visit.words;
    const auto& report = shown.report;
    data.set("has_changed", !report.changed.empty());
    data.set("changed", changed_rows(shown, work, visit));
    data.set("has_versions", !report.versions.empty());
    data.set("versions", version_rows(shown, work, visit));
    view::List texts;
    for (const auto& text : report.texts) {
        texts.emplace_back(view::Object{
            {"text", text.text},
            {"computed", text.computed},
            {"has_reason", !text.reason.empty()},
            {"reason", text.reason},
            {"by", app::person_named(work, text.by)},
            {"at", words.moment(text.at)}
        });
    }
    data.set("has_texts", !texts.empty());
    data.set("texts", std::move(texts));
    view::List corrections;
    for (const auto& difference : report.corrections) {
        corrections.emplace_back(view::Object{
            {"place", difference.place}, {"before", difference.before}, {"after", difference.after}
        });
    }
    data.set("has_corrections", !corrections.empty());
    data.set("corrections", std::move(corrections));
    view::List steps;
    for (auto step = report.steps.rbegin(); step != report.steps.rend(); ++step) {
        const auto detail = detail_of(*step, words);
        steps.emplace_back(view::Object{
            {"at", words.moment(step->at)},
            {"by", app::person_named(work, step->by)},
            {"what", words.text(std::string("journal_verb.issuing.") + name_of(step->act))},
            {"has_detail", !detail.empty()},
            {"detail", detail}
        });
    }
    data.set("has_steps", !steps.empty());
    data.set("steps", std::move(steps));
}

} // namespace tiendo::web
