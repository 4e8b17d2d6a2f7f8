#include "documents/exchange/plan_json.hpp"

#include "documents/exchange/json_reader.hpp"
#include "domain/plan/plan_fields.hpp"

#include <fmt/format.h>

namespace tiendo::documents {
namespace {

namespace bj = boost::json;

constexpr std::string_view format_name = "tiendo-plan/1";

constexpr json::Names<Severity, 3> severities{{
    {Severity::error, "error"},
    {Severity::warning, "warning"},
    {Severity::note, "note"},
}};
constexpr json::Names<Change, 2> changes{
    {{Change::increase, "increase"}, {Change::decrease, "decrease"}}
};

bj::value text_or_null(const std::string& text)
{
    return text.empty() ? bj::value(nullptr) : bj::value(text);
}

bj::value day_or_null(const std::optional<Date>& day)
{
    return day ? bj::value(iso_date(*day)) : bj::value(nullptr);
}

/// Plan JSON holds numbers with just the digits of the document (26.05), while Boost.JSON writes a
/// fraction as 2.605E1. So fractions travel as texts behind a control character, which no text of a
/// document holds, and are laid bare at the end.
constexpr char number_mark = '\x01';

bj::value number_of(const Decimal& number)
{
    if (number.is_whole()) return bj::value(number.units());
    return bj::value(number_mark + number.str());
}

std::string with_bare_numbers(const std::string& json)
{
    constexpr std::string_view written_mark = "\"\\u0001";
    std::string result;
    std::size_t from = 0;
    for (auto at = json.find(written_mark); at != std::string::npos;
         at = json.find(written_mark, from)) {
        const auto digits = at + written_mark.size();
        const auto quote = json.find('"', digits);
        result.append(json, from, at - from).append(json, digits, quote - digits);
        from = quote + 1;
    }
    return result.append(json, from);
}

bj::array range(const LineRange& lines)
{
    return {lines.first, lines.last};
}

bj::object quantity_object(const Quantity& quantity)
{
    bj::object object;
    object["comparator"] = name_of(quantity.comparator);
    object["value"] = number_of(quantity.value);
    object["unit"] = quantity.unit;
    object["baseline"] = quantity.baseline ? number_of(*quantity.baseline) : bj::value(nullptr);
    object["due"] = day_or_null(quantity.due);
    object["every"] = quantity.every ? bj::value(name_of(*quantity.every)) : bj::value(nullptr);
    object["change"] =
        quantity.change ? bj::value(json::name_of(changes, *quantity.change)) : bj::value(nullptr);
    return object;
}

bj::array objective_array(const std::vector<ReadObjective>& objectives)
{
    bj::array array;
    for (const auto& objective : objectives) {
        bj::array targets;
        for (const auto& target : objective.targets) {
            bj::array measures;
            for (const auto& quantity : target.quantities)
                measures.push_back(quantity_object(quantity));
            targets.push_back(
                {{"id", target.id},
                 {"text", target.text},
                 {"lines", range(target.lines)},
                 {"measures", std::move(measures)}}
            );
        }
        bj::object object;
        object["id"] = objective.id;
        object["title"] = objective.title ? bj::value(*objective.title) : bj::value(nullptr);
        object["lines"] = range(objective.lines);
        object["targets"] = std::move(targets);
        array.push_back(std::move(object));
    }
    return array;
}

bj::array task_array(const std::vector<ReadTask>& tasks)
{
    bj::array array;
    for (const auto& task : tasks) {
        bj::object object;
        object["id"] = task.id;
        object["objective"] = task.objective ? bj::value(*task.objective) : bj::value(nullptr);
        object["group"] = task.group ? bj::value(*task.group) : bj::value(nullptr);
        object["text"] = task.text;
        object["lines"] = range(task.lines);
        object["lead"] = json::to_array(task.lead);
        object["with"] = json::to_array(task.with);
        object["due"] = day_or_null(task.due);
        object["product"] = task.product ? bj::value(*task.product) : bj::value(nullptr);
        array.push_back(std::move(object));
    }
    return array;
}

bj::object document_object(const DocumentHead& head)
{
    bj::array bases;
    for (const auto& basis : head.bases) {
        bases.push_back(
            {{"number", basis.number},
             {"date", day_or_null(basis.date)},
             {"issuer", text_or_null(basis.issuer)}}
        );
    }
    bj::object object;
    object["kind"] = text_or_null(head.kind);
    object["number"] = text_or_null(head.number);
    object["symbol"] = text_or_null(head.symbol);
    object["issuer"] = text_or_null(head.issuer);
    object["place"] = text_or_null(head.place);
    object["date"] = day_or_null(head.date);
    object["title"] = head.title;
    object["period"] = {
        {"from", day_or_null(head.period_from)}, {"to", day_or_null(head.period_to)}
    };
    object["bases"] = std::move(bases);
    object["signer"] = {
        {"authority", text_or_null(head.signer.authority)},
        {"capacity", text_or_null(head.signer.capacity)},
        {"position", text_or_null(head.signer.position)},
        {"name", text_or_null(head.signer.name)}
    };
    return object;
}

bj::array report_array(const std::vector<ReadReport>& reports)
{
    bj::array array;
    for (const auto& report : reports) {
        bj::object object;
        object["from"] = json::to_array(report.from);
        object["to"] = json::to_array(report.to);
        object["via"] = json::to_array(report.via);
        object["every"] = report.every ? bj::value(name_of(*report.every)) : bj::value(nullptr);
        object["due"] = text_or_null(report.due);
        object["before"] = report.before;
        object["lines"] = range(report.lines);
        array.push_back(std::move(object));
    }
    return array;
}

bj::array finding_array(const std::vector<Finding>& findings)
{
    bj::array array;
    for (const auto& finding : findings) {
        bj::object object;
        object["code"] = finding.code;
        object["severity"] = json::name_of(severities, finding.severity);
        object["lines"] = range(finding.lines);
        object["message"] = finding.message;
        object["message_en"] = finding.message_en;
        object["suggestion"] = text_or_null(finding.suggestion);
        json::put_if(object, "suggestion_en", finding.suggestion_en);
        array.push_back(std::move(object));
    }
    return array;
}

// ---- reading

template <class Read> void each_in(const bj::object& object, std::string_view key, Read&& read)
{
    const auto* value = json::member(object, key);
    if (value == nullptr) return;
    if (!value->is_array()) throw json::Unexpected{std::string(key)};
    for (const auto& item : value->get_array()) {
        if (!item.is_object()) throw json::Unexpected{std::string(key)};
        read(item.get_object());
    }
}

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
        quantity.change = json::named(changes, object, "change", Change::increase);
    }
    return quantity;
}

