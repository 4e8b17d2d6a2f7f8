#include "documents/workbook/read_unit_workbook.hpp"

#include "base/text.hpp"
#include "documents/workbook/workbook_cells.hpp"
#include "documents/workbook/workbook_lines.hpp"
#include "domain/form/activity_text.hpp"

#include <algorithm>
#include <array>

namespace tiendo::documents {
namespace {

constexpr int no_column = 0;

std::string text_at(const SheetRow& row, int column)
{
    const auto* cell = row.cell(column);
    return cell == nullptr ? std::string{} : cell->text;
}

/// The columns of a table that was found in a sheet, by the place of each head in the table's own
/// order; 0 for a head that is not there.
using Columns = std::vector<int>;

Columns columns_in(const SheetRow& row, const std::vector<std::string>& heads)
{
    Columns columns(heads.size(), no_column);
    for (const auto& cell : row.cells) {
        const auto found = std::ranges::find_if(heads, [&](const std::string& head) {
            return name_key(head) == name_key(cell.text);
        });
        if (found == heads.end()) continue;
        auto& column = columns[static_cast<std::size_t>(found - heads.begin())];
        if (column == no_column) column = cell.column;
    }
    return columns;
}

template <class Column> std::size_t at(Column column)
{
    return static_cast<std::size_t>(column);
}

/// A table that a sheet may hold: of measures, of tasks, of closing words, of one activity.
enum class Kind { none, measures, tasks, narrative, activity };

class Reader {
public:
    Reader(const ReadIds& ids, const UnitWorkbook& expected, const WorkbookWords& say)
        : ids_(ids), expected_(expected), say_(say),
          year_(parse_period(expected.identity.period).value_or(PeriodName{}).year)
    {
        for (const auto& line : workbook_lines(expected.form, say)) {
            now_[line.key] = line.label;
            ++label_uses_[name_key(line.label)];
            by_label_[name_key(line.label)] = line.key;
        }
        for (int i = 0; i <= static_cast<int>(MeasureColumn::note); ++i)
            measure_heads_.push_back(head_of(static_cast<MeasureColumn>(i), say));
        for (int i = 0; i <= static_cast<int>(TaskColumn::difficulty); ++i)
            task_heads_.push_back(head_of(static_cast<TaskColumn>(i), say));
        narrative_heads_ = {
            say("workbook_file.narrative_what", {}), say("workbook_file.narrative_text", {})
        };
    }

    ReadUnitWorkbook read(const std::vector<Sheet>& sheets)
    {
        for (const auto& sheet : sheets)
            if (&sheet != ids_.sheet) read_sheet(sheet);
        settle_cells();
        drop_faulty();
        tell_missing();
        return std::move(result_);
    }

private:
    // ---- where things stand

    std::string place(const SheetRow& row, int column) const
    {
        return sheet_->name + "!" + cell_address(std::max(column, 1), row.number);
    }

    void remark(bool is_error, const std::string& item, Problem problem, const std::string& where)
    {
        problem.place = where;
        result_.remarks.push_back({is_error, item, std::move(problem)});
    }

    void read_sheet(const Sheet& sheet)
    {
        sheet_ = &sheet;
        kind_ = Kind::none;
        table_ = nullptr;
        columns_.clear();
        for (const auto& row : sheet.rows)
            read_row(row);
    }

    /// The key in a row's hidden column, or the one that its words alone name.
    struct Key {
        std::string key{};
        int column = no_column; ///< where it stood; none where the words named it
    };
    Key key_in(const SheetRow& row) const
    {
        for (const auto& cell : row.cells) {
            if (ids_.labels.contains(cell.text)) return {cell.text, cell.column};
            if (cell.text.starts_with("row/") &&
                ids_.labels.contains("activity/" + cell.text.substr(4)))
                return {cell.text, cell.column};
        }
        const auto named = by_label_.find(name_key(visible_label(row)));
        if (named != by_label_.end() && label_uses_.at(named->first) == 1)
            return {named->second, 0};
        for (const auto& table : expected_.form.activities) {
            const auto title = name_key(say_("activity." + table.key, {}));
            if (kind_ != Kind::activity && kind_ != Kind::none) break;
            const bool is_title = std::ranges::any_of(row.cells, [&](const SheetCell& cell) {
                return name_key(cell.text) == title;
            });
            if (is_title) return {"activity/" + table.key, 0};
        }
        return {};
    }

