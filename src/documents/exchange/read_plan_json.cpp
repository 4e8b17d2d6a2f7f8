#include "documents/exchange/plan_json.hpp"
#include "documents/exchange/plan_json_names.hpp"
#include "domain/plan/plan_fields.hpp"

#include <fmt/format.h>

namespace tiendo::documents {
namespace {

namespace bj = boost::json;

LineRange read_range(const bj::object& object)
{
    const auto* value = json::member(object, "lines");
    if (value == nullptr) return {};
    if (!value->is_array() || value->get_array().size() != 2) throw json::Unexpected{"lines"};
    const auto at = [&](std::size_t i) {
        const auto& item = value->get_array()[i];
        if (!item.is_int64() || item.get_int64() < 0 || item.get_int64() > 10'000'000)
            throw json::Unexpected{"lines"};
        return static_cast<int>(item.get_int64());
    };
    return {at(0), at(1)};
}

/// A JSON number as the decimal that its shortest form shows; 26.05 is 26.05, not its binary
/// neighbour.
std::optional<Decimal> read_number(const bj::object& object, std::string_view key)
{
    const auto* value = json::member(object, key);
    if (value == nullptr) return std::nullopt;
    if (value->is_int64()) return Decimal(value->get_int64());
    const auto parsed =
        value->is_double() ? Decimal::parse(fmt::format("{}", value->get_double())) : std::nullopt;
    if (!parsed) throw json::Unexpected{std::string(key)};
    return parsed;
}

std::optional<std::string> optional_text(const bj::object& object, std::string_view key)
{
    if (json::member(object, key) == nullptr) return std::nullopt;
    return json::text(object, key);
}

template <class Enum, class Named>
std::optional<Enum> optional_named(const bj::object& object, std::string_view key, Named&& named)
{
    const auto name = json::text(object, key);
    if (name.empty()) return std::nullopt;
    const auto found = named(name);
    if (!found) throw json::Unexpected{std::string(key)};
    return found;
}

Quantity read_quantity(const bj::object& object)
{
    Quantity quantity;
    const auto comparator = optional_named<Comparator>(object, "comparator", comparator_named);
    const auto value = read_number(object, "value");
    if (!comparator || !value) throw json::Unexpected{"measures"};
    quantity.comparator = *comparator;
    quantity.value = *value;
    quantity.unit = json::text(object, "unit");
    quantity.baseline = read_number(object, "baseline");
    quantity.due = json::day(object, "due");
    quantity.every = optional_named<Cadence>(object, "every", cadence_named);
    if (json::member(object, "change") != nullptr) {
        quantity.change = json::named(plan_json::changes, object, "change", Change::increase);
    }
    return quantity;
}

ReadObjective read_objective(const bj::object& object)
{
    ReadObjective objective;
    objective.id = json::text(object, "id");
    objective.title = optional_text(object, "title");
    objective.lines = read_range(object);
    json::each_in(object, "targets", [&](const bj::object& item) {
        ReadTarget target;
        target.id = json::text(item, "id");
        target.text = json::text(item, "text");
        target.lines = read_range(item);
        json::each_in(item, "measures", [&](const bj::object& measure) {
            target.quantities.push_back(read_quantity(measure));
        });
        objective.targets.push_back(std::move(target));
    });
    return objective;
}

ReadTask read_task(const bj::object& object)
{
    ReadTask task;
    task.id = json::text(object, "id");
    task.objective = optional_text(object, "objective");
    task.group = optional_text(object, "group");
    task.text = json::text(object, "text");
    task.lines = read_range(object);
    task.lead = json::texts(object, "lead");
    task.with = json::texts(object, "with");
    task.due = json::day(object, "due");
    task.product = optional_text(object, "product");
    return task;
}

ReadReport read_report(const bj::object& object)
{
    ReadReport report;
    report.from = json::texts(object, "from");
    report.to = json::texts(object, "to");
    report.via = json::texts(object, "via");
    report.every = optional_named<Cadence>(object, "every", cadence_named);
    report.due = json::text(object, "due");
    report.before = json::flag(object, "before");
    report.lines = read_range(object);
    return report;
}

Finding read_finding(const bj::object& object)
{
    Finding finding;
    finding.code = json::text(object, "code");
    finding.severity = json::named(plan_json::severities, object, "severity", Severity::note);
    finding.lines = read_range(object);
    finding.message = json::text(object, "message");
    finding.message_en = json::text(object, "message_en");
    finding.suggestion = json::text(object, "suggestion");
    finding.suggestion_en = json::text(object, "suggestion_en");
    json::each_in(object, "repairs", [&](const bj::object& repair) {
        finding.repairs.push_back(
            {json::text(repair, "before"),
             json::text(repair, "after"),
             json::text(repair, "context")}
        );
    });
    return finding;
}

DocumentHead read_document(const bj::object& object)
{
    DocumentHead head;
    head.kind = json::text(object, "kind");
    head.number = json::text(object, "number");
    head.symbol = json::text(object, "symbol");
    head.issuer = json::text(object, "issuer");
    head.place = json::text(object, "place");
    head.date = json::day(object, "date");
    head.title = json::text(object, "title");
    head.period_from = json::day(json::object_at(object, "period"), "from");
    head.period_to = json::day(json::object_at(object, "period"), "to");
    json::each_in(object, "bases", [&](const bj::object& basis) {
        head.bases.push_back(
            {json::text(basis, "number"), json::day(basis, "date"), json::text(basis, "issuer")}
        );
    });
    const auto& signer = json::object_at(object, "signer");
    head.signer = {
        json::text(signer, "authority"),
        json::text(signer, "capacity"),
        json::text(signer, "position"),
        json::text(signer, "name")
    };
    return head;
}

PlanReading read_plan_object(const bj::object& object)
{
    PlanReading reading;
    reading.document = read_document(json::object_at(object, "document"));
    json::each_in(object, "objectives", [&](const bj::object& item) {
        reading.objectives.push_back(read_objective(item));
    });
    json::each_in(object, "tasks", [&](const bj::object& item) {
        reading.tasks.push_back(read_task(item));
    });
    json::each_in(object, "duties", [&](const bj::object& item) {
        reading.duties.push_back(
            {json::texts(item, "units"), json::text(item, "text"), read_range(item)}
        );
    });
    json::each_in(object, "reports", [&](const bj::object& item) {
        reading.reports.push_back(read_report(item));
    });
    json::each_in(object, "campaigns", [&](const bj::object& item) {
        reading.events.push_back(
            {json::text(item, "title"),
             json::text(item, "from"),
             json::text(item, "to"),
             read_range(item)}
        );
    });
    json::each_in(object, "recipients", [&](const bj::object& item) {
        reading.recipients.push_back({json::text(item, "name"), json::text(item, "role")});
    });
    reading.annexes_mentioned =
        static_cast<int>(json::whole(json::object_at(object, "annexes"), "mentioned"));
    reading.annexes_present =
        static_cast<int>(json::whole(json::object_at(object, "annexes"), "present"));
    json::each_in(object, "findings", [&](const bj::object& item) {
        reading.findings.push_back(read_finding(item));
    });
    return reading;
}

} // namespace

Result<PlanReading> parse_plan_json(std::string_view text)
{
    // It would be taken for a number where it is written again.
    if (text.find(plan_json::written_number_mark) != std::string_view::npos)
        return refuse(Refusal::invalid, "json.unexpected", {{"place", "U+0001"}});
    return json::reading(text, [](const bj::object& object) -> PlanReading {
        if (json::text(object, "format") != plan_json::format_name)
            throw json::Unexpected{"format"};
        if (json::member(object, "error") != nullptr) throw json::Unexpected{"error"};
        return read_plan_object(object);
    });
}

} // namespace tiendo::documents
