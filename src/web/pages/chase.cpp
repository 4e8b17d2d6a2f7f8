#include "web/pages/chase.hpp"

#include "app/chase/chases.hpp"
#include "base/text.hpp"
#include "domain/chase/ladder.hpp"
#include "web/pages/chase_pages.hpp"
#include "web/pages/list_part.hpp"
#include "web/views/chase_words.hpp"
#include "web/views/standing_words.hpp"
#include "web/views/status_tag.hpp"
#include "web/visit.hpp"

#include <algorithm>

namespace tiendo::web {

namespace {

/// Longer lists of missing rows stay folded.
constexpr std::size_t shown_open = 4;
constexpr std::string_view estimate_filter = "so-uoc";

view::List missing_rows(const UnitDues& dues, const PlanAddresses& addresses, const Wording& words)
{
    view::List list;
    for (const auto& item : dues.missing()) {
        const bool is_measure = item.kind == ItemKind::measure;
        list.emplace_back(view::Object{
            {"number", is_measure ? item.number : view::item_name(item, words)},
            {"title", item.title},
            {"has_path", is_measure},
            {"path",
             is_measure ? addresses.cell(dues.unit.id, MeasureId(item.number)) : std::string()}
        });
    }
    return list;
}

/// A report signed with nothing in it looks like one that was not sent.
view::Markup state_tag(const UnitDues& dues, const Wording& words)
{
    auto state = dues.report;
    if (dues.is_signed_empty()) state.stage = Stage::drafting;
    return view::report_tag(state, dues.timing, dues.unit.kind, words);
}

void add_contact(view::Object& data, const Contact& contact)
{
    data.set("has_person", !contact.name.empty());
    data.set("person", contact.name);
    data.set("has_phone", !contact.phone.empty());
    data.set("phone", contact.phone);
    data.set("phone_path", view::phone_address(contact.phone));
    data.set("has_no_contact", contact.phone.empty() && contact.email.empty());
}

void add_last_notice(view::Object& data, const app::ChaseLine& line, const Wording& words)
{
    data.set("has_last", line.last.has_value());
    if (!line.last) return;
    data.set("last", view::notice_summary(*line.last, words));
    data.set("last_fate", view::notice_fate(*line.last, words));
}

view::Object line_view(const app::ChaseLine& line, const ChaseOf& of, const Wording& words)
{
    const auto& dues = line.dues;
    const auto addresses = of.addresses();
    auto missing = missing_rows(dues, addresses, words);
    const auto count = missing.size();
    const auto notes = view::dues_notes(dues, words);
    view::Object data{
        {"id", dues.unit.id.str()},
        {"unit", dues.unit.name},
        {"choose", words.text("chase.choose", {{"unit", dues.unit.name}})},
        {"path", addresses.report(dues.unit.id)},
        {"state_markup", state_tag(dues, words)},
        {"has_notes", !notes.empty()},
        {"notes", notes},
        {"filled",
         words.text(
             "chase.filled",
             {{"count", std::to_string(line.completion.filled)},
              {"total", std::to_string(line.completion.total)}}
         )},
        {"has_missing", count > 0},
        {"missing_words", words.text("chase.missing", {{"count", std::to_string(count)}})},
        {"is_open", count <= shown_open},
        {"missing", std::move(missing)},
        {"contact_path", of.page("lien-he/" + dues.unit.id.str())},
        {"is_awaited", !line.text.empty()},
        {"text", line.text},
        {"text_label", words.text("chase.text_label", {{"unit", dues.unit.name}})},
    };
    add_contact(data, dues.unit.contact);
    add_last_notice(data, line, words);
    return data;
}

bool has_estimates(const app::ChaseLine& line)
{
    return !line.dues.in_state(ItemState::estimate_to_replace).empty();
}

view::List
filters(const app::Chase& chase, const ChaseOf& of, std::string_view chosen, const Wording& words)
{
    const auto addresses = of.addresses();
    view::List list;
    const auto add = [&](std::string path, std::string label, bool is_current) {
        list.emplace_back(view::Object{
            {"path", std::move(path)}, {"label", std::move(label)}, {"is_current", is_current}
        });
    };
    std::map<Standing, std::size_t> counts;
    for (const auto& line : chase.lines)
        ++counts[line.dues.standing];
    add(addresses.page("don-doc"), words.text("chase.all_awaited"), chosen.empty());
    for (const auto& [standing, count] : counts) {
        const auto name = view::standing_in_address(standing);
        add(addresses.page("don-doc", "tt", name),
            view::standing_words(standing, count, words),
            chosen == name);
    }
    const auto estimates = std::ranges::count_if(chase.lines, has_estimates);
    if (estimates > 0)
        add(addresses.page("don-doc", "tt", estimate_filter),
            words.text("chase.estimates", {{"count", std::to_string(estimates)}}),
            chosen == estimate_filter);
    return list;
}

bool is_shown(const app::ChaseLine& line, std::string_view chosen, const std::string& sought)
{
    const auto& unit = line.dues.unit;
    if (!sought.empty() &&
        search_key(unit.name + " " + unit.contact.name).find(sought) == std::string::npos)
        return false;
    if (chosen == estimate_filter) return has_estimates(line);
    if (chosen.empty()) return !sought.empty() || is_awaited(line.dues.standing);
    return view::standing_in_address(line.dues.standing) == chosen;
}

/// "20 đơn vị: 13 đã nộp · 7 chưa nộp"
std::string summary(const app::Chase& chase, const Wording& words)
{
    const auto awaited = std::ranges::count_if(chase.lines, [](const app::ChaseLine& line) {
        return is_awaited(line.dues.standing);
    });
    return words.text(
        "chase.summary",
        {{"units", std::to_string(chase.lines.size())},
         {"reported", std::to_string(chase.lines.size() - static_cast<std::size_t>(awaited))},
         {"awaited", std::to_string(awaited)}}
    );
}

void add_ways(view::Object& data, const Visit& visit, const ChaseOf& of)
{
    data.set("may_act", may(visit.actor, Right::review_reports));
    data.set("compose_path", of.page("soan"));
    data.set("act_path", of.page("xu-ly"));
    data.set("letter_path", of.page("cong-van"));
    data.set("log_path", of.page("nhat-ky"));
    data.set("ladder_path", of.page("lich-nhac"));
    data.set("links_path", of.page("lien-ket"));
    data.set("contacts_path", of.page("lien-he"));
    data.set("period_id", of.period.str());
}

} // namespace

Result<Response> get_chase(Visit& visit, const Request& request)
{
    const auto of = TRY(visit.read([&](app::Work& work) { return chase_named(work, request); }));
    const auto chase =
        TRY(visit.read([&](app::Work& work) { return app::chase(work, of.plan, of.period); }));
    const auto& words = visit.words;
    const auto chosen = request.query["tt"];
    const auto sought = search_key(request.query["tim"]);
    std::vector<const app::ChaseLine*> shown;
    for (const auto& line : chase.lines)
        if (is_shown(line, chosen, sought)) shown.push_back(&line);
    const ListPart part(shown.size(), request);
    view::List lines;
    for (const auto* line : part.of(shown))
        lines.emplace_back(line_view(*line, of, words));
    const bool is_awaiting = std::ranges::any_of(chase.lines, [](const app::ChaseLine& line) {
        return is_awaited(line.dues.standing);
    });
    view::Object data{
        {"title", words.text("chase.title", {{"period", words.period(chase.period.id)}})},
        {"deadline",
         words.text(
             "chase.deadline",
             {{"deadline", words.moment(chase.period.deadline)}, {"now", words.moment(chase.now)}}
         )},
        {"summary", summary(chase, words)},
        {"filters", filters(chase, of, chosen, words)},
        {"chosen", chosen},
        {"sought", request.query["tim"]},
        {"here", of.addresses().page("don-doc")},
        {"has_lines", !lines.empty()},
        {"lines", std::move(lines)},
        {"is_complete", !is_awaiting},
        {"report_path", "/ke-hoach/" + of.plan.str() + "/tong-hop"},
    };
    set_parts(
        data,
        part,
        {"/ke-hoach/" + of.plan.str() + "/don-doc",
         {{"ky", of.period.str()},
          {"tt", std::string(chosen)},
          {"tim", std::string(request.query["tim"])}}}
    );
    add_ways(data, visit, of);
    return html(visit.page("chase", std::move(data)));
}

} // namespace tiendo::web