    /// What names a row to a person, put together as it was when the file was made.
    std::string visible_label(const SheetRow& row) const
    {
        const auto in = [&](auto column) {
            const auto number = columns_[at(column)];
            return number == no_column ? std::string{} : text_at(row, number);
        };
        switch (kind_) {
        case Kind::measures:
            return measure_label(
                in(MeasureColumn::code), in(MeasureColumn::title), in(MeasureColumn::element)
            );
        case Kind::tasks: {
            const auto code = in(TaskColumn::code);
            const auto text = in(TaskColumn::text);
            return label_of(code.empty() ? text : code + " | " + text);
        }
        case Kind::narrative:
            return label_of(text_at(row, columns_.front()));
        case Kind::activity:
        case Kind::none:
            return {};
        }
        return {};
    }

    bool take_heads(const SheetRow& row)
    {
        const auto try_heads =
            [&](Kind kind, const std::vector<std::string>& heads, std::size_t needed) {
                auto columns = columns_in(row, heads);
                const auto missing = std::ranges::count(columns, no_column);
                if (heads.size() - static_cast<std::size_t>(missing) < needed) return false;
                kind_ = kind;
                columns_ = std::move(columns);
                tell_missing_columns(row, heads);
                return true;
            };
        if (kind_ == Kind::activity && columns_.empty()) {
            std::vector<std::string> heads;
            for (const auto& column : table_->columns)
                heads.push_back(head_of(*table_, column, say_));
            return try_heads(Kind::activity, heads, (heads.size() + 1) / 2);
        }
        if (kind_ == Kind::activity) return false;
        return try_heads(Kind::measures, measure_heads_, 5) ||
               try_heads(Kind::tasks, task_heads_, 5) ||
               try_heads(Kind::narrative, narrative_heads_, 2);
    }

    void tell_missing_columns(const SheetRow& row, const std::vector<std::string>& heads)
    {
        for (std::size_t i = 0; i < heads.size(); ++i) {
            if (columns_[i] == no_column)
                remark(
                    false, {}, {"workbook.column_missing", {{"column", heads[i]}}}, place(row, 1)
                );
        }
    }

    void read_row(const SheetRow& row)
    {
        const auto key = key_in(row);
        if (key.key.starts_with("activity/")) {
            begin_activity(row, key);
            return;
        }
        if (key.key.empty() && take_heads(row)) return;
        if (kind_ == Kind::activity && !columns_.empty()) {
            read_activity_row(row, key);
            return;
        }
        if (key.key.empty()) {
            tell_unknown_row(row);
            return;
        }
        if (!row_is_right(row, key)) return;
        if (key.key.starts_with("cell/")) read_measure_row(row, key);
        if (key.key.starts_with("task/") || key.key.starts_with("duty/")) read_task_row(row, key);
        if (key.key.starts_with("narrative/")) read_narrative_row(row, key);
        tell_stray_cells(row, key.column);
    }

    static std::string item_of(const std::string& key)
    {
        if (!key.starts_with("cell/")) return key;
        return key.substr(0, key.rfind('/'));
    }

    /// Key and words must name the same row, then and now.
    bool row_is_right(const SheetRow& row, const Key& key)
    {
        const auto item = item_of(key.key);
        const bool fits = (kind_ == Kind::measures && key.key.starts_with("cell/")) ||
                          (kind_ == Kind::narrative && key.key.starts_with("narrative/")) ||
                          (kind_ == Kind::tasks &&
                           (key.key.starts_with("task/") || key.key.starts_with("duty/")));
        if (!fits) {
            remark(true, item, {"workbook.no_heads"}, place(row, 1));
            return false;
        }
        const auto now = now_.find(key.key);
        if (now == now_.end()) {
            remark(true, item, {"workbook.row_gone"}, place(row, 1));
            return false;
        }
        const auto label = ids_.labels.find(key.key);
        if (label == ids_.labels.end() || name_key(label->second) != name_key(now->second)) {
            remark(
                true, item, {"workbook.row_changed_since", {{"label", now->second}}}, place(row, 1)
            );
            return false;
        }
        if (name_key(visible_label(row)) != name_key(label->second)) {
            remark(
                true, item, {"workbook.label_changed", {{"label", label->second}}}, place(row, 1)
            );
            return false;
        }
        result_.rows.insert(item);
        return true;
    }

