#include "app/report/draft_items.hpp"
#include "app/values/values.hpp"
#include "app/world/new_sample_office.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace tiendo::app {
namespace {

const PlanId plan_id("1");
const PeriodId year("2023");
const Actor monitor{"chuyenvien", "Chuyên viên", {}, {Role::monitor}};
const std::string file_name = "so-lieu.csv";

UnitReport report_now(Office& office, const UnitId& unit)
{
    return office
        .read(monitor, [&](Work& work) { return unit_report(work, {plan_id, year, unit}); })
        .value();
}

/// Units whose reports are open, with nothing in their drafts.
std::vector<UnitId> open_units(Office& office)
{
    std::vector<UnitId> units;
    const auto opened = office.write(monitor, [&](Work& work) -> Result<Done> {
        for (const auto& line : TRY(report_lines(work, plan_id, year))) {
            const ReportOf of{plan_id, year, line.unit};
            if (line.state.stage == Stage::accepted) TRY(reopen_report(work, of, "nhập lại"));
            if (line.state.stage == Stage::submitted) TRY(give_back_report(work, of, "nhập lại"));
            work.kept.drafts().clear({1, year.str(), line.unit.str()});
            units.push_back(line.unit);
        }
        return done;
    });
    EXPECT_TRUE(opened.has_value());
    return units;
}

class Made {
public:
    explicit Made(unsigned seed) : random_(seed) {}

    std::size_t below(std::size_t end) { return random_() % end; }
    template <class Choices> auto& one_of(Choices& choices)
    {
        return choices[below(choices.size())];
    }

    /// Mostly right ones, of some units and measures, in no order.
    std::vector<DataValue> values(const std::vector<UnitId>& units, const Form& form)
    {
        std::vector<DataValue> made;
        for (auto cells = below(120); cells > 0; --cells) {
            const auto& row = one_of(form.rows);
            DataValue value;
            value.period = year.str();
            value.unit = one_of(units).str();
            say_more(value);
            for (const auto& key : elements_of(row.indicator)) {
                const auto dot = key.find('.');
                value.element = "1/" + row.measure.id.str() + "/" + key.substr(0, dot);
                value.category = dot == std::string::npos ? "" : key.substr(dot + 1);
                value.value = number(key.starts_with("den") ? 12 : 0);
                if (below(40) != 0) made.push_back(value);
                if (below(40) == 0) made.push_back(value);
                if (below(60) == 0) say_more(value);
            }
        }
        std::ranges::shuffle(made, random_);
        for (std::size_t i = 0; i < made.size(); ++i) {
            made[i].index = static_cast<std::int64_t>(i);
            made[i].line = static_cast<std::int64_t>(i) + 2;
        }
        return made;
    }

    /// From there on.
    std::string number(std::size_t least = 0)
    {
        static const std::vector<std::string> odd{
            "-1", "1.5", "abc", "KPS", "", "007", "true", " 4", "12345678901234567890", "1,5"
        };
        return below(30) == 0 ? one_of(odd) : std::to_string(least + below(12));
    }

private:
    void say_more(DataValue& value)
    {
        static const std::vector<std::string> kinds{"official", "estimate", "adjusted", "guess"};
        static const std::vector<std::string> states{"value", "not_arising", "missing", "zero"};
        if (below(6) == 0) value.kind = one_of(kinds);
        if (below(8) == 0) value.state = one_of(states);
        if (below(8) == 0) value.comment = "ước";
        if (below(20) == 0) value.reason = "lý do";
        if (below(20) == 0) value.stored_by = "saloong";
        if (below(60) == 0) value.deleted = "true";
        if (below(60) == 0) value.attribute = "khác";
    }

