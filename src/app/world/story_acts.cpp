#include "app/world/story_acts.hpp"

#include "app/consolidation/consolidated_reports.hpp"
#include "app/period/periods.hpp"
#include "app/report/history.hpp"
#include "app/report/reports.hpp"
#include "documents/exchange/answers_json.hpp"

#include <algorithm>

namespace tiendo::app {
namespace {

constexpr const char* office = "chuyenvien";
constexpr std::int64_t minutes_between = 10;
constexpr std::int64_t minute = 60;

const PlanId plan_id("1");
const PeriodId period_id("2023");

Instant at(int month, unsigned day, int hour, int minutes = 0)
{
    return instant_of({date(2023, static_cast<unsigned>(month), day), hour, minutes});
}

ReportOf report_of(const UnitId& unit)
{
    return {plan_id, period_id, unit};
}

Channel channel_named(const std::string& name)
{
    if (name == "excel") return Channel::excel;
    if (name == "paper") return Channel::paper;
    return Channel::web;
}

/// What one person decided at a time.
struct Batch {
    std::string by;
    std::vector<NewChange> changes;
};

class StoryTeller {
public:
    StoryTeller(const Story& story, const NewPlan& document) : story_(story), document_(&document)
    {
    }

    std::vector<StoryAct> tell()
    {
        add(at(3, 27, 8), office, [document = document_](Work& work) -> Result<Done> {
            TRY(import_plan(work, *document));
            return done;
        });
        tell_decisions();
        add(at(11, 20, 8), office, open_year);
        tell_history();
        for (const auto& report : story_.reports)
            tell_report(report);
        for (const auto& separate : story_.separate) {
            add(separate.at, office, [&separate](Work& work) {
                return take_report_separately(work, report_of(separate.unit), separate.reason);
            });
        }
        add(at(12, 11, 8), office, [](Work& work) -> Result<Done> {
            TRY(freeze_report(work, plan_id, period_id));
            return done;
        });
        std::ranges::stable_sort(acts_, {}, &StoryAct::at);
        return std::move(acts_);
    }

private:
    void add(Instant hour, const std::string& by, std::function<Result<Done>(Work&)> act)
    {
        acts_.push_back({hour, by, std::move(act)});
    }

    /// Each person's decisions in one go, as a screen of the review sends them.
    void tell_decisions()
    {
        auto hour = story_.decided_at;
        std::vector<Batch> batches;
        for (const auto& decision : story_.decisions) {
            if (batches.empty() || batches.back().by != decision.by)
                batches.push_back({decision.by, {}});
            batches.back().changes.push_back(
                {decision.path, decision.value, decision.reason, decision.finding}
            );
        }
        for (auto& batch : batches) {
            add(hour, batch.by, [changes = std::move(batch.changes)](Work& work) {
                return change_plan(work, plan_id, changes);
            });
            hour.seconds += minutes_between * minute;
        }
    }

    static Result<Done> open_year(Work& work)
    {
        auto period = TRY(propose(work, plan_id, period_id)).period;
        period.deadline = at(12, 8, 17);
        period.deadline_reason =
            "Văn bản ghi “trước ngày 10/12/2023”; ngày 09 và 10/12 là thứ Bảy, Chủ nhật.";
        period.own_report_due = date(2023, 12, 15);
        return open_period(work, plan_id, period);
    }

    void tell_history()
    {
        for (const auto& year : story_.history) {
            add(story_.history_at, office, [&year](Work& work) -> Result<Done> {
                const auto form = TRY(form_of(work, year.unit));
                Answers answers;
                for (const auto& [measure, cell] : year.cells) {
                    const auto* row = form.row(measure);
                    ensure(row != nullptr, "the history speaks of the unit's measures");
                    answers.cells[measure] = read_cell(*row, typed_cell(cell, row->indicator)).cell;
                    answers.cells[measure].kind = ValueKind::official;
                }
                return take_over_history(work, {plan_id, year.period, year.unit}, answers);
            });
        }
    }

    static Result<Form> form_of(Work& work, const UnitId& unit)
    {
        return TRY(unit_report(work, report_of(unit))).form;
    }

    void tell_report(const StoryReport& report)
    {
        const auto of = report_of(report.unit);
        add(report.typed_at, report.by, [&report](Work& work) { return type(work, report); });
        if (report.submitted_at) {
            const auto channel = channel_named(report.channel);
            add(*report.submitted_at, report.by, [of, channel](Work& work) -> Result<Done> {
                TRY(submit_report(work, of, {channel, {}, {}}));
                return done;
            });
        }
        if (report.accepted_at) {
            add(*report.accepted_at, office, [of](Work& work) { return accept_report(work, of); });
        }
        if (report.returned_at) {
            add(*report.returned_at, office, [of, &report](Work& work) {
                return give_back_report(work, of, report.return_reason);
            });
        }
    }

    static Result<Done> type(Work& work, const StoryReport& report)
    {
        const auto of = report_of(report.unit);
        const auto form = TRY(form_of(work, report.unit));
        auto items = report.items;
        for (const auto& [measure, cell] : report.cells) {
            const auto* row = form.row(measure);
            ensure(row != nullptr, "a unit of the story is asked what it answers");
            items["cell/" + measure.str()] = documents::to_json(typed_cell(cell, row->indicator));
        }
        for (const auto& [item, body] : items)
            (void)TRY(save_item(work, of, {item, body, 0}));
        return done;
    }

    const Story& story_;
    const NewPlan* document_;
    std::vector<StoryAct> acts_{};
};

} // namespace

std::vector<StoryAct> acts_of(const Story& story, const NewPlan& document)
{
    return StoryTeller(story, document).tell();
}

} // namespace tiendo::app
