#pragma once

#include "domain/form/activity_table.hpp"

#include <functional>
#include <string>

namespace tiendo {

/// What a choice is called in the language of whoever types it.
using ChoiceName = std::function<std::string(const std::string& choice)>;

/// What is kept of a text that was typed into a column: a day as "2023-11-28", a choice by its key,
/// all else as typed. What is no day, or none of the choices, is kept as typed too, and remarked
/// on (remarks_on). `year` completes a day that was typed without one.
std::string
kept_text(const ActivityColumn& column, std::string typed, int year, const ChoiceName& name_of);

} // namespace tiendo
