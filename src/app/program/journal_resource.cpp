#include "app/program/resource_values.hpp"
#include "app/program/resources.hpp"

namespace tiendo::app {
namespace {

namespace bj = boost::json;

bj::object entry_object(const JournalLine& line)
{
    return {
        {"number", line.number},
        {"at", hour(line.at)},
        {"by", line.by},
        {"by_name", line.by_name},
        {"verb", line.verb},
        {"plan", line.plan.str()},
        {"period", line.period.str()},
        {"unit", line.unit.str()},
        {"thing", line.thing},
        {"detail", bj::parse(line.detail)},
    };
}

} // namespace

Result<std::string> journal_resource(Work& work, const JournalFilter& filter)
{
    const auto page = TRY(journal(work, filter));
    bj::array entries;
    for (const auto& line : page.lines)
        entries.push_back(entry_object(line));
    const auto older = page.older > 0 ? bj::value(page.older) : bj::value(nullptr);
    return bj::serialize(bj::object{{"entries", std::move(entries)}, {"older", older}});
}

} // namespace tiendo::app
