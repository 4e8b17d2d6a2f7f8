#include "app/chase/ledgers.hpp"

#include "app/org/directory.hpp"
#include "app/period/office_tables.hpp"
#include "app/period/periods.hpp"
#include "app/plan/plans.hpp"
#include "app/report/report_records.hpp"
#include "base/text.hpp"
#include "documents/writing/official_words.hpp"
#include "domain/form/office_table.hpp"
#include "domain/report/consolidated_report.hpp"

#include <algorithm>

namespace tiendo::app {
namespace {

Result<UnitAnswers> answers_of(Work& work, const ReportOf& of, const Unit& unit, Form form)
{
    UnitAnswers answers;
    answers.unit = unit;
    answers.form = std::move(form);
    const auto key = TRY(key_of(of));
    if (const auto record = work.kept.reports().find(key)) {
        answers.state = state_from(*record).state;
        answers.changed_at = record->updated_at;
    }
    if (is_unsent(answers.state.stage))
        answers.draft = TRY(draft_of(work, of, answers.form)).answers();
    else if (const auto newest = work.kept.submissions().newest(key))
        answers.submitted = submission_from(*newest).answers;
    return answers;
}

Unit unit_in(const UnitDirectory& units, const UnitId& id)
{
    if (const auto* unit = units.find(id)) return *unit;
    Unit unknown;
    unknown.id = id;
    unknown.name = id.str();
    return unknown;
}

} // namespace

Result<Ledger> ledger(Work& work, const PlanId& plan_id, const PeriodId& period_id)
{
    TRY(require(work, Right::see_plan));
    const auto period = TRY(period_of(work, plan_id, period_id));
    const auto plan = TRY(plan_in_use(work, plan_id));
    const auto indicators = library(work);
    const auto units = directory(work);
    const auto tables = TRY(office_tables(work, plan_id, period_id));
    Ledger ledger{period, work.now, {}};
    // One form at a time: those of a nation are hundreds of megabytes.
    for (const auto& id : period.units) {
        auto form = design_form(plan, indicators, id);
        add_office_tables(form, tables);
        const auto answers =
            TRY(answers_of(work, {plan_id, period_id, id}, unit_in(units, id), std::move(form)));
        ledger.units.push_back(dues_of(answers, period, work.now));
    }
    return ledger;
}

Result<UnitDues> dues_of_report(Work& work, const ReportOf& of)
{
    TRY(require(work, Right::see_report, of.unit));
    const auto period = TRY(period_of(work, of.plan, of.period));
    const auto plan = TRY(plan_in_use(work, of.plan));
    auto form = design_form(plan, library(work), of.unit);
    add_office_tables(form, TRY(office_tables(work, of.plan, of.period)));
    const auto answers =
        TRY(answers_of(work, of, unit_in(directory(work), of.unit), std::move(form)));
    return dues_of(answers, period, work.now);
}

Result<NoticeFacts> notice_facts(Work& work, const PlanId& plan_id, const PeriodId& period)
{
    const auto plan = TRY(plan_in_use(work, plan_id));
    const auto units = directory(work);
    NoticeFacts facts{plan.head, period, work.now, {}, {}};
    facts.office = propose_setup(plan, units, documents::official_words).issuer;
    for (const auto& id : units.named(facts.office, local_time(work.now).day)) {
        const auto& contact = units.find(id)->contact;
        std::vector<std::string> parts{contact.name, contact.phone};
        std::erase(parts, std::string());
        facts.contact = join(parts, ", ");
    }
    return facts;
}

} // namespace tiendo::app
