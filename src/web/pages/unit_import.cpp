#include "web/pages/unit_import.hpp"

#include "app/org/directory.hpp"
#include "app/org/unit_import.hpp"
#include "base/text.hpp"
#include "web/error_page.hpp"
#include "web/gate.hpp"

#include <algorithm>

namespace tiendo::web {

namespace {

/// Longer lists are told by their counts.
constexpr std::size_t rows_shown = 100;
constexpr std::string_view import_path = "/don-vi/nhap-danh-muc";

void show_way_back(Visit& visit)
{
    visit.frame.breadcrumb = {{visit.words.text("unit_admin.list_title"), "/don-vi"}};
}

Result<Response> upload_page(Visit& visit, const Request& request, const Error* error)
{
    show_way_back(visit);
    view::Object data{
        {"title", visit.words.text("unit_list.title")},
        {"below", std::string(request.form["below"])},
        {"has_problems", false},
    };
    if (error != nullptr) show_problems(data, *error, visit.words);
    return html(
        visit.page("unit_import", std::move(data)), error == nullptr ? 200 : status_of(error->kind)
    );
}

Result<app::UnitImportRequest> request_in(Visit& visit, const Request& request)
{
    app::UnitImportRequest wanted;
    wanted.below = squeeze(request.form["below"]);
    for (const auto& file : request.files) {
        if (file.field != "file" || (file.filename.empty() && file.bytes.empty())) continue;
        wanted.files.push_back(TRY(app::unit_list_file(visit.office, file.bytes, file.filename)));
    }
    return wanted;
}

std::string day_text(const std::optional<Date>& day, const Wording& words)
{
    return day ? words.day(*day) : words.text("unit_list.not_given");
}

/// A list, and the units as they are before it.
struct Seen {
    UnitImport import{};
    UnitDirectory units{};
};

std::string superior_text(const UnitId& id, const Seen& seen, const Wording& words)
{
    const auto added = std::ranges::find(seen.import.added, id, &Unit::id);
    if (added != seen.import.added.end()) return added->name;
    const auto* unit = seen.units.find(id);
    return unit == nullptr ? words.text("unit_list.not_given") : unit->name;
}

/// "Ngày cuối cùng: không ghi → 30/06/2025"
view::List differences(const ChangedUnit& change, const Seen& seen, const Wording& words)
{
    view::List list;
    const auto add = [&](const char* key, const std::string& before, const std::string& after) {
        if (before == after) return;
        list.emplace_back(view::Object{
            {"text",
             words.text(
                 "unit_list.difference",
                 {{"what", words.text(key)}, {"before", before}, {"after", after}}
             )}
        });
    };
    const auto& [before, after] = change;
    add("unit_admin.first_day",
        day_text(before.valid_from, words),
        day_text(after.valid_from, words));
    add("unit_admin.last_day", day_text(before.valid_to, words), day_text(after.valid_to, words));
    add("unit_admin.parent",
        superior_text(before.parent, seen, words),
        superior_text(after.parent, seen, words));
    return list;
}

view::Object preview_data(const Seen& seen, const Wording& words)
{
    const auto& import = seen.import;
    view::List added;
    for (const auto& unit : import.added) {
        if (added.size() == rows_shown) break;
        added.emplace_back(view::Object{
            {"code", unit.code},
            {"name", unit.name},
            {"from", unit.valid_from ? words.day(*unit.valid_from) : std::string()},
            {"to", unit.valid_to ? words.day(*unit.valid_to) : std::string()}
        });
    }
    view::List changed;
    for (const auto& change : import.changed) {
        if (changed.size() == rows_shown) break;
        changed.emplace_back(view::Object{
            {"code", change.after.code},
            {"name", change.after.name},
            {"differences", differences(change, seen, words)}
        });
    }
    view::List refused;
    for (const auto& row : import.refused) {
        if (refused.size() == rows_shown) break;
        refused.emplace_back(view::Object{
            {"place",
             words.text(
                 "unit_list.place",
                 {{"file", row.place.file}, {"line", std::to_string(row.place.line)}}
             )},
            {"text", row.text},
            {"reason", words.sentence(row.problem)}
        });
    }
    const auto count = [](std::size_t number) { return std::to_string(number); };
    return {
        {"added_count", count(import.added.size())},
        {"changed_count", count(import.changed.size())},
        {"same_count", std::to_string(import.same)},
        {"succession_count", count(import.successions.size())},
        {"refused_count", count(import.refused.size())},
        {"has_added", !added.empty()},
        {"more_added", import.added.size() > rows_shown},
        {"added", std::move(added)},
        {"has_changed", !changed.empty()},
        {"more_changed", import.changed.size() > rows_shown},
        {"changed", std::move(changed)},
        {"has_refused", !refused.empty()},
        {"more_refused", import.refused.size() > rows_shown},
        {"refused", std::move(refused)},
        {"first_rows", words.text("unit_list.first_rows", {{"count", count(rows_shown)}})},
        {"does_nothing", import.is_empty()},
    };
}

std::string id_in(const Request& request)
{
    return std::string(request.path_parameters["list"]);
}

} // namespace

Result<Response> get_unit_import(Visit& visit, const Request& request)
{
    return upload_page(visit, request, nullptr);
}

Result<Response> post_unit_list(Visit& visit, const Request& request)
{
    const auto wanted = request_in(visit, request);
    if (!wanted) return upload_page(visit, request, &wanted.error());
    const auto id = visit.write([&](app::Work& work) { return app::receive_units(work, *wanted); });
    if (!id) return upload_page(visit, request, &id.error());
    return see_other(std::string(import_path) + "/" + *id);
}

Result<Response> get_received_units(Visit& visit, const Request& request)
{
    show_way_back(visit);
    visit.frame.breadcrumb.push_back({visit.words.text("unit_list.title"), std::string(import_path)}
    );
    const auto id = id_in(request);
    const auto seen = TRY(visit.read([&](app::Work& work) -> Result<Seen> {
        const auto wanted = TRY(app::received_units(work, id));
        return Seen{TRY(app::preview_units(work, wanted)), app::directory(work)};
    }));
    auto data = preview_data(seen, visit.words);
    data.set("title", visit.words.text("unit_list.preview_title"));
    data.set("action", std::string(import_path) + "/" + id);
    return html(visit.page("unit_import_preview", std::move(data)));
}

Result<Response> post_received_units(Visit& visit, const Request& request)
{
    const auto id = id_in(request);
    const auto import =
        TRY(visit.write([&](app::Work& work) { return app::take_received_units(work, id); }));
    return with_notice(
        see_other("/don-vi"),
        "unit_list.taken",
        {{"added", std::to_string(import.added.size())},
         {"changed", std::to_string(import.changed.size())}}
    );
}

} // namespace tiendo::web
