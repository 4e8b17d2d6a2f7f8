#pragma once

#include "app/issuing/superior_forms.hpp"
#include "web/messages.hpp"
#include "web/views/choices.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What rows, columns and single cells of a superior's form can be filled with, as lists to choose
/// from and in words.
namespace tiendo::web {

/// So that a list of choices stays readable.
std::string shortened(const std::string& text);
/// "A" for column 0.
std::string letters_of(int column);

/// "m:3.2a", "u:sa-loong", "t:2.1", as a choice is sent.
FormSubject subject_named(std::string_view name);
std::string name_of_subject(const FormSubject& subject);

std::vector<view::Choice>
measure_labels(const app::SuperiorForm& form, const std::string& prefix, const Wording& words);
std::vector<view::Choice> unit_labels(const app::SuperiorForm& form, const std::string& prefix);
std::vector<view::Choice> task_labels(const app::SuperiorForm& form, const std::string& prefix);

/// Measures and units, and with them tasks, in groups.
view::List subject_groups(
    const app::SuperiorForm& form, const FormSubject& chosen, bool with_tasks, const Wording& words
);
/// What a column, or with all of them a single cell, may be filled with.
view::List
kind_groups(const std::optional<FilledWith>& chosen, bool with_all, const Wording& words);

/// "2.4.1": sheet, row and cell of a place, and back.
std::string name_of_place(const FormPlace& place);
FormPlace place_named(std::string_view name);

/// "Biểu 1!C5"; of a document "bảng 1, dòng 2, ô 3".
std::string words_of_place(const FormTables& tables, const FormPlace& place, const Wording& words);
/// "3.2a Người bị bạo lực … – Kết quả – Sa Loong".
std::string
words_of_filling(const app::SuperiorForm& form, const Filling& filling, const Wording& words);

} // namespace tiendo::web
