#include "app/world/story.hpp"

#include "base/text.hpp"
#include "documents/exchange/json_reader.hpp"
#include "documents/exchange/unit_json.hpp"
#include "embedded/sample_story.hpp"

namespace tiendo::app {
namespace {

namespace bj = boost::json;
namespace json = documents::json;

bj::object file(std::string_view name)
{
    const auto bytes = embedded::sample_story(name);
    return bj::parse({bytes.data(), bytes.size()}).as_object();
}

std::optional<Instant> instant(const bj::object& object, std::string_view key)
{
    const auto text = json::text(object, key);
    if (text.empty()) return std::nullopt;
    const auto read = parse_iso_minute(text);
    ensure(read.has_value(), "an hour of the story is one");
    return read;
}

Instant hour(const bj::object& object, std::string_view key)
{
    const auto read = instant(object, key);
    ensure(read.has_value(), "an act of the story has its hour");
    return *read;
}

template <class Read> void each(const bj::object& object, std::string_view key, Read&& read)
{
    for (const auto& item : object.at(key).as_array())
        read(item.as_object());
}

void read_units(Story& story)
{
    const auto units = file("units.json");
    each(units, "units", [&](const bj::object& object) {
        Unit unit;
        unit.id = UnitId(json::text(object, "id"));
        unit.code = json::text(object, "code");
        unit.parent = UnitId(json::text(object, "parent"));
        unit.valid_from = json::day(object, "valid_from");
        unit.valid_to = json::day(object, "valid_to");
        story.units.push_back(documents::parse_unit(std::move(unit), bj::serialize(object)).value()
        );
    });
    each(units, "successions", [&](const bj::object& object) {
        story.successions.push_back(
            {UnitId(json::text(object, "from")),
             UnitId(json::text(object, "to")),
             json::day(object, "on").value()}
        );
    });
}

void read_accounts(Story& story)
{
    each(file("accounts.json"), "accounts", [&](const bj::object& object) {
        StoryAccount account;
        account.login = json::text(object, "login");
        account.name = json::text(object, "name");
        account.unit = UnitId(json::text(object, "unit"));
        for (const auto& role : json::texts(object, "roles"))
            account.roles.insert(role_named(role).value());
        story.accounts.push_back(std::move(account));
    });
}

void read_decisions(Story& story)
{
    const auto decisions = file("decisions.json");
    story.decided_at = hour(decisions, "at");
    each(decisions, "decisions", [&](const bj::object& object) {
        auto by = json::text(object, "by");
        story.decisions.push_back(
            {json::text(object, "path"),
             json::text(object, "value"),
             json::text(object, "reason"),
             json::text(object, "finding"),
             by.empty() ? "chuyenvien" : std::move(by)}
        );
    });
}

StoryCell read_story_cell(const bj::value& value)
{
    StoryCell cell;
    if (value.is_string()) {
        cell.line = value.as_string();
        return cell;
    }
    const auto& object = value.as_object();
    cell.line = json::text(object, "typed");
    if (json::text(object, "kind") == "official") cell.kind = ValueKind::official;
    cell.reason = json::text(object, "reason");
    cell.note = json::text(object, "note");
    return cell;
}

std::map<MeasureId, StoryCell> read_cells(const bj::object& report)
{
    std::map<MeasureId, StoryCell> cells;
    for (const auto& [id, cell] : report.at("cells").as_object())
        cells[MeasureId(std::string(id))] = read_story_cell(cell);
    return cells;
}

/// Tasks, duties, activity tables and closing words as the items that a form saves.
void read_items(StoryReport& report, const bj::object& object)
{
    const auto take = [&](std::string_view member, const std::string& kind, auto&& body) {
        const auto* items = json::member(object, member);
        if (items == nullptr) return;
        for (const auto& [id, item] : items->as_object())
            report.items[kind + std::string(id)] = bj::serialize(body(item));
    };
    const auto as_it_is = [](const bj::value& item) { return item; };
    take("tasks", "task/", as_it_is);
    take("duties", "duty/", as_it_is);
    take("activities", "activity/", [](const bj::value& rows) -> bj::value {
        return bj::object{{"rows", rows}};
    });
    take("narrative", "narrative/", [](const bj::value& text) -> bj::value {
        return bj::object{{"text", text}};
    });
}

void read_reports(Story& story)
{
    const auto reports = file("reports.json");
    each(reports, "reports", [&](const bj::object& object) {
        StoryReport report;
        report.unit = UnitId(json::text(object, "unit"));
        report.by = json::text(object, "by");
        report.channel = json::text(object, "channel");
        report.typed_at = hour(object, "typed_at");
        report.submitted_at = instant(object, "submitted_at");
        report.accepted_at = instant(object, "accepted_at");
        report.returned_at = instant(object, "returned_at");
        report.return_reason = json::text(object, "return_reason");
        report.cells = read_cells(object);
        read_items(report, object);
        story.reports.push_back(std::move(report));
    });
    each(reports, "separate", [&](const bj::object& object) {
        story.separate.push_back(
            {UnitId(json::text(object, "unit")), hour(object, "at"), json::text(object, "reason")}
        );
    });
}

void read_history(Story& story)
{
    const auto history = file("history.json");
    story.history_at = hour(history, "at");
    each(history, "years", [&](const bj::object& object) {
        story.history.push_back(
            {PeriodId(json::text(object, "period")),
             UnitId(json::text(object, "unit")),
             read_cells(object)}
        );
    });
}

} // namespace

Story read_story()
{
    Story story;
    read_units(story);
    read_accounts(story);
    read_decisions(story);
    read_reports(story);
    read_history(story);
    return story;
}

TypedCell typed_cell(const StoryCell& cell, const Indicator& indicator)
{
    TypedCell typed;
    typed.kind = cell.kind;
    typed.reason = cell.reason;
    typed.note = cell.note;
    if (const auto state = state_named(cell.line)) {
        typed.state = *state;
        return typed;
    }
    auto line = cell.line;
    for (const auto* separator : {"/", ";"})
        line = replace_all(std::move(line), separator, ",");
    const auto numbers = split(line, ',');
    const auto elements = elements_of(indicator);
    ensure(numbers.size() == elements.size(), "a cell of the story fits its indicator");
    for (std::size_t i = 0; i < elements.size(); ++i)
        typed.typed[elements[i]] = squeeze(numbers[i]);
    return typed;
}

} // namespace tiendo::app
