#pragma once

#include "domain/org/unit.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace tiendo {

/// Who a person is in the product (docs/glossary.md, "People").
enum class Role {
    entry,       ///< công chức đầu mối: types and submits for its own unit
    unit_leader, ///< lãnh đạo đơn vị
    monitor,     ///< chuyên viên theo dõi: runs the plan
    field_lead,  ///< phụ trách lĩnh vực: sees all, remarks
    leader,      ///< lãnh đạo UBND: sees all
    admin,       ///< quản trị: units, accounts, backup; no figures
};

/// What a route or use case asks for. Every route names one; silence means forbidden.
enum class Right {
    public_page,     ///< anybody, signed in or not
    signed_in,       ///< any account
    see_plan,        ///< the plan and its figures for all units
    edit_plan,       ///< decide, correct, open periods, assign
    enter_report,    ///< type and submit for a unit in scope
    approve_entry,   ///< the unit's own leader: hands in what was presented, or gives it back
    see_report,      ///< a unit's report and cells in scope
    review_reports,  ///< accept, return, reopen, exclude, type in from paper
    write_report,    ///< the consolidated report
    approve_report,  ///< the head of the office: lets it go to be signed
    sign_report,     ///< whoever signs or reads it before it is issued: gives it back
    manage_units,    ///< units and their reorganisation
    manage_accounts, ///< accounts of the whole system
    manage_holidays, ///< public holidays and made-up working days
    see_journal,
};

/// Who acts.
struct Actor {
    std::string login{};
    std::string name{};
    UnitId unit{};
    std::set<Role> roles{};

    bool has(Role role) const { return roles.contains(role); }

    friend bool operator==(const Actor&, const Actor&) = default;
};

/// A post of a person: what roles are held in which unit. A person may hold several and works in
/// one of them at a time; rights follow that one alone.
struct Position {
    UnitId unit{};
    std::set<Role> roles{};

    friend bool operator==(const Position&, const Position&) = default;
};

/// The same person, at work in that position.
Actor in_position(Actor person, const Position& position);

/// Whether the actor has the right, for things of that unit where it concerns one.
bool may(const Actor& actor, Right right, const UnitId& unit = {});

const char* name_of(Role role);
std::optional<Role> role_named(std::string_view name);

} // namespace tiendo
