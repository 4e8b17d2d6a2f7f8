#pragma once

#include "app/work.hpp"
#include "domain/org/unit.hpp"

#include <string>

namespace tiendo::app {

/// All units, past and present. Read with the transaction; no right is needed to know them.
UnitDirectory directory(Work& work);

/// The name of the person behind a login, as pages show who did something; the login itself where
/// the account is gone.
std::string person_named(Work& work, const std::string& login);

} // namespace tiendo::app
