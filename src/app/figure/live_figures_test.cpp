#include "app/figure/live_figures.hpp"
#include "app/period/periods.hpp"
#include "app/plan/plans.hpp"
#include "app/report/draft_items.hpp"
#include "app/report/history.hpp"
#include "app/world/new_sample_office.hpp"
#include "app/world/sample_world.hpp"
#include "store/contract.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <random>
#include <thread>

/// What is held in memory says what the store says, after whatever was done.
namespace tiendo::app {
namespace {

const PlanId plan_id("1");
const PeriodId year("2023");
const MeasureId victims("3.2a");
const Actor monitor{"chuyenvien", "Chuyên viên", {}, {Role::monitor}};

ReportOf report_of(const UnitId& unit)
{
    return {plan_id, year, unit};
}

HeldPeriod held(Office& office)
{
    auto held =
        office.read(monitor, [](Work& work) { return work.live->period(work, plan_id, year); });
    EXPECT_TRUE(held.has_value());
    return **held;
}

HeldPeriod stored(Office& office)
{
    auto read = office.read(monitor, [](Work& work) { return read_period(work, plan_id, year); });
    EXPECT_TRUE(read.has_value());
    return std::move(read).value();
}

std::map<PeriodId, CellsByMeasure> without_empty(std::map<PeriodId, CellsByMeasure> periods)
{
    for (auto& [period, cells] : periods)
        std::erase_if(cells, [](const auto& each) { return each.second.empty(); });
    std::erase_if(periods, [](const auto& each) { return each.second.empty(); });
    return periods;
}

void expect_same(const HeldPeriod& live, const HeldPeriod& kept)
{
    ASSERT_EQ(live.figures.rows.size(), kept.figures.rows.size());
    EXPECT_EQ(figures_json(live.figures), figures_json(kept.figures));
    for (std::size_t i = 0; i < live.figures.rows.size(); ++i) {
        EXPECT_EQ(live.figures.rows[i].figure, kept.figures.rows[i].figure);
        EXPECT_EQ(live.figures.rows[i].history, kept.figures.rows[i].history);
        EXPECT_EQ(live.figures.rows[i].measure, kept.figures.rows[i].measure);
    }
    EXPECT_EQ(
        without_empty({{year, live.figures.contributions}}),
        without_empty({{year, kept.figures.contributions}})
    );
    EXPECT_EQ(without_empty(live.cells_by_period), without_empty(kept.cells_by_period));
    EXPECT_EQ(live.figures.plan, kept.figures.plan);
    EXPECT_EQ(live.figures.period, kept.figures.period);
}

/// Something that a person of the office or a unit may do at any time, allowed just then or not.
class Acts {
public:
    explicit Acts(Office& office) : office_(office), units_(stored(office).figures.period.units) {}

    void do_one()
    {
        const auto unit = units_[random_() % units_.size()];
        const auto done = office_.write(monitor, [&](Work& work) -> Result<Done> {
            TRY(act(work, unit));
            // One in five is undone at the last moment.
            if (random_() % 5 == 0) return refuse(Refusal::conflict, "draft.too_long");
            return tiendo::done;
        });
        done_ += done.has_value() ? 1 : 0;
    }
    int done() const { return done_; }

private:
    Result<Done> act(Work& work, const UnitId& unit)
    {
        const auto of = report_of(unit);
        switch (random_() % 10) {
        case 0:
            return accept_report(work, of);
        case 1:
            return give_back_report(work, of, "sai số liệu");
        case 2:
            return reopen_report(work, of, "bổ sung");
        case 3:
            return exclude_report(work, of, "không thuộc phạm vi");
        case 4:
            return withdraw_report(work, of);
        case 5:
            return take_over(work, unit);
        case 6:
            return change_plan(
                work, plan_id, {"measure/3.2a/value", std::to_string(random_() % 100), "sửa", {}}
            );
        default:
            return hand_in(work, of);
        }
    }

