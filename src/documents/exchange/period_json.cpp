#include "documents/exchange/period_json.hpp"

#include "documents/exchange/json_reader.hpp"

namespace tiendo::documents {
namespace {

namespace bj = boost::json;

std::optional<Instant> instant(const bj::object& object, std::string_view key)
{
    const auto* value = json::member(object, key);
    if (value == nullptr) return std::nullopt;
    return Instant{json::whole(object, key)};
}

Date required_day(const bj::object& object, std::string_view key)
{
    const auto day = json::day(object, key);
    if (!day) throw json::Unexpected{std::string(key)};
    return *day;
}

bj::object presented_object(const Presented& presented)
{
    bj::object object{
        {"from", name_of(presented.from)},
        {"by", presented.by},
        {"at", presented.at.seconds},
    };
    json::put_if(object, "incomplete_reason", presented.incomplete_reason);
    return object;
}

std::optional<Presented> presented_in(const bj::object& state)
{
    const auto* value = json::member(state, "presented");
    if (value == nullptr) return std::nullopt;
    const auto& object = json::object_of(*value, "presented");
    const auto from = stage_named(json::text(object, "from"));
    if (!from) throw json::Unexpected{"from"};
    return Presented{
        *from,
        json::text(object, "by"),
        {json::whole(object, "at")},
        json::text(object, "incomplete_reason")
    };
}

} // namespace

std::string to_json(const Period& period)
{
    bj::object object;
    object["id"] = period.id.str();
    object["from"] = iso_date(period.window.from);
    object["to"] = iso_date(period.window.to);
    object["deadline"] = period.deadline.seconds;
    json::put_if(object, "deadline_reason", period.deadline_reason);
    object["state"] = period.state == PeriodState::open ? "open" : "locked";
    bj::array units;
    for (const auto& unit : period.units)
        units.emplace_back(unit.str());
    object["units"] = std::move(units);
    if (period.own_report_due) object["own_report_due"] = iso_date(*period.own_report_due);
    return bj::serialize(object);
}

Result<Period> parse_period_body(std::string_view text)
{
    return json::reading(text, [](const bj::object& object) {
        Period period;
        period.id = PeriodId(json::text(object, "id"));
        period.window = {required_day(object, "from"), required_day(object, "to")};
        period.deadline = {json::whole(object, "deadline")};
        period.deadline_reason = json::text(object, "deadline_reason");
        period.state =
            json::text(object, "state") == "locked" ? PeriodState::locked : PeriodState::open;
        for (const auto& unit : json::texts(object, "units"))
            period.units.emplace_back(unit);
        period.own_report_due = json::day(object, "own_report_due");
        return period;
    });
}

std::string to_json(const ReportState& state)
{
    bj::object object;
    if (state.submitted_at) object["submitted_at"] = state.submitted_at->seconds;
    json::put_if(object, "reason", state.reason);
    if (state.own_deadline) object["own_deadline"] = state.own_deadline->seconds;
    json::put_if(object, "leader_reason", state.leader_reason);
    if (state.presented) object["presented"] = presented_object(*state.presented);
    return bj::serialize(object);
}

Result<ReportState> parse_report_state(ReportState state, std::string_view text)
{
    return json::reading(text, [&](const bj::object& object) {
        state.submitted_at = instant(object, "submitted_at");
        state.reason = json::text(object, "reason");
        state.own_deadline = instant(object, "own_deadline");
        state.leader_reason = json::text(object, "leader_reason");
        state.presented = presented_in(object);
        return std::move(state);
    });
}

} // namespace tiendo::documents