ReadObjective read_objective(const bj::object& object)
{
    ReadObjective objective;
    objective.id = json::text(object, "id");
    objective.title = optional_text(object, "title");
    objective.lines = read_range(object);
    each_in(object, "targets", [&](const bj::object& item) {
        ReadTarget target;
        target.id = json::text(item, "id");
        target.text = json::text(item, "text");
        target.lines = read_range(item);
        each_in(item, "measures", [&](const bj::object& measure) {
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
    finding.severity = json::named(severities, object, "severity", Severity::note);
    finding.lines = read_range(object);
    finding.message = json::text(object, "message");
    finding.message_en = json::text(object, "message_en");
    finding.suggestion = json::text(object, "suggestion");
    finding.suggestion_en = json::text(object, "suggestion_en");
    return finding;
}

const bj::object& object_at(const bj::object& object, std::string_view key)
{
    static const bj::object empty;
    const auto* value = json::member(object, key);
    if (value == nullptr) return empty;
    if (!value->is_object()) throw json::Unexpected{std::string(key)};
    return value->get_object();
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
    head.period_from = json::day(object_at(object, "period"), "from");
    head.period_to = json::day(object_at(object, "period"), "to");
    each_in(object, "bases", [&](const bj::object& basis) {
        head.bases.push_back(
            {json::text(basis, "number"), json::day(basis, "date"), json::text(basis, "issuer")}
        );
    });
    const auto& signer = object_at(object, "signer");
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
    reading.document = read_document(object_at(object, "document"));
    each_in(object, "objectives", [&](const bj::object& item) {
        reading.objectives.push_back(read_objective(item));
    });
    each_in(object, "tasks", [&](const bj::object& item) {
        reading.tasks.push_back(read_task(item));
    });
    each_in(object, "duties", [&](const bj::object& item) {
        reading.duties.push_back(
            {json::texts(item, "units"), json::text(item, "text"), read_range(item)}
        );
    });
    each_in(object, "reports", [&](const bj::object& item) {
        reading.reports.push_back(read_report(item));
    });
    each_in(object, "campaigns", [&](const bj::object& item) {
        reading.events.push_back(
            {json::text(item, "title"),
             json::text(item, "from"),
             json::text(item, "to"),
             read_range(item)}
        );
    });
    each_in(object, "recipients", [&](const bj::object& item) {
        reading.recipients.push_back({json::text(item, "name"), json::text(item, "role")});
    });
    reading.annexes_mentioned =
        static_cast<int>(json::whole(object_at(object, "annexes"), "mentioned"));
    reading.annexes_present =
        static_cast<int>(json::whole(object_at(object, "annexes"), "present"));
    each_in(object, "findings", [&](const bj::object& item) {
        reading.findings.push_back(read_finding(item));
    });
    return reading;
}

} // namespace

std::string to_plan_json(const PlanReading& reading)
{
    bj::array duties;
    for (const auto& duty : reading.duties) {
        duties.push_back(
            {{"units", json::to_array(duty.units)},
             {"text", duty.text},
             {"lines", range(duty.lines)}}
        );
    }
    bj::array events;
    for (const auto& event : reading.events) {
        events.push_back(
            {{"title", event.title},
             {"from", event.from},
             {"to", event.to},
             {"lines", range(event.lines)}}
        );
    }
    bj::array recipients;
    for (const auto& recipient : reading.recipients) {
        recipients.push_back({{"name", recipient.name}, {"role", text_or_null(recipient.role)}});
    }
    bj::object object;
    object["format"] = format_name;
    object["document"] = document_object(reading.document);
    object["objectives"] = objective_array(reading.objectives);
    object["tasks"] = task_array(reading.tasks);
    object["duties"] = std::move(duties);
    object["reports"] = report_array(reading.reports);
    object["campaigns"] = std::move(events);
    object["recipients"] = std::move(recipients);
    object["annexes"] = {
        {"mentioned", reading.annexes_mentioned}, {"present", reading.annexes_present}
    };
    object["findings"] = finding_array(reading.findings);
    return with_bare_numbers(bj::serialize(object));
}

Result<PlanReading> parse_plan_json(std::string_view text)
{
    return json::reading(text, [](const bj::object& object) -> PlanReading {
        if (json::text(object, "format") != format_name) throw json::Unexpected{"format"};
        if (json::member(object, "error") != nullptr) throw json::Unexpected{"error"};
        return read_plan_object(object);
    });
}

std::string not_a_plan_json()
{
    return bj::serialize(bj::object{{"format", format_name}, {"error", "not_a_plan"}});
}

} // namespace tiendo::documents
