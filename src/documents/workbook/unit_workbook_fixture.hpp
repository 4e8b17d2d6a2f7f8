#pragma once

#include "documents/workbook/unit_workbook.hpp"

/// For tests: a form with every shape of measure, two tasks and a duty, and words that are their
/// own keys.
namespace tiendo::documents {

UnitWorkbook empty_workbook();
/// Answers to all of it.
WorkbookAnswers full_answers();

std::string said(std::string_view key, const std::map<std::string, std::string>& args);
std::string sealed(std::string_view text);

} // namespace tiendo::documents
