#include "web/frame.hpp"

#include "app/org/directory.hpp"
#include "app/period/periods.hpp"
#include "app/plan/plans.hpp"
#include "web/pages/world.hpp"
#include "web/percent.hpp"
#include "web/position_entries.hpp"

#include <array>
#include <span>

namespace tiendo::web {

namespace {

/// What the frame shows besides the menu, read in one go.
struct Surroundings {
    std::string unit{};
    std::vector<PositionEntry> positions{};
    std::optional<app::PlanSummary> plan{};
    std::optional<PeriodId> period{};
    std::optional<Instant> pinned{};
    std::vector<MenuEntry> sample_acts{};
};

PlanId plan_in(const Request& request)
{
    const auto plan = request.path_parameters["plan"];
    return PlanId(std::string(plan.empty() ? request.query["kh"] : plan));
}

std::optional<PeriodId> period_in(const Request& request)
{
    const auto asked = request.query["ky"];
    const auto period = asked.empty() ? request.path_parameters["period"] : asked;
    PeriodId id{std::string(period)};
    if (id.empty() || !parse_period(id)) return std::nullopt;
    return id;
}

Surroundings surroundings(app::Work& work, const Request& request, const Wording& words)
{
    Surroundings found;
    found.pinned = app::pinned_time(work.kept);
    if (work.actor.login.empty()) return found;
    if (found.pinned) found.sample_acts = sample_acts(work, words);
    const auto units = app::directory(work);
    if (const auto* unit = units.find(work.actor.unit)) found.unit = unit->name;
    found.positions = position_entries(work, units, words);
    auto plan = plan_in(request);
    if (plan.empty()) {
        const auto shown = app::plan_to_show(work);
        if (!shown) return found;
        plan = *shown;
    }
    const auto summary = app::plan_summary(work, plan);
    if (!summary) return found;
    found.plan = *summary;
    found.period = period_in(request);
    if (!found.period) {
        const auto period = app::period_to_show(work, plan);
        if (period) found.period = period->id;
    }
    return found;
}

struct MenuLine {
    std::string_view key;
    std::string_view path; ///< below the plan's address where it does not begin with "/"
};

constexpr std::array monitor_menu{
    MenuLine{"menu.overview", "tong-quan"},
    MenuLine{"menu.measures", "chi-tieu"},
    MenuLine{"menu.tasks", "nhiem-vu"},
    MenuLine{"menu.matrix", "ma-tran"},
    MenuLine{"menu.reports", "bao-cao"},
    MenuLine{"menu.reminders", "don-doc"},
    MenuLine{"menu.consolidation", "tong-hop"},
    MenuLine{"menu.calendar", "lich"},
};
constexpr std::array leader_menu{
    MenuLine{"menu.overview", "tong-quan"},
    MenuLine{"menu.measures", "chi-tieu"},
    MenuLine{"menu.matrix", "ma-tran"},
    MenuLine{"menu.consolidation", "tong-hop"},
};
constexpr std::array admin_menu{
    MenuLine{"menu.units", "/don-vi"},
    MenuLine{"menu.accounts", "/nguoi-dung"},
    MenuLine{"menu.holidays", "/ngay-nghi"},
    MenuLine{"menu.mail", "/cai-dat/thu"},
    MenuLine{"menu.journal", "/nhat-ky"},
};

class Menu {
public:
    Menu(const Visit& visit, const Request& request, const Surroundings& found)
        : visit_(visit), request_(request), found_(found)
    {
    }

    void add(std::span<const MenuLine> lines)
    {
        for (const auto& line : lines) {
            const auto path = path_of(line);
            if (!path.empty()) add(line.key, path);
        }
    }

    void add(std::string_view key, const std::string& path)
    {
        for (const auto& entry : entries_)
            if (entry.path == path) return;
        // Everything about a plan lies below the list of plans, and has an entry of its own.
        const bool is_below = path != "/ke-hoach" && request_.path.starts_with(path + "/");
        const bool is_current = request_.path == path || is_below;
        entries_.push_back({visit_.words.text(key), path, is_current});
    }

    std::vector<MenuEntry> done() { return std::move(entries_); }

private:
    std::string path_of(const MenuLine& line) const
    {
        if (line.path.front() == '/') return std::string(line.path);
        if (!found_.plan) return {};
        return "/ke-hoach/" + found_.plan->id.str() + "/" + std::string(line.path);
    }

    const Visit& visit_;
    const Request& request_;
    const Surroundings& found_;
    std::vector<MenuEntry> entries_;
};

std::string own_report(const Actor& actor, const Surroundings& found)
{
    return "/ke-hoach/" + found.plan->id.str() + "/bao-cao/" + actor.unit.str() + "/" +
           found.period->str();
}

/// A person who holds several roles finds the entries of all of them, each once.
std::vector<MenuEntry>
menu_of(const Visit& visit, const Request& request, const Surroundings& found)
{
    const auto& actor = visit.actor;
    Menu menu(visit, request, found);
    if (actor.has(Role::entry) || actor.has(Role::unit_leader)) {
        menu.add("menu.own_work", "/viec-cua-toi");
        if (!actor.has(Role::monitor) && found.plan && found.period)
            menu.add("menu.reports", own_report(actor, found));
    }
    if (actor.has(Role::monitor)) {
        menu.add(monitor_menu);
        menu.add("menu.plans", "/ke-hoach");
    } else if (actor.has(Role::leader) || actor.has(Role::field_lead)) {
        menu.add(leader_menu);
        menu.add("menu.plans", "/ke-hoach");
    }
    if (actor.has(Role::admin)) menu.add(admin_menu);
    return menu.done();
}

} // namespace

void fill_frame(Visit& visit, const Request& request)
{
    if (request.path.starts_with("/api/")) return;
    const auto found =
        visit.read([&](app::Work& work) { return surroundings(work, request, visit.words); });
    auto& frame = visit.frame;
    if (found.pinned)
        frame.sample_world =
            visit.words.text("frame.sample_world", {{"moment", visit.words.moment(*found.pinned)}});
    if (visit.actor.login.empty()) return;
    frame.unit = found.unit;
    frame.positions = found.positions;
    if (frame.unit.empty() && !frame.positions.empty())
        frame.unit = visit.words.text("position.of_no_unit");
    frame.person = visit.actor.name;
    frame.login = visit.actor.login;
    frame.sample_acts = found.sample_acts;
    if (found.plan && !visit.actor.has(Role::admin)) {
        frame.plan = found.plan->title;
        frame.plan_path = may(visit.actor, Right::see_plan)
                              ? "/ke-hoach/" + found.plan->id.str() + "/tong-quan"
                              : "/viec-cua-toi";
        if (found.period) frame.period = visit.words.period(*found.period);
    }
    frame.menu = menu_of(visit, request, found);
}

} // namespace tiendo::web
