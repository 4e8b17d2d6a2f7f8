#include "web/pages/matrix.hpp"

#include "app/org/directory.hpp"
#include "app/report/reports.hpp"
#include "web/pages/map_choice.hpp"
#include "web/pages/matrix_cells.hpp"
#include "web/pages/plan_period.hpp"
#include "web/pages/units_shown.hpp"
#include "web/views/choices.hpp"
#include "web/views/map_words.hpp"
#include "web/views/plan_addresses.hpp"
#include "web/views/status_tag.hpp"
#include "web/views/target_words.hpp"
#include "web/visit.hpp"

#include <algorithm>
#include <array>

namespace tiendo::web {

namespace {

struct Seen : MatrixSeen {
    std::map<UnitId, app::ReportLine> lines{};
    std::optional<UnitsShown> columns{};
    std::string group{};

    const std::vector<UnitId>& units() const { return columns->reporters(); }
};

/// By MatrixMode, in addresses and in words.
constexpr std::array modes{
    std::pair{"ket-qua", "matrix.mode_results"},
    std::pair{"day-du", "matrix.mode_completeness"},
    std::pair{"so-lieu", "matrix.mode_counts"},
};

std::string mode_name(MatrixMode mode)
{
    return modes.at(static_cast<std::size_t>(mode)).first;
}

MatrixMode mode_in(const Request& request)
{
    const auto asked = request.query["xem"];
    for (const auto mode : {MatrixMode::completeness, MatrixMode::counts})
        if (asked == mode_name(mode)) return mode;
    return MatrixMode::results;
}

bool is_in_group(UnitKind kind, const std::string& group)
{
    if (group == "tat-ca") return true;
    return (kind == UnitKind::commune) == (group != "phong-ban");
}

/// One measure by the units of the map, of those who are asked.
void put_on_map(Seen& seen, const MeasureFigure& row)
{
    std::vector<UnitId> asked;
    for (const auto& unit : seen.units())
        if (row.measure.suppliers.contains(unit)) asked.push_back(unit);
    if (asked.empty()) return;
    seen.figures_on_map[row.measure.id] = figures_on_map(
        row.measure,
        row.indicator,
        seen.figures.contributions[row.measure.id],
        asked == seen.units() ? seen.map : seen.columns->map_of(asked, seen.directory)
    );
}

Result<Seen> load(app::Work& work, const Request& request)
{
    const auto plan = plan_in_address(request);
    const auto period = TRY(required_period(work, plan, request));
    Seen seen;
    seen.figures = TRY(app::figures(work, plan, period));
    for (auto& line : TRY(app::report_lines(work, seen.figures.plan, seen.figures.period)))
        seen.lines.emplace(line.unit, std::move(line));
    seen.directory = app::directory(work);
    const UnitId below{std::string(request.query["duoi"])};
    if (!below.empty() && seen.directory.find(below) == nullptr)
        return refuse(Refusal::not_found, "unit_admin.unknown", {{"unit", below.str()}});
    seen.mode = mode_in(request);
    seen.today = app::day_of_map(work);
    seen.day = TRY(map_day_in(request, seen.today));
    const auto group = request.query["nhom"];
    seen.group = group.empty() ? "xa" : std::string(group);
    std::vector<UnitId> reporters;
    for (const auto& id : seen.figures.period.units) {
        const auto* unit = seen.directory.find(id);
        if (unit != nullptr && is_in_group(unit->kind, seen.group)) reporters.push_back(id);
    }
    seen.columns.emplace(reporters, seen.directory, seen.day, request);
    seen.map = seen.columns->map();
    for (const auto& row : seen.figures.rows)
        put_on_map(seen, row);
    return seen;
}

std::string short_name(const Seen& seen, const UnitId& id)
{
    const auto* unit = seen.directory.find(id);
    return unit == nullptr ? id.str() : unit->short_name;
}

const app::ReportLine* line_of(const Seen& seen, const UnitId& id)
{
    const auto found = seen.lines.find(id);
    return found == seen.lines.end() ? nullptr : &found->second;
}

/// Who stands behind a column.
std::vector<UnitId> reporters_in(const Seen& seen, const UnitId& unit)
{
    std::vector<UnitId> reporters;
    for (const auto& part : seen.map.parts_of(unit))
        reporters.push_back(part.from);
    return reporters;
}

view::Object filled_view(const Seen& seen, const UnitId& unit)
{
    int filled = 0;
    int total = 0;
    for (const auto& id : reporters_in(seen, unit)) {
        if (const auto* line = line_of(seen, id)) {
            filled += line->completion.filled;
            total += line->completion.total;
        }
    }
    return {{"text", std::to_string(filled) + "/" + std::to_string(total)}};
}

/// The state of a unit's report; of several old units how many have reported.
view::Object state_view(const Seen& seen, const UnitId& column, const Wording& words)
{
    const auto reporters = reporters_in(seen, column);
    if (reporters.size() == 1) {
        const auto* line = line_of(seen, reporters.front());
        const auto* unit = seen.directory.find(reporters.front());
        if (line != nullptr && unit != nullptr)
            return {{"text", view::report_words(line->state, line->timing, unit->kind, words)}};
    }
    const auto reported = std::ranges::count_if(reporters, [&](const UnitId& id) {
        const auto* line = line_of(seen, id);
        return line != nullptr && has_reported(line->state.stage);
    });
    return {
        {"text",
         words.text(
             "matrix.reported",
             {{"count", std::to_string(reported)}, {"total", std::to_string(reporters.size())}}
         )}
    };
}

std::vector<const MeasureFigure*> rows_of(const Seen& seen)
{
    std::vector<const MeasureFigure*> rows;
    for (const auto& row : seen.figures.rows)
        if (seen.figures_on_map.contains(row.measure.id)) rows.push_back(&row);
    return rows;
}

/// The units that have no number of their own in some row.
std::vector<UnitId> units_apart(const Seen& seen)
{
    std::vector<UnitId> apart;
    for (const auto& [measure, figures] : seen.figures_on_map)
        for (const auto& unit : figures.apart_in)
            if (std::ranges::find(apart, unit) == apart.end()) apart.push_back(unit);
    return apart;
}

/// This table with all its columns.
PageAddress page_of(const Seen& seen)
{
    return {
        "/ke-hoach/" + seen.figures.plan.id.str() + "/ma-tran",
        {{"ky", seen.figures.period.id.str()},
         {"xem", mode_name(seen.mode)},
         {"nhom", seen.group},
         {"ngay", iso_date(seen.day)}}
    };
}

void set_table(view::Object& data, const Seen& seen, const Wording& words)
{
    const PlanAddresses addresses(seen.figures.plan.id, seen.figures.period.id);
    view::List heads;
    view::List filled;
    view::List states;
    for (const auto& column : seen.map.units) {
        heads.emplace_back(view::Object{
            {"text", short_name(seen, column)},
            {"has_path", seen.columns->is_higher()},
            {"path", page_of(seen).with("duoi", column.str()).address()},
        });
        filled.emplace_back(filled_view(seen, column));
        states.emplace_back(state_view(seen, column, words));
    }
    const auto apart = units_apart(seen);
    if (!apart.empty()) {
        heads.emplace_back(view::Object{
            {"text", view::together_words(apart, seen.directory, words)},
            {"has_path", false},
            {"path", ""},
        });
        filled.emplace_back(view::Object{{"text", ""}});
        states.emplace_back(view::Object{{"text", ""}});
    }
    view::List rows;
    for (const auto* row : rows_of(seen)) {
        view::List cells;
        for (const auto& column : seen.map.units)
            cells.emplace_back(matrix_cell(seen, *row, column, words));
        if (!apart.empty()) cells.emplace_back(matrix_together(seen, *row, words));
        auto total = matrix_total(seen, *row, words);
        total.set("is_total", true);
        cells.emplace_back(std::move(total));
        rows.emplace_back(view::Object{
            {"number", row->measure.id.str()},
            {"name", view::measure_name(row->measure, row->indicator, words)},
            {"path", addresses.measure(row->measure.id)},
            {"cells", std::move(cells)},
        });
    }
    data.set("columns", std::move(heads));
    data.set("has_rows", !rows.empty());
    data.set("rows", std::move(rows));
    data.set("filled", std::move(filled));
    data.set("states", std::move(states));
}

/// One unit's or one target's cells as a list, which a phone can show.
void set_list(view::Object& data, const Seen& seen, const Request& request, const Wording& words)
{
    const UnitId unit{std::string(request.query["dv"])};
    const MeasureId measure{std::string(request.query["ct"])};
    view::List items;
    for (const auto* row : rows_of(seen)) {
        if (!measure.empty() && row->measure.id != measure) continue;
        for (const auto& column : seen.map.units) {
            if (!unit.empty() && column != unit) continue;
            if (mapped_in(seen, row->measure.id, column) == nullptr) continue;
            auto cell = matrix_cell(seen, *row, column, words);
            cell.set(
                "label",
                unit.empty() ? short_name(seen, column)
                             : row->measure.id.str() + " " +
                                   view::measure_name(row->measure, row->indicator, words)
            );
            items.emplace_back(std::move(cell));
        }
    }
    const bool is_list = !unit.empty() || !measure.empty();
    data.set("is_list", is_list);
    data.set("list", is_list ? std::move(items) : view::List{});
    std::vector<view::Choice> units;
    for (const auto& column : seen.map.units)
        units.push_back({column.str(), short_name(seen, column)});
    std::vector<view::Choice> measures;
    for (const auto* row : rows_of(seen))
        measures.push_back(
            {row->measure.id.str(),
             row->measure.id.str() + " " + view::measure_name(row->measure, row->indicator, words)}
        );
    data.set("unit_choices", view::choices(units, unit.str()));
    data.set("measure_choices", view::choices(measures, measure.str()));
}

void set_choices(view::Object& data, const Seen& seen, const Wording& words)
{
    static constexpr std::array groups{
        std::pair{"xa", "matrix.group_communes"},
        std::pair{"phong-ban", "matrix.group_agencies"},
        std::pair{"tat-ca", "matrix.group_all"},
    };
    const auto mode = mode_name(seen.mode);
    const auto listed = [&](const auto& names, std::string_view chosen) {
        std::vector<view::Choice> choices;
        for (const auto& [value, key] : names)
            choices.push_back({value, words.text(key)});
        return view::choices(choices, chosen);
    };
    data.set("modes", listed(modes, mode));
    data.set("groups", listed(groups, seen.group));
    data.set("is_results", seen.mode == MatrixMode::results);
    set_map_choice(
        data,
        {seen.units(),
         seen.day,
         seen.today,
         "/ke-hoach/" + seen.figures.plan.id.str() + "/ma-tran",
         {{"ky", seen.figures.period.id.str()}, {"xem", mode}, {"nhom", seen.group}}},
        seen.directory,
        words
    );
    data.set("has_unknown", !units_apart(seen).empty());
    data.set("has_allocated", std::ranges::any_of(seen.map.parts, [](const MapPart& part) {
                 return part.share && !part.share->is_whole();
             }));
}

} // namespace

Result<Response> get_matrix(Visit& visit, const Request& request)
{
    const auto seen = TRY(visit.read([&](app::Work& work) { return load(work, request); }));
    const auto& words = visit.words;
    const PlanAddresses addresses(seen.figures.plan.id, seen.figures.period.id);
    const bool is_later_map = !seen.columns->is_higher() && !seen.map.is_as_reported();
    view::Object data{
        {"title", words.text("matrix.title", {{"period", words.period(seen.figures.period.id)}})},
        {"plan", seen.figures.plan.id.str()},
        {"period", seen.figures.period.id.str()},
        {"day", iso_date(seen.day)},
        {"is_later_map", is_later_map},
        {"map", words.text("matrix.map", {{"day", words.day(seen.day)}})},
        {"all_path", addresses.page("ma-tran")},
        {"file_path", addresses.page("bieu-tong-hop.xlsx", "ngay", iso_date(seen.day))},
    };
    set_choices(data, seen, words);
    set_units_shown(data, *seen.columns, page_of(seen), seen.directory, words);
    set_table(data, seen, words);
    set_list(data, seen, request, words);
    for (const auto& [name, look] :
         {std::pair{"met_markup", view::Look::met}, std::pair{"not_met_markup", view::Look::not_met}
         })
        data.set(name, view::shape(look));
    return html(visit.page("matrix", std::move(data)));
}

} // namespace tiendo::web
