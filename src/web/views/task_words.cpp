#include "web/views/task_words.hpp"

#include "web/views/status_tag.hpp"

#include <algorithm>
#include <array>

namespace tiendo::web::view {
namespace {

struct StandingName {
    TaskStanding standing;
    std::string_view address;
    const char* key;
    Look look;
};

constexpr std::array names{
    StandingName{TaskStanding::on_time, "dung-han", "task_page.on_time", Look::met},
    StandingName{TaskStanding::late, "muon", "task_page.late", Look::at_risk},
    StandingName{TaskStanding::under_way, "dang-lam", "task_page.under_way", Look::on_track},
    StandingName{TaskStanding::overdue, "qua-han", "task_page.overdue", Look::not_met},
};

constexpr std::array standings{
    TaskStanding::on_time, TaskStanding::late, TaskStanding::under_way, TaskStanding::overdue
};

const StandingName& name_of(TaskStanding standing)
{
    return *std::ranges::find(names, standing, &StandingName::standing);
}

} // namespace

std::string_view standing_address(TaskStanding standing)
{
    return name_of(standing).address;
}

std::span<const TaskStanding> all_standings()
{
    return standings;
}

std::string standing_words(TaskStanding standing, const Wording& words)
{
    return words.text(name_of(standing).key);
}

Markup standing_tag(TaskStanding standing, const Wording& words)
{
    return result_tag(name_of(standing).look, standing_words(standing, words));
}

Markup standing_tag(TaskStanding standing, const Unit* unit, const Wording& words)
{
    const bool is_awaited =
        standing == TaskStanding::overdue && unit != nullptr && !unit->is_subordinate();
    return is_awaited ? result_tag(Look::on_track, words.text("task_page.awaited"))
                      : standing_tag(standing, words);
}

List count_cells(const TaskCount& count)
{
    List cells;
    for (const int number :
         {count.assigned, count.due, count.on_time, count.late, count.under_way, count.overdue})
        cells.emplace_back(std::to_string(number));
    return cells;
}

} // namespace tiendo::web::view
