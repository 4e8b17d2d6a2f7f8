#include "web/pages/superior_form_view.hpp"

#include "base/text.hpp"
#include "web/pages/plan_paths.hpp"
#include "web/pages/superior_form_choices.hpp"
#include "web/percent.hpp"
#include "web/views/choices.hpp"

#include <algorithm>
#include <charconv>

namespace tiendo::web {
namespace {

std::string field_of(int table, const char* kind, int number)
{
    return "t" + std::to_string(table) + kind + std::to_string(number);
}

/// "t0r2c3": the name of a cell's field.
std::string field_of(const FormPlace& place)
{
    return field_of(place.table, "r", place.row) + "c" + std::to_string(place.cell);
}

/// Shows one table or sheet.
class TableView {
public:
    TableView(const app::SuperiorForm& form, int number, const Wording& words)
        : form_(form), number_(number), table_(form.tables[static_cast<std::size_t>(number)]),
          grid_(form.grids[static_cast<std::size_t>(number)]), words_(words),
          is_sheet_(!table_.name.empty())
    {
    }

    view::Object show() const
    {
        auto columns = column_views();
        const bool has_open = std::ranges::any_of(columns, [](const view::Node& node) {
            const auto* open = std::get<view::Object>(node.value()).find("is_open");
            return open != nullptr && std::get<bool>(open->value());
        });
        return {
            {"name",
             is_sheet_
                 ? table_.name
                 : words_.text("superior_form.table", {{"number", std::to_string(number_ + 1)}})},
            {"has_open", has_open},
            {"columns", std::move(columns)},
            {"rows", row_views()}
        };
    }

private:
    std::size_t column_count() const
    {
        std::size_t count = 0;
        for (const auto& row : table_.rows)
            count = std::max(count, row.size());
        return count;
    }

    bool has_open_cell(int cell) const
    {
        for (int row = 0; row < static_cast<int>(table_.rows.size()); ++row)
            if (is_open(table_, row, cell)) return true;
        return false;
    }

    view::List column_views() const
    {
        view::List columns;
        for (int cell = 0; cell < static_cast<int>(column_count()); ++cell) {
            const auto found = grid_.columns.find(cell);
            const auto column = found == grid_.columns.end() ? FormColumn{} : found->second;
            const auto name = is_sheet_ ? letters_of(cell) : std::to_string(cell + 1);
            columns.emplace_back(view::Object{
                {"is_open", has_open_cell(cell)},
                {"name", name},
                {"kind_field", field_of(number_, "c", cell)},
                {"subject_field", field_of(number_, "s", cell)},
                {"label",
                 words_.text(
                     "superior_form.column",
                     {{"number", name}, {"head", head_of_column(table_, cell)}}
                 )},
                {"kinds", kind_groups(column.with, false, words_)},
                {"subjects", subject_groups(form_, column.subject, false, words_)}
            });
        }
        return columns;
    }

    view::List row_views() const
    {
        view::List rows;
        for (int row = 0; row < static_cast<int>(table_.rows.size()); ++row) {
            const auto& texts = table_.rows[static_cast<std::size_t>(row)];
            view::List cells;
            bool has_open = false;
            for (int cell = 0; cell < static_cast<int>(texts.size()); ++cell) {
                has_open = has_open || is_open(table_, row, cell);
                cells.emplace_back(cell_view({number_, row, cell}));
            }
            const auto found = grid_.rows.find(row);
            const auto subject = found == grid_.rows.end() ? FormSubject{} : found->second;
            view::Object shown{
                {"number", std::to_string(row + 1)},
                {"has_open", has_open},
                {"field", field_of(number_, "r", row)},
                {"label", label_of_row(texts)},
                {"cells", std::move(cells)}
            };
            if (has_open) shown.set("subjects", subject_groups(form_, subject, true, words_));
            rows.emplace_back(std::move(shown));
        }
        return rows;
    }

    view::Object cell_view(const FormPlace& place) const
    {
        const auto& printed = *table_.text(place.row, place.cell);
        const bool open = is_open(table_, place.row, place.cell);
        const auto filling = form_.fillings.find(place);
        const auto filled = form_.cells.find(place);
        const bool is_filled = filled != form_.cells.end();
        const bool is_words = filling != form_.fillings.end() &&
                              filling->second.with == FilledWith::text &&
                              !filling->second.is_single;
        return {
            {"printed", printed},
            {"is_open", open},
            {"is_formula", table_.formulas.contains({place.row, place.cell})},
            {"takes_words", open && !is_sheet_},
            {"field", field_of(place)},
            {"typed", is_words ? filling->second.text : std::string{}},
            {"is_filled", is_filled && !filled->second.text.empty()},
            {"is_left_empty", is_filled && filled->second.text.empty()},
            {"filled", is_filled ? filled->second.text : std::string{}}
        };
    }