    std::mt19937 random_;
};

/// A cell that an officer types between two files.
void type_a_cell(Office& office, Made& made, const UnitId& unit)
{
    const auto report = report_now(office, unit);
    if (report.form.rows.empty()) return;
    const auto& row = made.one_of(report.form.rows);
    TypedCell cell;
    for (const auto& key : elements_of(row.indicator))
        cell.typed[key] = made.number();
    const auto item = "cell/" + row.measure.id.str();
    const auto known = report.draft.revisions.find(item);
    const auto revision = known == report.draft.revisions.end() ? 0 : known->second;
    const auto saved = office.write(monitor, [&](Work& work) {
        return save_item(work, report.of, {item, item_body(cell), revision});
    });
    ASSERT_TRUE(saved.has_value() && saved->saved);
}

/// What is to become of a unit's values, by the rule for one report alone.
struct Expected {
    std::map<std::int64_t, ValueResult> results{};
    std::map<UnitId, std::map<MeasureId, TypedCell>> cells{};
    std::map<UnitId, std::map<MeasureId, std::int64_t>> revisions{};
};

Expected
expected(Office& office, const std::vector<UnitId>& units, const std::vector<DataValue>& values)
{
    Expected all;
    for (const auto& unit : units) {
        const auto report = report_now(office, unit);
        ValueGround ground{report.form, {}, file_name, ValueKind::estimate};
        for (const auto& [measure, cell] : report.draft.cells) {
            ground.cells[measure] = cell.typed;
            all.revisions[unit][measure] = cell.revision;
        }
        std::vector<DataValue> own;
        std::ranges::copy_if(values, std::back_inserter(own), [&](const DataValue& value) {
            return value.unit == unit.str();
        });
        auto taken = take_values(ground, own);
        for (auto& [measure, change] : taken.changes) {
            ground.cells[measure] = change.after;
            ++all.revisions[unit][measure];
        }
        all.cells[unit] = ground.cells;
        for (auto& result : taken.results)
            all.results[result.value.index] = std::move(result);
    }
    return all;
}

void expect_as(const Expected& wanted, Office& office, const std::vector<UnitId>& units)
{
    for (const auto& unit : units) {
        const auto draft = report_now(office, unit).draft;
        std::map<MeasureId, TypedCell> cells;
        std::map<MeasureId, std::int64_t> revisions;
        for (const auto& [measure, cell] : draft.cells) {
            cells[measure] = cell.typed;
            revisions[measure] = cell.revision;
        }
        EXPECT_EQ(cells, wanted.cells.at(unit)) << unit.str();
        const auto found = wanted.revisions.find(unit);
        if (found != wanted.revisions.end()) EXPECT_EQ(revisions, found->second) << unit.str();
    }
}

std::map<std::int64_t, ValueResult>
imported(Office& office, const std::vector<DataValue>& values, bool dry_run)
{
    ValuesImport import(office, monitor, {.file = file_name, .dry_run = dry_run, .tell_all = true});
    for (const auto& value : values)
        import.add(value);
    std::map<std::int64_t, ValueResult> results;
    const auto summary = import.run([&](const ValueResult& result) {
        EXPECT_TRUE(results.emplace(result.value.index, result).second) << "each once";
    });
    EXPECT_TRUE(summary.has_value());
    return results;
}

TEST(BulkValues, BecomeWhatTheRuleForOneReportMakesOfThem)
{
    auto office = new_sample_office();
    auto units = open_units(office);
    const auto form = report_now(office, UnitId("bo-y")).form;
    std::int64_t plain = 0;
    for (unsigned seed = 1; seed <= 25; ++seed) {
        Made made(seed);
        office.write(monitor, [&](Work& work) {
            for (const auto& unit : units)
                if (made.below(2) == 0) work.kept.drafts().clear({1, year.str(), unit.str()});
            return done;
        });
        for (int i = 0; i < 3; ++i)
            type_a_cell(office, made, made.one_of(units));
        const auto values = made.values(units, form);
        const auto wanted = expected(office, units, values);
        EXPECT_EQ(imported(office, values, true), wanted.results) << "a dry run, seed " << seed;
        EXPECT_EQ(imported(office, values, false), wanted.results) << "seed " << seed;
        expect_as(wanted, office, units);
        const auto again = expected(office, units, values);
        EXPECT_EQ(imported(office, values, false), again.results) << "once more, seed " << seed;
        expect_as(again, office, units);
        for (const auto& [index, result] : wanted.results)
            plain += result.outcome == ValueOutcome::imported ? 1 : 0;
    }
    EXPECT_GT(plain, 300);
}

TEST(ValueSpool, KeepsEachValueWhateverItSays)
{
    ValueSpool spool;
    const auto value = [](std::size_t n) {
        DataValue value;
        value.element = "1/6.1/num";
        value.period = "2023";
        value.unit = "u" + std::to_string(n % 7);
        value.value = std::to_string(n);
        value.comment = "ghi chú " + std::to_string(n); // more than are kept together
        value.line = static_cast<std::int64_t>(n) + 1;
        return value;
    };
    const std::size_t count = ValueSpool::shared_max + 2'000;
    for (std::size_t n = 0; n < count; ++n)
        spool.add(value(n));
    std::size_t found = 0;
    for (std::size_t number = 0; number < ValueSpool::part_count; ++number) {
        const auto part = spool.part(number);
        EXPECT_EQ(part.values().size(), spool.size(number));
        for (const auto& spooled : part.values()) {
            const auto n = static_cast<std::size_t>(spooled.line) - 1;
            ASSERT_EQ(part.value(spooled), value(n));
            ASSERT_EQ(spooled.text, std::to_string(n));
            ASSERT_EQ(part.report(spooled)[2], "u" + std::to_string(n % 7));
            ++found;
        }
    }
    EXPECT_EQ(found, count);
}

} // namespace
} // namespace tiendo::app
