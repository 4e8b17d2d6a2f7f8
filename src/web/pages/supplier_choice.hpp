#pragma once

#include "base/result.hpp"
#include "domain/plan/plan.hpp"
#include "web/request.hpp"
#include "web/views/view.hpp"

#include <set>
#include <string>
#include <vector>

namespace tiendo::web {

/// Who may answer a measure or lead a task, as boxes to check. Of very many units there are boxes
/// for all communes below another unit, for the few others and for those that were chosen one by
/// one; any other one is typed by its name.
class SupplierChoice {
public:
    /// The units that stood on the plan's last day.
    SupplierChoice(const Plan& plan, const UnitDirectory& directory);

    bool are_many() const { return are_many_; }
    /// Those with a box or an option of their own.
    const std::vector<const Unit*>& offered() const { return offered_; }
    std::vector<UnitId> communes() const;

    /// Fills "units", and where they are many "groups", "has_groups", "all_communes_chosen",
    /// "has_rest" and "rest".
    void show(view::Object& data, const UnitIds& chosen, const std::string& prefix) const;
    /// What was checked, names aside.
    std::vector<UnitId> checked(const Fields& form, const UnitIds& before) const;
    /// What was checked and typed; of very many, whoever supplied before keeps its place.
    Result<std::vector<UnitId>> read(const Fields& form, const UnitIds& before) const;
    Result<std::vector<UnitId>> typed(std::string_view text) const;

private:
    std::vector<UnitId> in_order(std::set<UnitId> wanted, const std::vector<UnitId>& first) const;

    struct Group {
        UnitId above{};
        std::vector<UnitId> units{};
    };
    /// How the form tells who was chosen.
    struct Told {
        bool all_communes = false;
        std::vector<const Group*> groups{};
        std::vector<UnitId> single{};
        std::vector<UnitId> rest{};
    };
    void make_groups();
    Told told(const UnitIds& chosen) const;

    UnitDirectory directory_;
    Date day_;
    std::vector<const Unit*> units_{};
    std::vector<const Unit*> offered_{};
    std::vector<Group> groups_{};
    bool are_many_ = false;
};

/// Boxes or options of units.
view::List unit_choices(
    const std::vector<const Unit*>& units,
    const std::vector<UnitId>& chosen,
    const std::string& prefix
);

} // namespace tiendo::web
