#include "app/org/directory.hpp"

#include "documents/exchange/unit_json.hpp"

namespace tiendo::app {

UnitDirectory directory(Work& work)
{
    std::vector<Unit> units;
    for (const auto& record : work.kept.units().all()) {
        Unit unit;
        unit.id = UnitId(record.id);
        unit.code = record.code;
        unit.parent = UnitId(record.parent);
        unit.valid_from = record.valid_from;
        unit.valid_to = record.valid_to;
        auto read = documents::parse_unit(std::move(unit), record.body);
        ensure(read.has_value(), "a unit that was kept can be read");
        units.push_back(std::move(read).value());
    }
    std::vector<Succession> successions;
    for (const auto& record : work.kept.units().successions()) {
        successions.push_back({UnitId(record.predecessor), UnitId(record.successor), record.on_day}
        );
    }
    return UnitDirectory(std::move(units), std::move(successions));
}

std::string person_named(Work& work, const std::string& login)
{
    const auto account = work.kept.accounts().get(login);
    return account && !account->name.empty() ? account->name : login;
}

WorkingDays working_days(Work& work)
{
    std::set<Date> holidays;
    for (const auto& holiday : work.kept.library().holidays())
        holidays.insert(holiday.day);
    return WorkingDays(std::move(holidays));
}

} // namespace tiendo::app
