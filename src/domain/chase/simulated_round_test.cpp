#include "domain/chase/chase_fixture.hpp"
#include "domain/chase/ladder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

/// A round of 102 units over five weeks, hour by hour, against a model that knows nothing of
/// ledgers and climbs: it looks at a unit's story and counts days one by one.
namespace tiendo {
namespace {

using namespace chase_fixture;

constexpr int unit_count = 102;
const Date holiday = date(2023, 12, 12);
const Instant begin = instant_of({date(2023, 11, 27), 6, 30});
const Instant end = instant_of({date(2023, 12, 29), 18, 0});
const Instant due_at = at(8, 17);

struct Change {
    Instant when{};
    Stage stage = Stage::drafting;
    std::optional<Instant> granted{};
};

/// What happens to one unit's report, and what it holds whenever it is sent.
struct Story {
    UnitKind kind = UnitKind::commune;
    ValueKind value = ValueKind::official;
    bool is_empty = false;
    std::vector<Change> changes{};
};

Instant some_hour(std::mt19937& chance, Instant from, Instant to)
{
    const auto hours = (to.seconds - from.seconds) / 3600;
    return {from.seconds + static_cast<std::int64_t>(chance()) % hours * 3600 + 600};
}

Story story_of(int number, std::mt19937& chance)
{
    Story story;
    story.kind = number < 70   ? UnitKind::commune
                 : number < 90 ? UnitKind::agency
                 : number < 94 ? UnitKind::police
                 : number < 96 ? UnitKind::front
                               : UnitKind::mass_organisation;
    story.value = chance() % 3 == 0 ? ValueKind::estimate : ValueKind::official;
    story.is_empty = chance() % 9 == 0;
    const auto first = some_hour(chance, begin, at(20, 12));
    switch (chance() % 7) {
    case 0: // never
        break;
    case 1:
        story.changes = {{first, Stage::excluded, {}}};
        break;
    case 2:
        story.changes = {{first, Stage::separate, {}}};
        break;
    case 3: { // more time, then sent or not
        const auto granted = at(static_cast<unsigned>(11 + chance() % 8), 17);
        story.changes = {{some_hour(chance, begin, at(11, 8)), Stage::drafting, granted}};
        if (chance() % 2 == 0)
            story.changes.push_back({some_hour(chance, at(11, 9), at(28, 9)), Stage::submitted, {}}
            );
        break;
    }
    case 4: { // given back, sent again or not
        const auto back = some_hour(chance, first, at(22, 12));
        story.changes = {{first, Stage::submitted, {}}, {back, Stage::returned, {}}};
        if (chance() % 2 == 0)
            story.changes.push_back({some_hour(chance, back, at(28, 9)), Stage::submitted, {}});
        break;
    }
    default:
        story.changes = {{first, Stage::submitted, {}}};
        if (chance() % 2 == 0)
            story.changes.push_back({some_hour(chance, first, at(28, 9)), Stage::accepted, {}});
    }
    return story;
}

/// The story as the ledger is given it.
UnitAnswers told(int number, const Story& story, Instant now)
{
    auto made = unit(("unit-" + std::to_string(number)).c_str(), story.kind);
    for (const auto& change : story.changes) {
        if (now < change.when) break;
        made.state.stage = change.stage;
        made.changed_at = change.when;
        if (change.granted) made.state.own_deadline = change.granted;
        if (change.stage != Stage::submitted) continue;
        ++made.state.version;
        if (!made.state.submitted_at) made.state.submitted_at = change.when;
        made.submitted = story.is_empty ? Answers{} : all_answers(story.value);
    }
    return made;
}

// The model. Sent so far: unit, what, the day that it was for, the day on which it was sent.
struct Told {
    int unit;
    std::string what;
    Date meant;
    Date sent;
};

bool is_work(Date day)
{
    const std::chrono::weekday weekday{std::chrono::sys_days{day}};
    return weekday != std::chrono::Saturday && weekday != std::chrono::Sunday && day != holiday;
}

Date counted(Date day, int steps)
{
    const int way = steps < 0 ? -1 : 1;
    while (steps != 0) {
        day = add_days(day, way);
        if (is_work(day)) steps -= way;
    }
    return day;
}

class Model {
public:
    /// "overdue+1" and the day that it is for; nothing where the unit is to be left alone.
    std::optional<std::pair<std::string, Date>>
    expects(int number, const Story& story, Instant now) const
    {
        const auto today = local_time(now).day;
        if (std::ranges::any_of(log, [&](const Told& each) {
                return each.unit == number && each.sent == today;
            }))
            return std::nullopt;
        Change last;
        std::optional<Instant> granted;
        for (const auto& change : story.changes) {
            if (now < change.when) break;
            last = change;
            if (change.granted) granted = change.granted;
        }
        const auto due = granted.value_or(due_at);
        const bool is_in = last.stage == Stage::submitted || last.stage == Stage::accepted;
        const bool takes_orders = number < 94;
        if (last.stage == Stage::excluded || last.stage == Stage::separate) return std::nullopt;
        // Unanswered rows of the Front are a wish, not an empty report.
        if (is_in && !(story.is_empty && takes_orders)) return after_window(number, story, today);
        Date base = local_time(due).day;
        if (!is_in && last.when.seconds > 0) {
            if (local_time(last.when).day == today) return std::nullopt;
            if (due < now) base = std::max(base, local_time(last.when).day);
        }
        if (now <= due) {
            for (const int days : {-1, -3})
                if (counted(base, days) <= today)
                    return unless_told(
                        number, "reminder" + std::to_string(days), counted(base, days)
                    );
            return std::nullopt;
        }
        if (today < counted(base, 1)) return std::nullopt;
        if (const auto first = unless_told(number, "overdue+1", counted(base, 1))) return first;
        if (!takes_orders || today < counted(base, 3)) return std::nullopt;
        return unless_told(number, "letter+3", counted(base, 3));
    }

