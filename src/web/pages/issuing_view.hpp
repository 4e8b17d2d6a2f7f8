#pragma once

#include "app/issuing/issuing.hpp"
#include "domain/org/unit.hpp"
#include "web/request.hpp"
#include "web/views/view.hpp"
#include "web/visit.hpp"

#include <string>

namespace tiendo::web {

/// What the page of issuing shows, and what was typed into a form of it that was refused.
struct IssuingView {
    PlanId plan{};
    PeriodId period{};
    app::IssuingReport report{};
    const Fields* typed = nullptr;
    bool scan_was_refused = false;
};

/// "/ke-hoach/1/phat-hanh/2023"
std::string issuing_base(const PlanId& plan, const PeriodId& period);

void show_stages(view::Object& data, const IssuingView& shown, const Visit& visit);
void show_points(view::Object& data, const IssuingView& shown, const Visit& visit);
void show_acts(view::Object& data, const IssuingView& shown, const Visit& visit);
/// Persons and units are named as the store knows them.
void show_past(view::Object& data, const IssuingView& shown, app::Work& work, const Visit& visit);

} // namespace tiendo::web
