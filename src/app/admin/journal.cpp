#include "app/admin/journal.hpp"

#include "app/org/directory.hpp"

#include <fmt/format.h>

#include <map>
#include <set>

namespace tiendo::app {
namespace {

constexpr std::int64_t lines_per_page = 100;

/// What the lines are told with.
struct Names {
    std::map<std::string, std::string> people{};
    UnitDirectory units{};
};

Names names(Work& work)
{
    Names found;
    for (const auto& account : work.kept.accounts().all())
        found.people.emplace(account.login, account.name);
    found.units = directory(work);
    return found;
}

JournalLine line_from(const store::JournalRecord& record, const Names& known)
{
    const auto& entry = record.entry;
    JournalLine line;
    line.number = record.seq;
    line.at = entry.at;
    line.by = entry.by;
    if (const auto person = known.people.find(entry.by); person != known.people.end())
        line.by_name = person->second;
    line.verb = entry.verb;
    if (entry.plan != 0) line.plan = PlanId(fmt::format("{}", entry.plan));
    line.period = PeriodId(entry.period);
    line.unit = UnitId(entry.unit);
    if (const auto* unit = known.units.find(line.unit)) line.unit_name = unit->short_name;
    line.thing = entry.subject;
    line.detail = entry.detail;
    return line;
}

Result<store::JournalQuery> query_of(const JournalFilter& filter)
{
    store::JournalQuery query;
    if (!filter.plan.empty()) query.plan = TRY(number_of(filter.plan));
    query.unit = filter.unit.str();
    query.verb = filter.verb;
    query.by = filter.by;
    if (filter.before > 0) query.before = filter.before;
    query.limit = lines_per_page + 1;
    return query;
}

std::vector<std::string> verbs(Work& work)
{
    std::set<std::string> found;
    work.kept.journal().each([&](const store::JournalRecord& record) {
        found.insert(record.entry.verb);
    });
    return {found.begin(), found.end()};
}

} // namespace

Result<JournalPage> journal(Work& work, const JournalFilter& filter)
{
    TRY(require(work, Right::see_journal));
    auto records = work.kept.journal().list(TRY(query_of(filter)));
    JournalPage page;
    if (static_cast<std::int64_t>(records.size()) > lines_per_page) {
        records.pop_back();
        page.older = records.back().seq;
    }
    const auto known = names(work);
    for (const auto& record : records)
        page.lines.push_back(line_from(record, known));
    page.verbs = verbs(work);
    return page;
}

Result<JournalCheck> check_journal(Work& work)
{
    TRY(require(work, Right::see_journal));
    JournalCheck check;
    std::string previous;
    work.kept.journal().each([&](const store::JournalRecord& record) {
        ++check.entries;
        const bool holds = record.seq == check.entries && record.previous == previous &&
                           record.digest == store::digest_of(record);
        if (!holds && check.broken_at == 0) check.broken_at = record.seq;
        previous = record.digest;
    });
    return check;
}

} // namespace tiendo::app