    std::vector<Told> log;

private:
    std::optional<std::pair<std::string, Date>>
    unless_told(int number, const std::string& what, Date meant) const
    {
        for (const auto& each : log)
            if (each.unit == number && each.what == what && each.meant == meant)
                return std::nullopt;
        return std::pair{what, meant};
    }

    std::optional<std::pair<std::string, Date>>
    after_window(int number, const Story& story, Date today) const
    {
        const auto day = counted(date(2023, 12, 14), 1);
        if (story.is_empty || story.value != ValueKind::estimate || today < day)
            return std::nullopt;
        return unless_told(number, "estimate+1", day);
    }
};

TEST(SimulatedRound, HasNoWrongAndNoMissingReminderForAHundredAndTwoUnits)
{
    std::mt19937 chance(2023); // NOLINT: the same stories each time
    std::vector<Story> stories;
    for (int number = 0; number < unit_count; ++number)
        stories.push_back(story_of(number, chance));
    const WorkingDays days({holiday});
    std::vector<SentNotice> sent;
    Model model;
    std::map<std::string, int> counts;
    for (Instant now = begin; now < end; now.seconds += 3600) {
        // One hour before and one after those of the office are night enough.
        if (local_time(now).hour < 6 || 18 < local_time(now).hour) continue;
        std::vector<UnitAnswers> answers;
        for (int number = 0; number < unit_count; ++number)
            answers.push_back(told(number, stories.at(static_cast<std::size_t>(number)), now));
        const auto notices =
            due_notices(ledger_of(answers, period(), now), usual_ladder(), sent, days);
        std::set<std::string> said;
        std::set<std::string> expected;
        for (const auto& notice : notices) {
            sent.push_back({notice.unit, notice.rung.key(), notice.day, now});
            ++counts[notice.rung.key()];
            if (notice.unit.empty()) continue;
            said.insert(notice.unit.str() + " " + notice.rung.key() + " " + iso_date(notice.day));
            const bool is_polite = std::stoi(notice.unit.str().substr(5)) >= 94;
            EXPECT_EQ(notice.tone == Tone::cooperating, is_polite && notice.tone != Tone::estimate);
        }
        const auto time = local_time(now);
        const int minute = time.hour * 60 + time.minute;
        if (is_work(time.day) && minute >= 450 && minute < 1020) {
            for (int number = 0; number < unit_count; ++number) {
                const auto due =
                    model.expects(number, stories.at(static_cast<std::size_t>(number)), now);
                if (!due) continue;
                expected.insert(
                    "unit-" + std::to_string(number) + " " + due->first + " " +
                    iso_date(due->second)
                );
                model.log.push_back({number, due->first, due->second, time.day});
            }
        }
        ASSERT_EQ(said, expected) << iso_minute(now);
    }
    // The stories reach every step; the list for the head is written once.
    EXPECT_GT(counts["reminder-3"], 20);
    EXPECT_GT(counts["reminder-1"], 20);
    EXPECT_GT(counts["overdue+1"], 20);
    EXPECT_GT(counts["letter+3"], 10);
    EXPECT_GT(counts["estimate+1"], 5);
    EXPECT_EQ(counts["head_list+2"], 1);
}

} // namespace
} // namespace tiendo
