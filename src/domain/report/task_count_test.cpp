#include "domain/report/task_count.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

const Date due = date(2023, 11, 30);
const Date today = date(2023, 12, 11);

TaskAnswer finished(Date day)
{
    TaskAnswer answer;
    answer.state = TaskState::finished;
    answer.done_on = day;
    return answer;
}

TEST(TaskCount, TellsOnTimeFromLate)
{
    EXPECT_EQ(standing_of({finished(due)}, due, today), TaskStanding::on_time);
    EXPECT_EQ(standing_of({finished(add_days(due, 1))}, due, today), TaskStanding::late);
}

TEST(TaskCount, WaitsForAllLeads)
{
    EXPECT_EQ(standing_of({finished(due), TaskAnswer{}}, due, today), TaskStanding::overdue);
    EXPECT_EQ(
        standing_of({finished(due), TaskAnswer{}}, date(2023, 12, 31), today),
        TaskStanding::under_way
    );
}

TEST(TaskCount, CallsATaskOverdueFromTheDayAfter)
{
    EXPECT_EQ(standing_of({}, today, today), TaskStanding::under_way);
    EXPECT_EQ(standing_of({}, today, add_days(today, 1)), TaskStanding::overdue);
    EXPECT_EQ(standing_of({}, std::nullopt, today), TaskStanding::under_way);
}

TEST(TaskCount, TakesTheLastDayOfThePlanWhereATaskHasNone)
{
    Plan plan;
    plan.head.period_to = date(2023, 12, 31);
    Task task;
    EXPECT_EQ(due_of(task, plan), date(2023, 12, 31));
    task.due = due;
    EXPECT_EQ(due_of(task, plan), due);
}

TEST(TaskCount, AddsUp)
{
    TaskCount count;
    count.add(TaskStanding::on_time, due, today);
    count.add(TaskStanding::overdue, due, today);
    count.add(TaskStanding::under_way, date(2023, 12, 31), today);
    EXPECT_EQ(
        count, (TaskCount{.assigned = 3, .due = 2, .on_time = 1, .under_way = 1, .overdue = 1})
    );
}

} // namespace
} // namespace tiendo