    /// A row of an unknown name with something in its cells was typed by somebody.
    void tell_unknown_row(const SheetRow& row)
    {
        if (kind_ == Kind::none) return;
        const std::size_t first = kind_ == Kind::measures ? at(MeasureColumn::value)
                                  : kind_ == Kind::tasks  ? at(TaskColumn::state)
                                                          : 1;
        for (std::size_t i = first; i < columns_.size(); ++i) {
            if (columns_[i] == no_column || text_at(row, columns_[i]).empty()) continue;
            remark(true, {}, {"workbook.row_unknown"}, place(row, columns_[i]));
            return;
        }
    }

    void tell_stray_cells(const SheetRow& row, int key_column)
    {
        for (const auto& cell : row.cells) {
            if (cell.column == key_column ||
                std::ranges::find(columns_, cell.column) != columns_.end())
                continue;
            if (kind_ == Kind::activity && cell.column == number_column_) continue;
            remark(
                false, {}, {"workbook.stray_cell", {{"typed", cell.text}}}, place(row, cell.column)
            );
        }
    }

    // ---- what the cells say

    /// The cell's text by one of the readers of workbook_cells.hpp; its problem becomes a remark.
    template <class Read>
    std::string take(const SheetRow& row, int column, const std::string& item, Read&& read)
    {
        const auto* cell = column == no_column ? nullptr : row.cell(column);
        if (cell == nullptr) return {};
        auto found = read(*cell);
        if (found.problem) {
            remark(true, item, *found.problem, place(row, column));
            return {};
        }
        if (cell->is_formula)
            remark(
                false, item, {"workbook_cell.formula", {{"typed", found.text}}}, place(row, column)
            );
        return found.text;
    }

    void read_measure_row(const SheetRow& row, const Key& key)
    {
        const auto item = item_of(key.key);
        const auto element = key.key.substr(key.key.rfind('/') + 1);
        const MeasureId id(item.substr(5));
        const auto* form_row = expected_.form.row(id);
        const auto in = [&](MeasureColumn column) { return columns_[at(column)]; };
        auto& found = found_[item];
        const auto value_column = in(MeasureColumn::value);
        auto value = take(row, value_column, item, number_in);
        if (form_row->indicator.shape == Shape::yes_no ||
            form_row->indicator.shape == Shape::months)
            value = yes_or_no(row, value, item, form_row->indicator.shape);
        if (found.seen.contains(element) && found.cell.typed[element] != value) {
            remark(true, item, {"workbook.row_twice"}, place(row, value_column));
            return;
        }
        found.seen.insert(element);
        if (!value.empty()) {
            found.cell.typed[element] = value;
            found.places.push_back({sheet_->name, value_column, row.number});
        }
        take_once(row, in(MeasureColumn::kind), item, found.kind);
        take_once(row, in(MeasureColumn::state), item, found.state);
        take_once(row, in(MeasureColumn::reason), item, found.cell.reason);
        take_once(row, in(MeasureColumn::note), item, found.cell.note);
        found.where = place(row, value_column);
    }

    /// A text that stands once for all rows of a measure.
    void take_once(const SheetRow& row, int column, const std::string& item, std::string& into)
    {
        const auto text = take(row, column, item, text_in);
        if (text.empty()) return;
        if (!into.empty() && into != text)
            remark(true, item, {"workbook.said_twice", {{"typed", text}}}, place(row, column));
        into = text;
    }

    std::string
    yes_or_no(const SheetRow& row, const std::string& value, const std::string& item, Shape shape)
    {
        if (value.empty() || state_named(value)) return value;
        const auto no = say_(shape == Shape::months ? "workbook_file.no" : "value.not_yet", {});
        if (name_key(value) == name_key(say_("value.yes", {}))) return "1";
        if (name_key(value) == name_key(no)) return "0";
        remark(
            true,
            item,
            {"workbook_cell.not_in_list", {{"typed", value}}},
            place(row, columns_[at(MeasureColumn::value)])
        );
        return {};
    }

    /// Kind and state of a measure, once all its rows were seen.
    void settle_cells()
    {
        for (auto& [item, found] : found_) {
            auto& cell = found.cell;
            cell.kind = expected_.is_estimated ? ValueKind::estimate : ValueKind::official;
            take_choice(
                item,
                found,
                found.kind,
                std::array{ValueKind::estimate, ValueKind::official, ValueKind::adjusted},
                cell.kind
            );
            take_choice(
                item,
                found,
                found.state,
                std::array{ValueState::value, ValueState::not_arising, ValueState::not_applicable},
                cell.state
            );
            if (cell.state == ValueState::value && cell.typed.empty() && cell.reason.empty() &&
                cell.note.empty())
                continue;
            cell.origin = origin_of(found.places);
            result_.origins[item] = cell.origin.empty() ? found.where : cell.origin;
            if (cell.origin.empty()) cell.origin = found.where;
            result_.answers.cells[MeasureId(item.substr(5))] = cell;
        }
    }

