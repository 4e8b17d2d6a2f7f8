#include "store/changes.hpp"

#include "base/result.hpp"
#include "store/drivers/connection.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tiendo::store {
namespace {

constexpr std::array<std::pair<ChangeKind, const char*>, 6> names{{
    {ChangeKind::report, "report"},
    {ChangeKind::period, "period"},
    {ChangeKind::plan, "plan"},
    {ChangeKind::indicators, "indicators"},
    {ChangeKind::units, "units"},
    {ChangeKind::everything, "everything"},
}};

const char* name_of(ChangeKind kind)
{
    return std::ranges::find(names, kind, [](const auto& entry) { return entry.first; })->second;
}

ChangeKind kind_named(const std::string& name)
{
    const auto found =
        std::ranges::find_if(names, [&](const auto& entry) { return name == entry.second; });
    // What a newer server process tells of and this one does not know may be anything.
    return found == names.end() ? ChangeKind::everything : found->first;
}

Change change_in(const sql::Row& row)
{
    return {
        .seq = row.integer(0),
        .thing =
            {.kind = kind_named(row.text(1)),
             .plan = row.integer(2),
             .period = row.text(3),
             .unit = row.text(4)},
    };
}

} // namespace

std::int64_t Changes::last_seq()
{
    const auto last = connection_.find(
        R"sql(SELECT COALESCE(MAX(seq), 0) FROM change)sql",
        {},
        [](const sql::Row& row) { return row.integer(0); }
    );
    ensure(last.has_value(), "the last change has a number, or there is none");
    return *last;
}

std::optional<std::vector<Change>> Changes::since(std::int64_t seq)
{
    const auto last = last_seq();
    if (seq > last) return std::nullopt;
    auto found = connection_.list(
        R"sql(SELECT seq, kind, plan, period, unit FROM change WHERE seq > $1 ORDER BY seq)sql",
        {seq},
        change_in
    );
    if (std::cmp_not_equal(found.size(), last - seq)) return std::nullopt;
    return found;
}

void Changes::keep_noted()
{
    if (noted_.empty()) return;
    auto seq = last_seq();
    for (const auto& thing : noted_.things()) {
        connection_.execute(
            R"sql(
                INSERT INTO change (seq, kind, plan, period, unit) VALUES ($1, $2, $3, $4, $5)
            )sql",
            {++seq, name_of(thing.kind), thing.plan, thing.period, thing.unit}
        );
    }
    connection_.execute(R"sql(DELETE FROM change WHERE seq <= $1)sql", {seq - kept_max});
    connection_.announce();
}

} // namespace tiendo::store
