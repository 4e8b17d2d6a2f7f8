#include "base/text.hpp"
#include "documents/package/sheets.hpp"
#include "documents/workbook/xlsx_book.hpp"
#include "documents/workbook/xlsx_calls.hpp"

#include <cstdlib>
#include <cstring>

namespace tiendo::documents {
namespace {

constexpr std::size_t list_characters_max = 255; ///< of a list in a cell, commas included

std::size_t characters_in(const std::vector<std::string>& choices)
{
    std::size_t count = choices.size();
    for (const auto& choice : choices)
        count += character_count(choice);
    return count;
}

/// Puts the place of a long list over the first choice that stands in the newest rule.
/// libxlsxwriter 1.1 copies the formula of a list twice and frees it once.
void stand_at(lxw_worksheet& sheet, const std::string& range)
{
    auto* rule = sheet.data_validations->stqh_first;
    while (rule->list_pointers.stqe_next != nullptr)
        rule = rule->list_pointers.stqe_next;
    std::free(rule->value_formula); // NOLINT: the library allocates in C
    rule->value_formula = ::strdup(range.c_str());
    if (rule->value_formula == nullptr) throw Fault("xlsx: no memory for a list");
}

} // namespace

std::string XlsxBook::range_of(const std::vector<std::string>& choices)
{
    auto& range = ranges_[choices];
    if (!range.empty()) return range;
    if (lists_ == nullptr) {
        lists_ = workbook_add_worksheet(book_, lists_sheet);
        if (lists_ == nullptr) throw Fault("xlsx: no sheet for long lists");
        worksheet_hide(lists_);
    }
    const auto column = static_cast<int>(ranges_.size()) - 1;
    for (std::size_t i = 0; i < choices.size(); ++i)
        require(worksheet_write_string(
            lists_, static_cast<lxw_row_t>(i), column_of(column), choices[i].c_str(), nullptr
        ));
    const auto letters = column_letters(column + 1);
    range = std::string(lists_sheet) + "!$" + letters + "$1:$" + letters + "$" +
            std::to_string(choices.size());
    return range;
}

void XlsxSheet::rule(int first_row, int last_row, int column, const CellRule& rule)
{
    lxw_data_validation validation{};
    validation.ignore_blank = LXW_VALIDATION_ON;
    validation.show_error = LXW_VALIDATION_ON;
    validation.show_input = LXW_VALIDATION_ON;
    validation.error_type =
        rule.is_strict ? LXW_VALIDATION_ERROR_TYPE_STOP : LXW_VALIDATION_ERROR_TYPE_WARNING;
    validation.error_title = writable(rule.title);
    validation.error_message = writable(rule.message);
    std::vector<char*> choices;
    std::string range;
    switch (rule.kind) {
    case CellRule::Kind::whole_number:
        validation.validate = LXW_VALIDATION_TYPE_INTEGER;
        validation.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
        break;
    case CellRule::Kind::number:
        validation.validate = LXW_VALIDATION_TYPE_DECIMAL;
        validation.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
        break;
    case CellRule::Kind::date:
        validation.validate = LXW_VALIDATION_TYPE_DATE;
        validation.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
        validation.value_datetime = datetime_of(date(2000, 1, 1));
        break;
    case CellRule::Kind::choice:
        validation.validate = LXW_VALIDATION_TYPE_LIST;
        if (characters_in(rule.choices) > list_characters_max) range = book_.range_of(rule.choices);
        for (const auto& choice : rule.choices)
            if (range.empty() || choices.empty()) choices.push_back(writable(choice));
        choices.push_back(nullptr);
        validation.value_list = choices.data();
        break;
    }
    require(worksheet_data_validation_range(
        sheet_,
        row_of(first_row),
        column_of(column),
        row_of(last_row),
        column_of(column),
        &validation
    ));
    if (!range.empty()) stand_at(*sheet_, range);
}

} // namespace tiendo::documents
