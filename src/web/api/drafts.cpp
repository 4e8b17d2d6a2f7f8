#include "web/api/drafts.hpp"

#include "base/text.hpp"
#include "web/json_text.hpp"
#include "web/pages/form_parts.hpp"
#include "web/pages/form_view.hpp"
#include "web/views/cell_result.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tiendo::web {
namespace {

app::ReportOf report_of(const Request& request)
{
    const auto parameter = [&](std::string_view name) {
        return std::string(request.path_parameters[name]);
    };
    return {PlanId(parameter("plan")), PeriodId(parameter("period")), UnitId(parameter("unit"))};
}

/// "cell" and "3-2a" are "cell/3.2a": a dot in an address would look like a file's ending.
std::string item_named(const Request& request)
{
    return std::string(request.path_parameters["kind"]) + "/" +
           replace_all(std::string(request.path_parameters["item"]), "-", ".");
}

std::string remark_json(const Problem& problem, bool is_error, const Wording& words)
{
    return fmt::format(
        R"({{"place":{},"isError":{},"text":{}}})",
        json_text(problem.place),
        is_error,
        json_text(words.sentence(problem))
    );
}

struct Remarks {
    std::string json = "[]";
    bool any_error = false;
};

Remarks
remarks_on_item(const app::UnitReport& report, const std::string& item, const Wording& words)
{
    Remarks remarks;
    const auto place = item.starts_with("cell/") ? item.substr(5) + "." : item + "/";
    std::vector<std::string> list;
    for (const auto& remark : report.draft.remarks()) {
        if (!remark.problem.place.starts_with(place)) continue;
        const bool is_error =
            remark.weight == Weight::error && remark.problem.key != "cell.incomplete";
        remarks.any_error = remarks.any_error || is_error;
        list.push_back(remark_json(remark.problem, is_error, words));
    }
    remarks.json = "[" + join(list, ",") + "]";
    return remarks;
}

std::string result_of(const app::UnitReport& report, const std::string& item, const Wording& words)
{
    if (!item.starts_with("cell/")) return {};
    const auto* row = report.form.row(MeasureId(item.substr(5)));
    const auto found = report.draft.cells.find(MeasureId(item.substr(5)));
    if (row == nullptr || found == report.draft.cells.end() ||
        found->second.read.cell.state == ValueState::missing)
        return {};
    return view::result_words(found->second.read.cell, row->indicator, words);
}

/// What the heads of the form's parts say now.
std::string part_counts(const app::UnitReport& report, const Wording& words)
{
    std::vector<std::string> counts;
    for (const auto& part : form_parts(report, words))
        counts.push_back(json_text(part.count));
    return join(counts, ",");
}

Response kept(const app::UnitReport& report, const std::string& item, const Visit& visit)
{
    const auto remarks = remarks_on_item(report, item, visit.words);
    const auto saved = report.draft.saved_at;
    return json(
        fmt::format(
            R"({{"revision":{},"result":{},"remarks":{},"savedAt":{},"filled":{},"total":{},"parts":[{}]}})",
            kept_revision(report, item),
            json_text(result_of(report, item, visit.words)),
            remarks.json,
            json_text(saved ? visit.words.time(*saved) : std::string{}),
            report.completion.filled,
            report.completion.total,
            part_counts(report, visit.words)
        ),
        remarks.any_error ? 422 : 200
    );
}

Response conflicting(const app::UnitReport& report, const Conflict& conflict, const Visit& visit)
{
    const auto& item = conflict.mine.item;
    const auto& theirs = conflict.theirs;
    const auto by = visit.words.text(
        "conflict.on_server", {{"person", conflict.person}, {"time", visit.words.moment(theirs.at)}}
    );
    return json(
        fmt::format(
            R"({{"revision":{},"yours":{},"theirs":{},"theirsBy":{},"kept":{}}})",
            theirs.revision,
            json_text(item_words(report, item, conflict.mine.body, visit.words)),
            json_text(item_words(report, item, theirs.body, visit.words)),
            json_text(by),
            theirs.body
        ),
        409
    );
}

Response unreadable(const PostedItem& posted, const Wording& words)
{
    std::vector<std::string> list;
    for (const auto& problem : posted.problems)
        list.push_back(remark_json(problem, true, words));
    return json(
        fmt::format(R"({{"revision":{},"remarks":[{}]}})", posted.revision, join(list, ",")), 422
    );
}

struct Answer {
    app::UnitReport report{}; ///< as it is afterwards
    SavingOutcome outcome{};
};

Result<Answer>
save_one(app::Work& work, const std::string& item, const Request& request, const Wording& words)
{
    const auto of = report_of(request);
    Answer answer;
    answer.report = TRY(app::unit_report(work, of));
    auto items = posted_items(request.form, answer.report, words);
    std::erase_if(items, [&](const PostedItem& posted) { return posted.item != item; });
    if (items.empty()) return refuse(Refusal::invalid, "draft.unknown_item", {{"item", item}});
    items.front().shown.clear(); // a program sends what it wants kept
    answer.outcome = TRY(save_items(work, answer.report, items));
    answer.report = TRY(app::unit_report(work, of));
    return answer;
}

} // namespace

Result<Response> put_draft_item(Visit& visit, const Request& request)
{
    const auto item = item_named(request);
    auto written =
        visit.write([&](app::Work& work) { return save_one(work, item, request, visit.words); });
    const auto answer = TRY(std::move(written));
    if (!answer.outcome.unsaved.empty())
        return unreadable(answer.outcome.unsaved.begin()->second, visit.words);
    if (!answer.outcome.conflicts.empty())
        return conflicting(answer.report, answer.outcome.conflicts.begin()->second, visit);
    return kept(answer.report, item, visit);
}

} // namespace tiendo::web
