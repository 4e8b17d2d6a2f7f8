#include "web/pages/chase.hpp"

#include "app/chase/chases.hpp"
#include "web/pages/plan_period.hpp"
#include "web/views/chase_words.hpp"
#include "web/views/plan_addresses.hpp"
#include "web/views/standing_words.hpp"
#include "web/views/status_tag.hpp"
#include "web/visit.hpp"

#include <algorithm>

namespace tiendo::web {

namespace {

/// Longer lists of missing rows stay folded.
constexpr std::size_t shown_open = 4;

Result<app::Chase> load(app::Work& work, const Request& request)
{
    const auto plan = plan_in_address(request);
    return app::chase(work, plan, TRY(required_period(work, plan, request)));
}

view::Object missing_view(const app::OwedRow& row, std::string name, std::string path)
{
    return {
        {"number", std::move(name)},
        {"title", row.title},
        {"has_path", !path.empty()},
        {"path", std::move(path)}
    };
}

view::List
missing_rows(const app::ChaseLine& line, const PlanAddresses& addresses, const Wording& words)
{
    view::List list;
    for (const auto& row : line.measures)
        list.emplace_back(
            missing_view(row, row.number, addresses.cell(line.unit.id, MeasureId(row.number)))
        );
    for (const auto& row : line.tasks)
        list.emplace_back(missing_view(row, words.text("chase.task", {{"number", row.number}}), "")
        );
    for (const auto& row : line.duties)
        list.emplace_back(missing_view(row, words.text("chase.duty", {{"number", row.number}}), "")
        );
    return list;
}

view::Object line_view(
    const app::Chase& chase,
    const app::ChaseLine& line,
    const PlanAddresses& addresses,
    const Wording& words
)
{
    const auto& contact = line.unit.contact;
    const auto& completion = line.report.completion;
    auto missing = missing_rows(line, addresses, words);
    const auto count = missing.size();
    const bool awaited = is_awaited(line.standing);
    return {
        {"id", line.unit.id.str()},
        {"unit", line.unit.name},
        {"path", addresses.report(line.unit.id)},
        {"state_markup",
         view::report_tag(line.report.state, line.report.timing, line.unit.kind, words)},
        {"has_return_reason",
         line.standing == Standing::returned && !line.report.state.reason.empty()},
        {"return_reason", line.report.state.reason},
        {"filled",
         words.text(
             "chase.filled",
             {{"count", std::to_string(completion.filled)},
              {"total", std::to_string(completion.total)}}
         )},
        {"has_missing", count > 0},
        {"missing_words", words.text("chase.missing", {{"count", std::to_string(count)}})},
        {"is_open", count <= shown_open},
        {"missing", std::move(missing)},
        {"has_person", !contact.name.empty()},
        {"person", contact.name},
        {"has_phone", !contact.phone.empty()},
        {"phone", contact.phone},
        {"has_no_contact", contact.phone.empty() && contact.email.empty()},
        {"is_awaited", awaited},
        {"text", awaited ? view::chase_text(chase, line) : std::string()},
        {"text_label", words.text("chase.text_label", {{"unit", line.unit.name}})},
    };
}

std::map<Standing, std::size_t> counts_of(const app::Chase& chase)
{
    std::map<Standing, std::size_t> counts;
    for (const auto& line : chase.lines)
        ++counts[line.standing];
    return counts;
}

view::List filters(
    const app::Chase& chase,
    const PlanAddresses& addresses,
    std::string_view chosen,
    const Wording& words
)
{
    view::List list;
    list.emplace_back(view::Object{
        {"path", addresses.page("don-doc")},
        {"label", words.text("chase.all_awaited")},
        {"is_current", chosen.empty()}
    });
    for (const auto& [standing, count] : counts_of(chase)) {
        const auto name = view::standing_in_address(standing);
        list.emplace_back(view::Object{
            {"path", addresses.page("don-doc", "tt", name)},
            {"label", view::standing_words(standing, count, words)},
            {"is_current", chosen == name}
        });
    }
    return list;
}

} // namespace

Result<Response> get_chase(Visit& visit, const Request& request)
{
    const auto chase = TRY(visit.read([&](app::Work& work) { return load(work, request); }));
    const auto& words = visit.words;
    const PlanAddresses addresses(chase.plan.id, chase.period.id);
    const auto chosen = request.query["tt"];
    view::List lines;
    for (const auto& line : chase.lines) {
        const bool is_shown = chosen.empty() ? is_awaited(line.standing)
                                             : view::standing_in_address(line.standing) == chosen;
        if (is_shown) lines.emplace_back(line_view(chase, line, addresses, words));
    }
    const bool has_lines = !lines.empty();
    const bool is_awaiting = std::ranges::any_of(chase.lines, [](const app::ChaseLine& line) {
        return is_awaited(line.standing);
    });
    return html(visit.page(
        "chase",
        {{"title", words.text("chase.title", {{"period", words.period(chase.period.id)}})},
         {"deadline",
          words.text(
              "chase.deadline",
              {{"deadline", words.moment(chase.period.deadline)}, {"now", words.moment(chase.now)}}
          )},
         {"filters", filters(chase, addresses, chosen, words)},
         {"has_lines", has_lines},
         {"lines", std::move(lines)},
         {"is_complete", !is_awaiting},
         {"report_path", "/ke-hoach/" + chase.plan.id.str() + "/tong-hop"}}
    ));
}

} // namespace tiendo::web
