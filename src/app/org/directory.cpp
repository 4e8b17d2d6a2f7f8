#include "app/org/directory.hpp"

#include "documents/exchange/unit_json.hpp"

#include <deque>
#include <mutex>

namespace tiendo::app {
namespace {

/// The directories that were made last. A version stands for one list of units for ever (it is
/// written anew with each change, in the same transaction), so what is found here never is stale,
/// whichever store or server process made it.
class Made {
public:
    std::optional<UnitDirectory> find(const std::string& version)
    {
        const std::lock_guard lock(mutex_);
        for (const auto& [known, units] : directories_)
            if (known == version) return units;
        return std::nullopt;
    }

    void remember(const std::string& version, const UnitDirectory& units)
    {
        const std::lock_guard lock(mutex_);
        directories_.emplace_front(version, units);
        if (directories_.size() > kept_max) directories_.pop_back();
    }

private:
    static constexpr std::size_t kept_max = 4;

    std::mutex mutex_;
    std::deque<std::pair<std::string, UnitDirectory>> directories_;
};

Made& made()
{
    static Made directories;
    return directories;
}

UnitDirectory read_directory(Work& work)
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
        successions.push_back(
            {UnitId(record.predecessor),
             UnitId(record.successor),
             record.on_day,
             documents::succession_kind_named(record.kind).value_or(SuccessionKind::merged),
             Decimal::parse(record.share)}
        );
    }
    return UnitDirectory(std::move(units), std::move(successions));
}

} // namespace

UnitDirectory directory(Work& work)
{
    const auto version = work.kept.units().version();
    if (version.empty()) return read_directory(work);
    if (auto known = made().find(version)) return std::move(*known);
    auto units = read_directory(work);
    made().remember(version, units);
    return units;
}

std::string person_named(Work& work, const std::string& login)
{
    const auto account = work.kept.accounts().get(login);
    return account && !account->name.empty() ? account->name : login;
}

} // namespace tiendo::app
