#pragma once

#include "app/issuing/superior_forms.hpp"
#include "web/request.hpp"
#include "web/views/view.hpp"
#include "web/visit.hpp"

#include <string>

/// How a superior's form is shown while its cells are pointed at, and what is read from that page.
namespace tiendo::web {

/// A form of a plan, looked at in a period.
struct FormAddress {
    PlanId plan{};
    PeriodId period{};
    std::string form{};

    std::string list() const; ///< "/ke-hoach/1/bieu-cap-tren/2023"
    std::string page() const; ///< with the form's id
};
FormAddress form_in_path(const Request& request);

view::Object form_view(const app::SuperiorForm& form, const Wording& words, bool may_write);

/// All fillings as the page was sent: typed words first, then what rows and columns say; single
/// cells stay.
Fillings fillings_in(const Fields& sent, const app::SuperiorForm& form);

/// The single cell that was sent: sheet, address and what goes into it.
app::SingleCell single_cell_in(const Fields& sent);
} // namespace tiendo::web
