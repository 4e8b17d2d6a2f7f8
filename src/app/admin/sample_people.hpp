#pragma once

#include <array>
#include <string_view>

namespace tiendo::app {

/// The one password of all accounts of the sample world. It is printed and shown; the sample world
/// is served on loopback only.
inline constexpr std::string_view sample_password = "dao-tao-2023";

/// The people whom the sign-in page of the sample world offers.
struct SamplePerson {
    std::string_view key; ///< of its texts: sample_person.<key>_role, …_does
    std::string_view login;
};

constexpr auto sample_people()
{
    return std::array{
        SamplePerson{"monitor", "chuyenvien"},
        SamplePerson{"commune", "saloong"},
        SamplePerson{"commune_leader", "saloong-ld"},
        SamplePerson{"other_commune", "dakduc"},
        SamplePerson{"head", "truongphong"},
        SamplePerson{"leader", "pct"},
        SamplePerson{"admin", "quantri"},
    };
}

} // namespace tiendo::app
