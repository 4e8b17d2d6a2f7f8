#include "domain/submission/standing.hpp"

namespace tiendo {

Standing standing_of(Stage stage, const Timing& timing, UnitKind kind)
{
    switch (stage) {
    case Stage::accepted:
    case Stage::locked:
        return Standing::accepted;
    case Stage::submitted:
        return Standing::submitted;
    case Stage::separate:
        return Standing::separate;
    case Stage::excluded:
        return Standing::excluded;
    case Stage::returned:
        return Standing::returned;
    case Stage::drafting:
    case Stage::awaiting_leader:
    case Stage::withdrawn:
        break;
    }
    if (kind == UnitKind::front || kind == UnitKind::mass_organisation)
        return Standing::cooperating;
    return timing.timeliness == Timeliness::overdue ? Standing::overdue : Standing::not_yet;
}

bool is_awaited(Standing standing)
{
    switch (standing) {
    case Standing::returned:
    case Standing::overdue:
    case Standing::not_yet:
    case Standing::cooperating:
        return true;
    case Standing::accepted:
    case Standing::submitted:
    case Standing::separate:
    case Standing::excluded:
        return false;
    }
    return false;
}

const char* name_of(Standing standing)
{
    switch (standing) {
    case Standing::accepted:
        return "accepted";
    case Standing::submitted:
        return "submitted";
    case Standing::returned:
        return "returned";
    case Standing::overdue:
        return "overdue";
    case Standing::not_yet:
        return "not_yet";
    case Standing::separate:
        return "separate";
    case Standing::cooperating:
        return "cooperating";
    case Standing::excluded:
        return "excluded";
    }
    return "not_yet";
}

} // namespace tiendo
