#include "documents/workbook/workbook_lines.hpp"
#include "documents/workbook/workbook_sheets.hpp"

namespace tiendo::documents {
namespace {

using Shows = CellStyle::Shows;
using Sheets = WorkbookSheets;

int column_of(TaskColumn column)
{
    return static_cast<int>(column) + 1;
}

class TaskSheet {
public:
    explicit TaskSheet(Sheets& sheets)
        : sheets_(sheets), sheet_(sheets.book.add_sheet(sheets.say("workbook_file.tasks")))
    {
        sheet_.set_columns({0, 7, 54, 11, 12, 16, 14, 34, 22, 26});
    }

    void write()
    {
        const int head = sheets_.write_title(
            sheet_,
            column_of(TaskColumn::difficulty),
            sheets_.say("workbook_file.tasks_title"),
            "workbook_file.tasks_hint"
        );
        std::vector<std::string> heads;
        for (int i = 0; i <= static_cast<int>(TaskColumn::difficulty); ++i)
            heads.push_back(head_of(static_cast<TaskColumn>(i), sheets_.words));
        sheets_.write_heads(sheet_, head, heads);
        row_ = head + 1;
        const auto& workbook = sheets_.workbook;
        for (const auto& clause : workbook.form.clauses) {
            write_names({"duty/" + clause.id, "", clause.text, "workbook_file.duty", {}});
            write_answer(workbook.answers.duties, clause.id);
        }
        for (const auto& [task, part] : workbook.form.tasks) {
            const auto* role = part == Part::lead ? "entry.leads" : "entry.supports";
            write_names({"task/" + task.id, task.id, task_text(task), role, task.due});
            write_answer(workbook.answers.tasks, task.id);
        }
        sheet_.finish(sheets_.page(head, 3));
    }

private:
    struct Names {
        std::string key{};
        std::string code{};
        std::string text{};
        const char* role = "";
        std::optional<Date> due{};
    };

    void write_names(const Names& names)
    {
        sheet_.text(row_, 0, names.key, Sheets::key_style);
        sheet_.text(row_, column_of(TaskColumn::code), names.code, Sheets::code_style);
        sheet_.text(row_, column_of(TaskColumn::text), names.text, Sheets::label_style);
        sheet_.text(
            row_, column_of(TaskColumn::part), sheets_.say(names.role), Sheets::centred_style
        );
        sheet_.text(
            row_,
            column_of(TaskColumn::due),
            names.due ? vietnamese_date(*names.due) : "",
            Sheets::centred_style
        );
        sheet_.at_least(row_, 36);
    }

    void write_answer(const std::map<std::string, TaskAnswer>& answers, const std::string& id)
    {
        const auto found = answers.find(id);
        const bool is_given = found != answers.end();
        const auto answer = is_given ? found->second : TaskAnswer{};
        const auto& say = sheets_.words;
        const auto state = column_of(TaskColumn::state);
        sheet_.text(row_, state, is_given ? words_of(answer.state, say) : "", Sheets::chosen());
        sheet_.rule(
            row_,
            row_,
            state,
            sheets_.choice_of(
                {words_of(TaskState::not_started, say),
                 words_of(TaskState::under_way, say),
                 words_of(TaskState::finished, say)}
            )
        );
        const auto day = column_of(TaskColumn::done_on);
        if (answer.done_on)
            sheet_.day(row_, day, *answer.done_on, Sheets::input(Shows::date));
        else
            sheet_.blank(row_, day, Sheets::input(Shows::date));
        sheet_.rule(row_, row_, day, sheets_.day_rule());
        const auto text = Sheets::input(Shows::text);
        sheet_.text(row_, column_of(TaskColumn::result), answer.result, text);
        sheet_.text(row_, column_of(TaskColumn::product), answer.product, text);
        sheet_.text(row_, column_of(TaskColumn::difficulty), answer.difficulty, text);
        ++row_;
    }

    Sheets& sheets_;
    XlsxSheet sheet_;
    int row_ = 0;
};

} // namespace

void write_task_sheet(WorkbookSheets& sheets)
{
    const auto& form = sheets.workbook.form;
    if (!form.tasks.empty() || !form.clauses.empty()) TaskSheet(sheets).write();
}

} // namespace tiendo::documents