    struct CellPlace {
        std::string sheet{};
        int column = 0;
        int row = 0;
    };
    struct FoundCell {
        TypedCell cell{};
        std::string kind{};
        std::string state{};
        std::set<std::string> seen{};
        std::vector<CellPlace> places{};
        std::string where{};
    };

    template <class Choice, std::size_t count>
    void take_choice(
        const std::string& item,
        const FoundCell& found,
        const std::string& said,
        const std::array<Choice, count>& choices,
        Choice& into
    )
    {
        if (said.empty()) return;
        for (const auto choice : choices) {
            if (name_key(words_of(choice, say_)) != name_key(said)) continue;
            into = choice;
            return;
        }
        if constexpr (std::is_same_v<Choice, ValueState>) {
            if (const auto named = state_named(said)) {
                into = *named;
                return;
            }
        }
        remark(true, item, {"workbook_cell.not_in_list", {{"typed", said}}}, found.where);
    }

    /// "Biểu 1!G7:G8" where the cells stand one below the other, else "Biểu 1!G7, G12".
    static std::string origin_of(const std::vector<CellPlace>& places)
    {
        if (places.empty()) return {};
        auto text =
            places.front().sheet + "!" + cell_address(places.front().column, places.front().row);
        bool is_block = true;
        for (std::size_t i = 1; i < places.size(); ++i)
            is_block = is_block && places[i].sheet == places[0].sheet &&
                       places[i].column == places[0].column &&
                       places[i].row == places[i - 1].row + 1;
        if (places.size() > 1 && is_block)
            return text + ":" + cell_address(places.back().column, places.back().row);
        for (std::size_t i = 1; i < places.size(); ++i)
            text += ", " + cell_address(places[i].column, places[i].row);
        return text;
    }

    void read_task_row(const SheetRow& row, const Key& key)
    {
        const auto in = [&](TaskColumn column) { return columns_[at(column)]; };
        const auto& item = key.key;
        TaskAnswer answer;
        const auto state = take(row, in(TaskColumn::state), item, text_in);
        const auto day = take(row, in(TaskColumn::done_on), item, [&](const SheetCell& cell) {
            return day_in(cell, year_);
        });
        answer.done_on = parse_iso_date(day);
        answer.result = take(row, in(TaskColumn::result), item, text_in);
        answer.product = take(row, in(TaskColumn::product), item, text_in);
        answer.difficulty = take(row, in(TaskColumn::difficulty), item, text_in);
        const bool is_empty = state.empty() && !answer.done_on && answer.result.empty() &&
                              answer.product.empty() && answer.difficulty.empty();
        if (is_empty) return;
        const auto where = place(row, in(TaskColumn::state));
        if (!take_task_state(state, answer.state)) {
            remark(
                true,
                item,
                state.empty() ? Problem{"workbook_cell.state_missing"}
                              : Problem{"workbook_cell.not_in_list", {{"typed", state}}},
                where
            );
            return;
        }
        auto& answers = item.starts_with("task/") ? result_.answers.tasks : result_.answers.duties;
        const auto [kept, is_new] = answers.emplace(item.substr(5), answer);
        if (!is_new && kept->second != answer) remark(true, item, {"workbook.row_twice"}, where);
        result_.origins[item] = where;
    }

    bool take_task_state(const std::string& said, TaskState& into) const
    {
        for (const auto state :
             {TaskState::not_started, TaskState::under_way, TaskState::finished}) {
            if (said.empty() || name_key(words_of(state, say_)) != name_key(said)) continue;
            into = state;
            return true;
        }
        return false;
    }

    void read_narrative_row(const SheetRow& row, const Key& key)
    {
        const auto text = take(row, columns_[1], key.key, text_in);
        if (text.empty()) return;
        const auto [kept, is_new] =
            result_.answers.narrative.emplace(key.key.substr(key.key.find('/') + 1), text);
        if (!is_new && kept->second != text)
            remark(true, key.key, {"workbook.row_twice"}, place(row, columns_[1]));
        result_.origins[key.key] = place(row, columns_[1]);
    }

