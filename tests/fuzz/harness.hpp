#pragma once

#include <string_view>

/// What a harness does with one input; whatever it is, nothing may break.
void try_input(std::string_view input);
