#pragma once

#include "web/request.hpp"

namespace tiendo::web {

/// What the library's editor sends of an entry of victims who were served, for tests.
inline Fields library_entry_fields(const char* formula, const char* divisor, const char* act)
{
    return {
        {"name", "Người bị bạo lực được hỗ trợ"},
        {"shape", "ratio"},
        {"numerator", "Số người được hỗ trợ"},
        {"denominator", "Số người được phát hiện"},
        {"formula", formula},
        {"divisor", divisor},
        {"factor", "100"},
        {"unit", "%"},
        {"across_units", "sum"},
        {"across_time", "sum"},
        {"counting", "per_period"},
        {"decimals", "2"},
        {"small_denominator", "0"},
        {"breakdown", "none"},
        {"sensitive", "1"},
        {"viec", act},
    };
}

} // namespace tiendo::web
