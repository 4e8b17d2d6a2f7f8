#include "app/chase/letters.hpp"

#include "app/chase/ledgers.hpp"
#include "app/org/directory.hpp"
#include "app/plan/plans.hpp"
#include "base/text.hpp"
#include "documents/writing/official_words.hpp"
#include "documents/writing/write_docx.hpp"

#include <algorithm>

namespace tiendo::app {
namespace {

Result<LetterMaterial>
material_of(Work& work, const PlanId& plan, const PeriodId& period, const LetterWanted& wanted)
{
    TRY(require(work, Right::review_reports));
    if (wanted.units.empty()) return refuse(Refusal::invalid, "chase.choose_units", {}, "unit");
    const auto owed = TRY(ledger(work, plan, period));
    LetterMaterial material;
    const auto used = TRY(plan_in_use(work, plan));
    material.issuer = wanted.issuer;
    material.plan = used.head;
    material.period = period;
    material.deadline = owed.period.deadline;
    material.now = work.now;
    material.asked_by = wanted.asked_by;
    for (const auto& dues : owed.units)
        if (std::ranges::find(wanted.units, dues.unit.id) != wanted.units.end())
            material.units.push_back(dues);
    material.setup = propose_setup(used, directory(work), documents::official_words);
    material.contact = TRY(notice_facts(work, plan, period)).contact;
    material.number = wanted.number;
    material.date = wanted.date;
    if (pinned_time(work.kept)) material.mark = documents::official_words("report.sample_mark");
    return material;
}

} // namespace

Result<OfficialDocument>
draft_letter(Work& work, const PlanId& plan, const PeriodId& period, const LetterWanted& wanted)
{
    return chasing_letter(TRY(material_of(work, plan, period, wanted)), documents::official_words);
}

Result<std::string>
letter_docx(Work& work, const PlanId& plan, const PeriodId& period, const LetterWanted& wanted)
{
    return documents::write_docx(TRY(draft_letter(work, plan, period, wanted)));
}

Result<int>
record_letter(Work& work, const PlanId& plan, const PeriodId& period, const LetterWanted& wanted)
{
    if (squeeze(wanted.number).empty())
        return refuse(Refusal::invalid, "letter.number_missing", {}, "number");
    if (!wanted.date) return refuse(Refusal::invalid, "letter.date_missing", {}, "date");
    const auto material = TRY(material_of(work, plan, period, wanted));
    const auto document = TRY(chasing_letter(material, documents::official_words));
    const auto name = documents::official_words(
        "letter.issued",
        {{"number", document.number},
         {"symbol", document.symbol},
         {"day", vietnamese_date(*wanted.date)},
         {"issuer", document.issuer_name},
         {"subject", document.subject}}
    );
    int count = 0;
    for (const auto& dues : material.units) {
        if (!may_get_letter(dues)) continue;
        store::NoticeRecord record;
        record.id = new_uuid7(work.now.seconds * 1000);
        record.plan = TRY(number_of(plan));
        record.period = period.str();
        record.unit = dues.unit.id.str();
        record.rung = "letter " + document.number + "/" + document.symbol;
        record.day = *wanted.date;
        record.subject = name;
        record.body = name;
        for (const auto& item : dues.missing())
            record.items += (record.items.empty() ? "" : "; ") + item.number;
        record.at = work.now;
        record.by = work.actor.login;
        record.mail_state = "none";
        if (!work.kept.notices().add(record))
            return refuse(Refusal::conflict, "letter.recorded_already", {}, "number");
        tiendo::app::record(work, "letter.issued", {plan, period, dues.unit.id, record.rung});
        ++count;
    }
    return count;
}

} // namespace tiendo::app
