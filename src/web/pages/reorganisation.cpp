#include "web/pages/reorganisation.hpp"

#include "app/org/directory.hpp"
#include "app/org/reorganisations.hpp"
#include "base/text.hpp"
#include "web/error_page.hpp"
#include "web/gate.hpp"
#include "web/pages/reorganisation_form.hpp"
#include "web/pages/unit_directory.hpp"

#include <algorithm>

namespace tiendo::web {

namespace {

constexpr std::string_view wizard_path = "/don-vi/sap-xep";

std::string path_of(const std::string& id, std::string_view act = {})
{
    return std::string(wizard_path) + "/" + id + std::string(act);
}

void show_way_back(Visit& visit)
{
    visit.frame.breadcrumb = {{visit.words.text("unit_admin.list_title"), "/don-vi"}};
}

std::string name_of_unit(const UnitDirectory& units, const UnitId& id)
{
    const auto* unit = units.find(id);
    return unit == nullptr ? id.str() : unit->name;
}

/// "xã A; xã B → xã C": one that was undone has new units that are gone, so these are named as they
/// were typed.
std::string summary(const Reorganisation& what, const UnitDirectory& units)
{
    std::vector<std::string> old_names;
    for (const auto& id : what.old_units)
        old_names.push_back(name_of_unit(units, id));
    std::vector<std::string> new_names;
    for (const auto& part : what.parts) {
        const bool is_new = part.existing.empty();
        if (is_new && part.unit.name.empty())
            new_names.push_back(name_of_unit(units, part.unit.parent));
        else
            new_names.push_back(is_new ? part.unit.name : name_of_unit(units, part.existing));
    }
    auto text = join(old_names, "; ");
    if (!new_names.empty()) text += " → " + join(new_names, "; ");
    return text;
}

view::List made_rows(
    const std::vector<app::MadeReorganisation>& made,
    const UnitDirectory& units,
    const Wording& words
)
{
    view::List rows;
    for (const auto& line : made) {
        view::List reasons;
        for (const auto& problem : line.keeps_it)
            reasons.emplace_back(view::Object{{"text", words.sentence(problem)}});
        const auto kind = std::string("reorganisation.kind_") + name_of(line.what.kind);
        rows.emplace_back(view::Object{
            {"kind", words.text(kind)},
            {"summary", summary(line.what, units)},
            {"on", words.text("reorganisation.from_day", {{"day", words.day(line.what.on)}})},
            {"by", line.by},
            {"at", words.moment(line.at)},
            {"is_undone", line.is_undone},
            {"may_undo", !line.is_undone && line.keeps_it.empty()},
            {"undo_path", path_of(line.id, "/hoan-tac")},
            {"has_reasons", !reasons.empty()},
            {"reasons", std::move(reasons)},
        });
    }
    return rows;
}

Result<Response> form_page(Visit& visit, const Request& request, const Error* error)
{
    show_way_back(visit);
    return visit.read([&](app::Work& work) -> Result<Response> {
        const auto units = app::directory(work);
        auto data = reorganisation_form(visit.words, request, units, local_time(work.now).day);
        auto rows = made_rows(TRY(app::reorganisations(work)), units, visit.words);
        data.set("title", visit.words.text("reorganisation.title"));
        data.set("has_made", !rows.empty());
        data.set("made", std::move(rows));
        data.set("has_problems", false);
        if (error != nullptr) show_problems(data, *error, visit.words);
        return html(
            visit.page("reorganisation", std::move(data)),
            error == nullptr ? 200 : status_of(error->kind)
        );
    });
}

view::List unit_lines(const std::vector<Unit>& units, const Wording& words, const char* key)
{
    view::List lines;
    for (const auto& unit : units)
        lines.emplace_back(view::Object{
            {"name", unit.name},
            {"has_code", !unit.code.empty()},
            {"code", unit.code},
            {"day",
             words.text(
                 key,
                 {{"from", unit.valid_from ? words.day(*unit.valid_from) : std::string()},
                  {"to", unit.valid_to ? words.day(*unit.valid_to) : std::string()}}
             )}
        });
    return lines;
}

view::List succession_lines(
    const ReorganisationEffect& effect, const UnitDirectory& after, const Wording& words
)
{
    view::List lines;
    for (const auto& link : effect.successions) {
        const bool is_part = link.kind == SuccessionKind::divided;
        lines.emplace_back(view::Object{
            {"from", name_of_unit(after, link.from)},
            {"to", name_of_unit(after, link.to)},
            {"is_part", is_part},
            {"share",
             link.share ? words.text(
                              "reorganisation.share_is",
                              {{"share", replace_all(link.share->str(), ".", ",")}}
                          )
                        : words.text("reorganisation.share_unknown")}
        });
    }
    return lines;
}

view::List period_lines(const app::ReorganisationPreview& preview, const Wording& words)
{
    view::List lines;
    for (const auto& period : preview.periods)
        lines.emplace_back(view::Object{
            {"title", period.title},
            {"period", words.period(period.period)},
            {"is_open", period.is_open},
            {"reports",
             words.text(
                 "reorganisation.reports",
                 {{"reported", std::to_string(period.reported)},
                  {"units", std::to_string(period.units)}}
             )},
            {"rows",
             words.text(
                 "reorganisation.rows",
                 {{"before", std::to_string(period.rows_before)},
                  {"after", std::to_string(period.rows_after)}}
             )},
            {"is_whole", period.is_whole}
        });
    return lines;
}

view::Object preview_data(
    const app::ReorganisationPreview& preview, const UnitDirectory& before, const Wording& words
)
{
    const auto after = with_effect(before, preview.effect);
    view::List accounts;
    for (const auto& account : preview.accounts)
        accounts.emplace_back(view::Object{
            {"name", account.name},
            {"login", account.login},
            {"unit", name_of_unit(before, account.unit)},
            {"is_further", account.is_further}
        });
    const bool is_asked = std::ranges::any_of(preview.periods, &app::TouchedPeriod::is_open);
    const bool may_move = !preview.accounts.empty() && !preview.accounts_to.empty();
    return {
        {"kind", words.text(std::string("reorganisation.kind_") + name_of(preview.wanted.kind))},
        {"on", words.text("reorganisation.from_day", {{"day", words.day(preview.wanted.on)}})},
        {"ended", unit_lines(preview.effect.ended, words, "unit_admin.valid_to")},
        {"has_added", !preview.effect.added.empty()},
        {"added", unit_lines(preview.effect.added, words, "unit_admin.valid_from")},
        {"has_successions", !preview.effect.successions.empty()},
        {"successions", succession_lines(preview.effect, after, words)},
        {"is_division", preview.wanted.kind == ReorganisationKind::division},
        {"has_periods", !preview.periods.empty()},
        {"periods", period_lines(preview, words)},
        {"has_accounts", !accounts.empty()},
        {"accounts", std::move(accounts)},
        {"may_move", may_move},
        {"moves_at_once", may_move && !is_asked},
        {"move",
         words.text(
             "reorganisation.move_accounts", {{"unit", name_of_unit(after, preview.accounts_to)}}
         )},
    };
}

std::string id_in(const Request& request)
{
    return std::string(request.path_parameters["change"]);
}

} // namespace

Result<Response> get_reorganisation(Visit& visit, const Request& request)
{
    return form_page(visit, request, nullptr);
}

Result<Response> post_reorganisation(Visit& visit, const Request& request)
{
    const auto wanted = reorganisation_in(request);
    if (!wanted) return form_page(visit, request, &wanted.error());
    const auto id =
        visit.write([&](app::Work& work) { return app::prepare_reorganisation(work, *wanted); });
    if (!id) return form_page(visit, request, &id.error());
    return see_other(path_of(*id));
}

Result<Response> get_prepared_reorganisation(Visit& visit, const Request& request)
{
    show_way_back(visit);
    visit.frame.breadcrumb.push_back(
        {visit.words.text("reorganisation.title"), std::string(wizard_path)}
    );
    const auto id = id_in(request);
    return visit.read([&](app::Work& work) -> Result<Response> {
        const auto wanted = TRY(app::prepared_reorganisation(work, id));
        const auto preview = TRY(app::preview_reorganisation(work, wanted));
        auto data = preview_data(preview, app::directory(work), visit.words);
        data.set("title", visit.words.text("reorganisation.preview_title"));
        data.set("action", path_of(id));
        data.set("back", std::string(wizard_path));
        return html(visit.page("reorganisation_preview", std::move(data)));
    });
}

Result<Response> post_prepared_reorganisation(Visit& visit, const Request& request)
{
    const bool moves = request.form.has("move_accounts");
    TRY(visit.write([&](app::Work& work) { return app::reorganise(work, id_in(request), moves); }));
    return with_notice(see_other(wizard_path), "reorganisation.made");
}

Result<Response> post_undone_reorganisation(Visit& visit, const Request& request)
{
    const auto undone = visit.write([&](app::Work& work) {
        return app::undo_reorganisation(work, id_in(request));
    });
    if (!undone) return form_page(visit, request, &undone.error());
    return with_notice(see_other(wizard_path), "reorganisation.undone");
}

} // namespace tiendo::web
