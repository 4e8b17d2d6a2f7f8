#include "documents/exchange/plan_json.hpp"

#include "documents/exchange/plan_json_names.hpp"
#include "domain/plan/plan_fields.hpp"

namespace tiendo::documents {
namespace {

namespace bj = boost::json;

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
/// plan begins with, and are laid bare at the end.
bj::value number_of(const Decimal& number)
{
    if (number.is_whole()) return bj::value(number.units());
    return bj::value(plan_json::number_mark + number.str());
}

std::string with_bare_numbers(const std::string& json)
{
    constexpr auto written_mark = plan_json::written_number_mark;
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
    object["change"] = quantity.change
                           ? bj::value(json::name_of(plan_json::changes, *quantity.change))
                           : bj::value(nullptr);
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

bj::array repair_array(const std::vector<TextRepair>& repairs)
{
    bj::array array;
    for (const auto& repair : repairs) {
        array.push_back(
            {{"before", repair.before}, {"after", repair.after}, {"context", repair.context}}
        );
    }
    return array;
}

bj::array finding_array(const std::vector<Finding>& findings)
{
    bj::array array;
    for (const auto& finding : findings) {
        bj::object object;
        object["code"] = finding.code;
        object["severity"] = json::name_of(plan_json::severities, finding.severity);
        object["lines"] = range(finding.lines);
        object["message"] = finding.message;
        object["message_en"] = finding.message_en;
        object["suggestion"] = text_or_null(finding.suggestion);
        json::put_if(object, "suggestion_en", finding.suggestion_en);
        if (!finding.repairs.empty()) object["repairs"] = repair_array(finding.repairs);
        array.push_back(std::move(object));
    }
    return array;
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
    object["format"] = plan_json::format_name;
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

std::string to_findings_json(const std::vector<Finding>& findings)
{
    return bj::serialize(finding_array(findings));
}

std::string not_a_plan_json()
{
    return bj::serialize(bj::object{{"format", plan_json::format_name}, {"error", "not_a_plan"}});
}

} // namespace tiendo::documents
