#pragma once

#include "app/report/reports.hpp"

#include <string>

namespace tiendo::app {

/// The body of a draft's item now; empty where nothing is answered.
std::string body_in_draft(const UnitReport& report, const std::string& item);

/// Whether two bodies say the same: however a number is written, and wherever it came from.
bool say_the_same(
    const UnitReport& report, const std::string& item, const std::string& a, const std::string& b
);

/// Saves an item of the draft, or removes it where the body is empty.
Result<Done> put_in_draft(
    Work& work, const UnitReport& report, const std::string& item, const std::string& body
);

} // namespace tiendo::app