    Result<Done> hand_in(Work& work, const ReportOf& of)
    {
        TypedCell typed;
        typed.typed["den"] = std::to_string(5 + random_() % 20);
        typed.typed["num"] = std::to_string(random_() % 5);
        const auto before = TRY(unit_report(work, of)).draft.revisions;
        const auto found = before.find("cell/3.2a");
        TRY(save_item(
            work, of, {"cell/3.2a", item_body(typed), found == before.end() ? 0 : found->second}
        ));
        TRY(submit_report(work, of, {Channel::web, {}, "thử"}));
        return tiendo::done;
    }

    Result<Done> take_over(Work& work, const UnitId& unit)
    {
        Answers answers;
        for (const auto& measure : {victims, MeasureId("3.2b")}) {
            if (random_() % 4 == 0) continue;
            auto& cell = answers.cells[measure];
            cell.state = ValueState::value;
            cell.numbers["num"] = static_cast<std::int64_t>(random_() % 9);
            cell.numbers["den"] = 9;
        }
        const PeriodId earlier(random_() % 2 == 0 ? "2022" : "2020");
        return take_over_history(work, {plan_id, earlier, unit}, answers);
    }

    Office& office_;
    UnitIds units_;
    std::mt19937 random_{20231208};
    int done_ = 0;
};

TEST(LiveFigures, SayWhatTheStoreSaysAfterAnyActs)
{
    auto office = new_sample_office();
    Acts acts(office);
    for (int i = 0; i < 150; ++i) {
        acts.do_one();
        expect_same(held(office), stored(office));
        if (testing::Test::HasFailure()) FAIL() << "after act " << i;
    }
    EXPECT_GT(acts.done(), 30);
}

/// All that a cube holds, by the names of the places.
std::map<std::string, std::string> numbers_in(const FedCube& fed)
{
    std::map<std::string, std::string> numbers;
    CubeKey key;
    for (key.element = 0; key.element < fed.cube.elements(); ++key.element)
        for (key.period = 0; key.period < fed.cube.periods(); ++key.period)
            for (key.option = 0; key.option < fed.cube.options(); ++key.option)
                for (key.unit = 0; key.unit < fed.cube.map().size(); ++key.unit) {
                    const auto value = fed.cube.at(key);
                    if (value.state == ValueState::missing) continue;
                    const Decimal number(value.number, fed.cube.scale_of(key.element));
                    numbers
                        [fed.names.elements.at(key.element) + " " +
                         fed.names.periods.at(key.period) + " " + fed.names.options.at(key.option) +
                         " " + fed.names.units.at(key.unit)] =
                            number.str() + " " + std::to_string(static_cast<int>(value.state)) +
                            (value.estimated ? " estimated" : "") +
                            (value.accepted ? " accepted" : "");
                }
    return numbers;
}

TEST(LiveFigures, AreInTheCubeAsTheStoreSaysAfterAnyActs)
{
    auto office = new_sample_office();
    Acts acts(office);
    for (int i = 0; i < 40; ++i) {
        acts.do_one();
        office.read(monitor, [&](Work& work) {
            std::map<std::string, std::string> live;
            EXPECT_TRUE(work.live->cube()
                            .ask(work, {plan_id}, [&](const FedCube& fed) -> Result<Done> {
                                live = numbers_in(fed);
                                return tiendo::done;
                            }));
            const auto stored = feed_cube(work, {plan_id}, LiveCube::bytes_max);
            EXPECT_EQ(live, numbers_in(stored.value()));
            return true;
        });
        if (testing::Test::HasFailure()) FAIL() << "after act " << i;
    }
    EXPECT_GT(acts.done(), 5);
}

/// The entry of 3.2a with a formula over another measure and over last year.
Result<Done> put_formula(Work& work, const std::string& formula)
{
    const auto plan = TRY(plan_in_use(work, plan_id));
    auto entry = *library(work).find(plan.measure(victims)->indicator);
    entry.formula = formula;
    entry.divisor = "den";
    return put_indicator(work, entry);
}

std::string value_of(const HeldPeriod& held)
{
    const auto& part = held.figures.row(victims)->figure.parts.at(0);
    return part.numerator.str() + "/" + part.denominator.str();
}

TEST(LiveFigures, FollowFormulasOverOtherMeasuresAndPeriods)
{
    auto office = new_sample_office();
    ASSERT_TRUE(office.write(monitor, [](Work& work) {
        return put_formula(
            work,
            "num + if_missing([3.2b].num; 0) + if_missing(previous(num); 0) + "
            "if_missing(last_year(cumulative([3.2b].den)); 0)"
        );
    }));
    Acts acts(office);
    for (int i = 0; i < 100; ++i) {
        acts.do_one();
        expect_same(held(office), stored(office));
        if (testing::Test::HasFailure()) FAIL() << "after act " << i;
    }
    EXPECT_GT(acts.done(), 20);
}

TEST(LiveFigures, ChangeWithAnEarlierPeriodThatAFormulaTakes)
{
    auto office = new_sample_office();
    ASSERT_TRUE(office.write(monitor, [](Work& work) {
        return put_formula(work, "num + if_missing(previous(num); 0)");
    }));
    const auto take_over = [&](std::int64_t number) {
        return office.write(monitor, [&](Work& work) {
            Answers answers;
            auto& cell = answers.cells[victims];
            cell.state = ValueState::value;
            cell.numbers = {{"num", number}, {"den", 1000}};
            return take_over_history(work, {plan_id, PeriodId("2022"), UnitId("dak-kan")}, answers);
        });
    };
    ASSERT_TRUE(take_over(0));
    const auto before = value_of(held(office));
    ASSERT_TRUE(take_over(100));
    const auto after = value_of(held(office));
    const auto above = [](const std::string& counts) {
        return std::stoi(counts.substr(0, counts.find('/')));
    };
    EXPECT_EQ(above(after), above(before) + 100);
    EXPECT_EQ(after.substr(after.find('/')), before.substr(before.find('/')));
}

TEST(LiveFigures, OfAnEarlierPeriodCountWhatWasNotReturnedThere)
{
    auto office = new_sample_office();
    const PeriodId next("2024");
    ASSERT_TRUE(office.write(monitor, [&](Work& work) -> Result<Done> {
        return open_period(work, plan_id, TRY(propose(work, plan_id, next)).period);
    }));
    const auto history = [&] {
        return office.read(monitor, [&](Work& work) {
            const auto found = work.live->period(work, plan_id, next).value();
            return found->figures.row(victims)->history.at(year);
        });
    };
    EXPECT_EQ(history(), held(office).figures.row(victims)->figure);
    const auto before = history().coverage.reported;
    ASSERT_TRUE(office.write(monitor, [](Work& work) {
        return give_back_report(work, report_of(UnitId("dak-xu")), "thử");
    }));
    EXPECT_EQ(history().coverage.reported, before - 1);
    EXPECT_EQ(history(), held(office).figures.row(victims)->figure);
}

TEST(LiveFigures, SayThatACubeDoesNotFitAfterFurtherReportsToo)
{
    auto office = new_sample_office();
    Acts acts(office);
    LiveCube cube(1);
    for (int i = 0; i < 3; ++i) {
        const auto answer = office.read(monitor, [&](Work& work) {
            return cube.ask(work, {plan_id}, [](const FedCube&) -> Result<Done> {
                return tiendo::done;
            });
        });
        ASSERT_FALSE(answer);
        EXPECT_EQ(answer.error().kind, Refusal::too_large);
        acts.do_one();
    }
}

TEST(LiveFigures, AreTheSameOnesAsLongAsNothingChanges)
{
    auto office = new_sample_office();
    const auto ask = [&] {
        return office.read(monitor, [](Work& work) {
            return work.live->period(work, plan_id, year).value();
        });
    };
    const auto before = ask();
    EXPECT_EQ(ask(), before);
    ASSERT_TRUE(office.write(monitor, [](Work& work) {
        return accept_report(work, report_of(UnitId("dak-kan")));
    }));
    const auto after = ask();
    EXPECT_NE(after, before);
    // What the act did not touch is shared.
    EXPECT_EQ(
        after->figures.contributions.at(MeasureId("2.1")).shared().front(),
        before->figures.contributions.at(MeasureId("2.1")).shared().front()
    );
}

TEST(LiveFigures, ShowAWriterItsOwnWorkAndNobodyElseBeforeItIsKept)
{
    auto office = new_sample_office();
    const auto before = figures_json(held(office).figures);
    std::string within;
    const auto refused = office.write(monitor, [&](Work& work) -> Result<Done> {
        TRY(give_back_report(work, report_of(UnitId("dak-xu")), "thử"));
        within = figures_json(TRY(figures(work, plan_id, year)));
        return refuse(Refusal::conflict, "draft.too_long");
    });
    EXPECT_EQ(refused.error().problems.front().key, "draft.too_long");
    EXPECT_NE(within, before);
    EXPECT_EQ(figures_json(held(office).figures), before);
}

TEST(LiveFigures, GiveAReaderTheMomentThatItSees)
{
    const store::TemporaryFolder folder;
    const auto location = "sqlite:" + (folder / "office").string();
    Office office(store::open_store(location).value(), system_time);
    ASSERT_TRUE(office.write(Actor{}, [](Work& work) {
        return make_sample_world(work.kept, {sample_document(), {{"chuyenvien", "hash"}}});
    }));
    const auto before = figures_json(held(office).figures);
    std::string after;
    const auto seen = office.read(monitor, [&](Work& work) {
        EXPECT_GT(work.kept.changes().last_seq(), 0); // from here on this is the moment
        std::thread other([&] {
            EXPECT_TRUE(office.write(monitor, [](Work& writing) {
                return give_back_report(writing, report_of(UnitId("dak-xu")), "thử");
            }));
            after = figures_json(held(office).figures);
        });
        other.join();
        return figures_json(figures(work, plan_id, year).value());
    });
    EXPECT_EQ(seen, before);
    EXPECT_NE(after, before);
}

TEST(LiveFigures, HoldNoMoreThanTheyMay)
{
    auto office = new_sample_office();
    const auto whole = stored(office);
    LiveFigures small(whole.cells() - 1);
    LiveFigures large(whole.cells());
    const auto answer = office.read(monitor, [&](Work& work) {
        auto from_small = small.period(work, plan_id, year).value();
        EXPECT_TRUE(large.period(work, plan_id, year).has_value());
        return from_small;
    });
    expect_same(*answer, whole);
    EXPECT_EQ(small.cells(), 0U);
    EXPECT_EQ(large.cells(), whole.cells());
}

TEST(LiveFigures, OfASecondProcessAreInStepOnceTheFirstHasAnswered)
{
    const auto* postgres = std::getenv("TIENDO_TEST_POSTGRES");
    if (postgres == nullptr) GTEST_SKIP() << "needs tools/with-postgres";
    Office first(store::open_store(postgres).value(), system_time);
    Office second(store::open_store(postgres).value(), system_time);
    ASSERT_TRUE(first.write(Actor{}, [](Work& work) {
        work.kept.tables().clear();
        return make_sample_world(work.kept, {sample_document(), {{"chuyenvien", "hash"}}});
    }));
    const auto step = second.keep_in_step();
    Acts acts(first);
    for (int i = 0; i < 20; ++i) {
        acts.do_one();
        expect_same(held(second), stored(first));
    }
    EXPECT_GT(acts.done(), 3);
}

} // namespace
} // namespace tiendo::app