    void begin_activity(const SheetRow& row, const Key& key)
    {
        const auto name = key.key.substr(std::string_view("activity/").size());
        const auto found = std::ranges::find(expected_.form.activities, name, &ActivityTable::key);
        kind_ = Kind::activity;
        columns_.clear();
        table_ = found == expected_.form.activities.end() ? nullptr : &*found;
        if (table_ == nullptr) {
            kind_ = Kind::none;
            remark(true, key.key, {"workbook.row_gone"}, place(row, 1));
            return;
        }
        number_column_ = no_column;
        for (const auto& cell : row.cells) {
            if (cell.column != key.column && number_column_ == no_column)
                number_column_ = cell.column;
        }
        if (result_.rows.contains(key.key))
            remark(true, key.key, {"workbook.row_twice"}, place(row, 1));
        result_.rows.insert(key.key);
        result_.answers.activities[name];
    }

    void read_activity_row(const SheetRow& row, const Key& key)
    {
        const auto item = "activity/" + table_->key;
        if (key.key.starts_with("row/") && key.key.substr(4) != table_->key) {
            remark(true, item, {"workbook.row_moved"}, place(row, 1));
            return;
        }
        ActivityRow answer;
        for (std::size_t i = 0; i < table_->columns.size(); ++i) {
            const auto& column = table_->columns[i];
            auto text = kept_text(
                column,
                activity_text(row, columns_[i], column.kind, item),
                year_,
                [&](const std::string& choice) { return words_of(*table_, column, choice, say_); }
            );
            if (!text.empty()) answer[column.key] = std::move(text);
        }
        tell_stray_cells(row, key.column);
        if (answer.empty()) return;
        auto& rows = result_.answers.activities[table_->key];
        if (rows.empty()) result_.origins[item] = place(row, columns_.front());
        rows.push_back(std::move(answer));
    }

    std::string
    activity_text(const SheetRow& row, int column, ColumnKind kind, const std::string& item)
    {
        switch (kind) {
        case ColumnKind::text:
        case ColumnKind::link:
        case ColumnKind::choice:
            return squeeze(take(row, column, item, text_in));
        case ColumnKind::date:
            return take(row, column, item, [&](const SheetCell& cell) {
                return day_in(cell, year_);
            });
        case ColumnKind::number:
        case ColumnKind::money:
            return take(row, column, item, number_in);
        }
        return {};
    }

    // ---- at the end

    /// What holds an error is not taken at all: half an item would be silently wrong.
    void drop_faulty()
    {
        for (const auto& remark : result_.remarks) {
            if (!remark.is_error || remark.item.empty()) continue;
            const auto slash = remark.item.find('/');
            const auto id = remark.item.substr(slash + 1);
            const auto kind = remark.item.substr(0, slash);
            if (kind == "cell") result_.answers.cells.erase(MeasureId(id));
            if (kind == "task") result_.answers.tasks.erase(id);
            if (kind == "duty") result_.answers.duties.erase(id);
            if (kind == "activity") result_.answers.activities.erase(id);
            if (kind == "narrative") result_.answers.narrative.erase(id);
        }
    }

    void tell_missing()
    {
        std::set<std::string> told;
        for (const auto& remark : result_.remarks)
            told.insert(remark.item);
        for (const auto& [key, label] : now_) {
            const auto item = item_of(key);
            if (result_.rows.contains(item) || !told.insert(item).second) continue;
            remark(false, item, {"workbook.row_missing", {{"label", label}}}, {});
        }
    }

    const ReadIds& ids_;
    const UnitWorkbook& expected_;
    const WorkbookWords& say_;
    int year_;
    std::map<std::string, std::string> now_{};      ///< labels of the form as it is now, by key
    std::map<std::string, std::string> by_label_{}; ///< keys by label
    std::map<std::string, int> label_uses_{};
    std::vector<std::string> measure_heads_{};
    std::vector<std::string> task_heads_{};
    std::vector<std::string> narrative_heads_{};

    const Sheet* sheet_ = nullptr;
    Kind kind_ = Kind::none;
    Columns columns_{};
    const ActivityTable* table_ = nullptr;
    int number_column_ = no_column;
    std::map<std::string, FoundCell> found_{};
    ReadUnitWorkbook result_{};
};

} // namespace

ReadUnitWorkbook read_unit_workbook(
    const std::vector<Sheet>& sheets,
    const ReadIds& ids,
    const UnitWorkbook& expected,
    const WorkbookWords& say
)
{
    return Reader(ids, expected, say).read(sheets);
}

} // namespace tiendo::documents
