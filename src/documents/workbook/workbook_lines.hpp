#pragma once

#include "documents/workbook/unit_workbook.hpp"

#include <string>
#include <vector>

namespace tiendo::documents {

/// A row that can be filled: its key stands in the hidden first column, its label can be read.
/// "cell/3.2a/num", "task/3.4", "duty/7", "activity/documents", "narrative/strengths".
struct WorkbookLine {
    std::string key{};
    std::string label{};

    friend bool operator==(const WorkbookLine&, const WorkbookLine&) = default;
};

/// All rows of a form, in their order.
std::vector<WorkbookLine> workbook_lines(const Form& form, const WorkbookWords& say);

/// What one number is: "Số nạn nhân được hỗ trợ", "Quý III", "Nam: …".
std::string
element_label(const Indicator& indicator, const std::string& element, const WorkbookWords& say);

/// A label as it is kept and compared: one line, and not longer than a hidden cell should be.
std::string label_of(std::string_view text);

/// What names a measure's row together: "3.2a | 80% nạn nhân … | Số nạn nhân được hỗ trợ".
std::string
measure_label(const std::string& code, const std::string& title, const std::string& element);

/// What stands in the column of tasks.
std::string task_text(const Task& task);

/// Heads of columns by what they hold; the same words are looked for when a file comes back.
enum class MeasureColumn {
    code,
    title,
    target,
    last_year,
    element,
    value,
    kind,
    state,
    reason,
    note
};
enum class TaskColumn { code, text, part, due, state, done_on, result, product, difficulty };

std::string head_of(MeasureColumn column, const WorkbookWords& say);
std::string head_of(TaskColumn column, const WorkbookWords& say);
std::string
head_of(const ActivityTable& table, const ActivityColumn& column, const WorkbookWords& say);

/// What the table is called: the office's own title, or the message.
std::string title_of(const ActivityTable& table, const WorkbookWords& say);

/// A kept text as it stands in the file: a choice by its name, all else as it is.
std::string words_of(
    const ActivityTable& table,
    const ActivityColumn& column,
    const std::string& kept,
    const WorkbookWords& say
);

/// The choices of a list and the words that they have in the file.
std::string words_of(ValueKind kind, const WorkbookWords& say);
std::string words_of(ValueState state, const WorkbookWords& say);
std::string words_of(TaskState state, const WorkbookWords& say);

} // namespace tiendo::documents