    const app::SuperiorForm& form_;
    int number_;
    const FormTable& table_;
    const FormGrid& grid_;
    const Wording& words_;
    bool is_sheet_;
};

view::List single_views(const app::SuperiorForm& form, const Wording& words)
{
    view::List singles;
    for (const auto& [place, filling] : form.fillings) {
        if (!filling.is_single) continue;
        const auto* printed =
            static_cast<std::size_t>(place.table) < form.tables.size()
                ? form.tables[static_cast<std::size_t>(place.table)].text(place.row, place.cell)
                : nullptr;
        const auto& cell = form.cells.at(place);
        const bool replaces = printed != nullptr && !waits_to_be_filled(*printed);
        singles.emplace_back(view::Object{
            {"place", words_of_place(form.tables, place, words)},
            {"value", name_of_place(place)},
            {"what", words_of_filling(form, filling, words)},
            {"filled", cell.text},
            {"replaces", replaces},
            {"replaced",
             replaces ? words.text("superior_form.replaces", {{"text", shortened(*printed)}})
                      : std::string{}}
        });
    }
    return singles;
}

view::List sheet_choices(const app::SuperiorForm& form)
{
    std::vector<view::Choice> sheets;
    for (std::size_t i = 0; i < form.tables.size(); ++i)
        if (!form.tables[i].is_hidden && !form.tables[i].rows.empty())
            sheets.push_back({std::to_string(i), form.tables[i].name});
    return view::choices(sheets, sheets.empty() ? "" : sheets.front().value);
}

FormColumn column_in(const Fields& sent, int table, int cell)
{
    return {
        filled_with_named(sent[field_of(table, "c", cell)]),
        subject_named(sent[field_of(table, "s", cell)])
    };
}

} // namespace

std::string FormAddress::list() const
{
    return plan_path(plan, "bieu-cap-tren") + "/" + percent_encode(period.str());
}

std::string FormAddress::page() const
{
    return list() + "/" + percent_encode(form);
}

FormAddress form_in_path(const Request& request)
{
    return {
        plan_in_path(request),
        PeriodId(std::string(request.path_parameters["period"])),
        std::string(request.path_parameters["form"])
    };
}

view::Object form_view(const app::SuperiorForm& form, const Wording& words, bool may_write)
{
    view::List tables;
    for (int table = 0; table < static_cast<int>(form.tables.size()); ++table) {
        const auto& shown = form.tables[static_cast<std::size_t>(table)];
        if (!shown.is_hidden && !shown.rows.empty())
            tables.emplace_back(TableView(form, table, words).show());
    }
    const auto empty = std::ranges::count_if(form.cells, [](const auto& cell) {
        return cell.second.why != WhyEmpty::none;
    });
    const bool is_sheets = is_workbook(form.tables);
    view::Object data{
        {"title", words.text("superior_form.title", {{"name", form.line.name}})},
        {"revision", std::to_string(form.revision)},
        {"may_write", may_write},
        {"is_workbook", is_sheets},
        {"file", is_sheets ? "bieu.xlsx" : "bieu.docx"},
        {"is_proposed", form.is_proposed && may_write},
        {"has_fillings", !form.fillings.empty()},
        {"has_empty", empty > 0},
        {"empty", words.text("superior_form.left_empty", {{"count", std::to_string(empty)}})},
        {"count",
         words.text("superior_form.filled_cells", {{"count", std::to_string(form.fillings.size())}})
        },
        {"tables", std::move(tables)}
    };
    if (is_sheets) {
        auto singles = single_views(form, words);
        data.set("has_singles", !singles.empty());
        data.set("singles", std::move(singles));
        data.set("sheets", sheet_choices(form));
        data.set("single_kinds", kind_groups(std::nullopt, true, words));
        data.set("single_measures", view::choices(measure_labels(form, "", words), ""));
        data.set("single_units", view::choices(unit_labels(form, ""), ""));
        data.set("single_tasks", view::choices(task_labels(form, ""), ""));
    }
    return data;
}

Fillings fillings_in(const Fields& sent, const app::SuperiorForm& form)
{
    Fillings fillings;
    for (int number = 0; number < static_cast<int>(form.tables.size()); ++number) {
        const auto& table = form.tables[static_cast<std::size_t>(number)];
        FormGrid grid;
        for (int row = 0; row < static_cast<int>(table.rows.size()); ++row) {
            const auto& cells = table.rows[static_cast<std::size_t>(row)];
            grid.rows[row] = subject_named(sent[field_of(number, "r", row)]);
            for (int cell = 0; cell < static_cast<int>(cells.size()); ++cell) {
                if (!grid.columns.contains(cell))
                    grid.columns[cell] = column_in(sent, number, cell);
                const auto words = squeeze(sent[field_of({number, row, cell})]);
                if (!words.empty() && is_open(table, row, cell))
                    fillings[{number, row, cell}] = {FilledWith::text, {}, words};
            }
        }
        fillings.merge(fillings_of_grid(table, number, grid));
    }
    for (const auto& [place, filling] : form.fillings)
        if (filling.is_single) fillings[place] = filling;
    return fillings;
}

app::SingleCell single_cell_in(const Fields& sent)
{
    app::SingleCell cell;
    const auto sheet = sent["sheet"];
    std::from_chars(sheet.data(), sheet.data() + sheet.size(), cell.sheet);
    cell.address = std::string(sent["address"]);
    const auto with = filled_with_named(sent["with"]);
    cell.filling.with = with.value_or(FilledWith::text);
    const auto of = about(cell.filling.with);
    cell.filling.text = of == FilledAbout::words ? squeeze(sent["text"]) : std::string{};
    if (of == FilledAbout::measure) cell.filling.measure = MeasureId(std::string(sent["measure"]));
    if (of == FilledAbout::measure || of == FilledAbout::unit)
        cell.filling.unit = UnitId(std::string(sent["unit"]));
    if (of == FilledAbout::task) cell.filling.task = std::string(sent["task"]);
    return cell;
}

} // namespace tiendo::web
