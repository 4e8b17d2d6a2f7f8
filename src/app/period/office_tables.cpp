#include "app/period/office_tables.hpp"

#include "app/period/periods.hpp"
#include "app/report/draft_items.hpp"
#include "documents/exchange/answers_json.hpp"
#include "documents/exchange/office_table_json.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tiendo::app {
namespace {

constexpr std::size_t tables_max = 20; // docs/limits.md

bool has_rows(const std::vector<ActivityRow>& rows)
{
    return std::ranges::any_of(rows, [](const ActivityRow& row) { return !row.empty(); });
}

bool has_typed(Work& work, const store::ReportKey& report, const std::string& key)
{
    for (const auto& item : work.kept.drafts().items(report)) {
        if (item.item != "activity/" + key) continue;
        const auto rows = activity_rows_from(item.body);
        if (rows && has_rows(*rows)) return true;
    }
    const auto newest = work.kept.submissions().newest(report);
    if (!newest) return false;
    const auto answers = documents::parse_answers(newest->body);
    if (!answers) return false;
    const auto found = answers->activities.find(key);
    return found != answers->activities.end() && has_rows(found->second);
}

Result<std::set<UnitId>>
typed_by(Work& work, const PlanId& plan, const Period& period, const std::string& key)
{
    const auto number = TRY(number_of(plan));
    std::set<UnitId> units;
    for (const auto& unit : period.units)
        if (has_typed(work, {number, period.id.str(), unit.str()}, key)) units.insert(unit);
    return units;
}

OfficeTable table_from(const store::OfficeTableRecord& record)
{
    auto table = documents::parse_office_table(record.key, record.body);
    ensure(table.has_value(), "an office's table that was kept can be read");
    return std::move(table).value();
}

Result<Period> open_period_of(Work& work, const PlanId& plan, const PeriodId& id)
{
    TRY(require(work, Right::edit_plan));
    auto period = TRY(period_of(work, plan, id));
    if (period.state == PeriodState::locked)
        return refuse(Refusal::conflict, "submission.period_locked");
    return period;
}

Result<std::string> next_key(Work& work, const PlanId& plan, const PeriodId& period)
{
    const auto number = TRY(number_of(plan));
    const auto records = work.kept.office_tables().of_period(number, period.str());
    const auto shown =
        std::ranges::count_if(records, [](const auto& record) { return !record.body.empty(); });
    if (static_cast<std::size_t>(shown) >= tables_max)
        return refuse(Refusal::invalid, "office_table.too_many", {}, "title");
    return fmt::format("office_{}", records.size() + 1);
}

/// Nothing that a unit typed may become unreadable, or be sent unseen.
Result<Done> check_typed(const KeptOfficeTable& before, const OfficeTable& after)
{
    if (before.typed_by.empty()) return done;
    TRY(check_change(before.table, after));
    for (const auto& unit : before.typed_by) {
        if (std::ranges::find(after.units, unit) == after.units.end())
            return refuse(Refusal::invalid, "office_table.unit_in_use", {}, "units");
    }
    return done;
}

} // namespace

Result<std::vector<OfficeTable>>
office_tables(Work& work, const PlanId& plan, const PeriodId& period)
{
    TRY(require(work, Right::signed_in));
    const auto number = TRY(number_of(plan));
    std::vector<OfficeTable> tables;
    for (const auto& record : work.kept.office_tables().of_period(number, period.str()))
        if (!record.body.empty()) tables.push_back(table_from(record));
    return tables;
}

Result<KeptOfficeTable>
office_table(Work& work, const PlanId& plan, const PeriodId& period, const std::string& key)
{
    TRY(require(work, Right::see_plan));
    const auto number = TRY(number_of(plan));
    const auto record = TRY(work.kept.office_tables().get(number, period.str(), key));
    if (record.body.empty()) return refuse(Refusal::not_found, "office_table.not_found");
    const auto asked = TRY(period_of(work, plan, period));
    return KeptOfficeTable{
        table_from(record), record.revision, TRY(typed_by(work, plan, asked, key))
    };
}

Result<std::string> put_office_table(
    Work& work,
    const PlanId& plan,
    const PeriodId& period_id,
    OfficeTable table,
    std::int64_t revision
)
{
    const auto period = TRY(open_period_of(work, plan, period_id));
    table = TRY(checked_table(std::move(table), period.units));
    const bool is_new = table.key.empty();
    if (is_new) {
        table.key = TRY(next_key(work, plan, period_id));
    } else {
        const auto before = TRY(office_table(work, plan, period_id, table.key));
        TRY(check_typed(before, table));
    }
    store::OfficeTableRecord record;
    record.plan = TRY(number_of(plan));
    record.period = period_id.str();
    record.key = table.key;
    record.body = documents::to_json(table);
    record.by = work.actor.login;
    record.at = work.now;
    record.revision = is_new ? 0 : revision;
    TRY(work.kept.office_tables().put(record));
    tiendo::app::record(
        work,
        is_new ? "office_table.made" : "office_table.changed",
        {plan, period_id, {}, table.title}
    );
    return table.key;
}

Result<Done>
remove_office_table(Work& work, const PlanId& plan, const PeriodId& period, const std::string& key)
{
    TRY(open_period_of(work, plan, period));
    const auto kept = TRY(office_table(work, plan, period, key));
    if (!kept.typed_by.empty()) return refuse(Refusal::conflict, "office_table.rows_in_use");
    const auto number = TRY(number_of(plan));
    auto record = TRY(work.kept.office_tables().get(number, period.str(), key));
    record.body.clear();
    record.by = work.actor.login;
    record.at = work.now;
    TRY(work.kept.office_tables().put(record));
    tiendo::app::record(work, "office_table.removed", {plan, period, {}, kept.table.title});
    return done;
}

} // namespace tiendo::app
