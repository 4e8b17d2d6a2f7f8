#pragma once

#include <optional>
#include <string>
#include <vector>

namespace tiendo::documents {

/// "Đơn vị chủ trì: Phòng Y tế": lead, with, due, product or note, and what stands behind the
/// colon.
struct TaskField {
    std::string role{};
    std::string value{};
};

/// The text as one field.
std::optional<TaskField> task_field(const std::string& text);

/// The fields of a text that begins with one: "Chủ trì: Sở Y tế; phối hợp: Sở Tài chính".
std::vector<TaskField> task_fields(const std::string& text);

/// The same of a line of its own below a task, whose only field takes the whole line.
std::vector<TaskField> fields_of_line(const std::string& text);

/// "...; thời gian: quý III năm 2024; đơn vị thực hiện: Khoa Điện": fields inside a sentence.
std::vector<TaskField> fields_inside(const std::string& text);

} // namespace tiendo::documents
