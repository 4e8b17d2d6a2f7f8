#pragma once

#include "domain/indicator/indicator.hpp"
#include "web/messages.hpp"
#include "web/request.hpp"
#include "web/views/view.hpp"

namespace tiendo::web {

/// The entry as the form has it, over what it was before: what the form does not ask stays.
Indicator indicator_in(const Request& request, Indicator entry);

/// The fields of the form, with each choice.
view::Object indicator_fields(const Indicator& entry, const Wording& words);

/// Under a formula with a fault: the sentence, and the formula with the place marked.
void show_formula_fault(
    view::Object& data, const Indicator& entry, const Error& error, const Wording& words
);

} // namespace tiendo::web
