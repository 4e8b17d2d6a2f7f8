#include "documents/exchange/issuing_json.hpp"

#include "documents/exchange/figure_names.hpp"
#include "documents/exchange/official_document_json.hpp"

namespace tiendo::documents {
namespace {

namespace bj = boost::json;

bj::object step_object(const IssuingStep& step)
{
    bj::object object;
    object["act"] = name_of(step.act);
    json::put_if(object, "reason", step.reason);
    json::put_if(object, "number", step.number);
    if (step.date) object["date"] = iso_date(*step.date);
    if (step.act == IssuingAct::correct) object["correction"] = name_of(step.correction);
    json::put_if(object, "to", step.sending.to);
    json::put_if(object, "how", step.sending.how);
    if (step.sending.on) object["on"] = iso_date(*step.sending.on);
    return object;
}

IssuingStep read_step(const bj::object& object)
{
    IssuingStep step;
    const auto act = issuing_act_named(json::text(object, "act"));
    if (!act) throw json::Unexpected{"act"};
    step.act = *act;
    step.reason = json::text(object, "reason");
    step.number = json::text(object, "number");
    step.date = json::day(object, "date");
    if (const auto kind = correction_named(json::text(object, "correction")))
        step.correction = *kind;
    step.sending = {json::text(object, "to"), json::text(object, "how"), json::day(object, "on")};
    return step;
}

/// A step inside a snapshot says who took it and when, too.
bj::object signed_step(const IssuingStep& step)
{
    auto object = step_object(step);
    object["by"] = step.by;
    object["at"] = step.at.seconds;
    return object;
}

std::optional<IssuingStep> read_signed_step(const bj::object& object, std::string_view key)
{
    const auto* value = json::member(object, key);
    if (value == nullptr) return std::nullopt;
    if (!value->is_object()) throw json::Unexpected{std::string(key)};
    auto step = read_step(value->get_object());
    step.by = json::text(value->get_object(), "by");
    step.at = {json::whole(value->get_object(), "at")};
    return step;
}

bj::array unit_array(const std::vector<UnitId>& units)
{
    bj::array array;
    for (const auto& unit : units)
        array.emplace_back(unit.str());
    return array;
}

bj::object rule_object(const Problem& rule)
{
    bj::object numbers;
    for (const auto& [name, value] : rule.args)
        numbers[name] = value;
    return {{"key", rule.key}, {"numbers", std::move(numbers)}};
}

bj::array contribution_array(const std::vector<IssuedContribution>& contributions)
{
    bj::array array;
    for (const auto& given : contributions) {
        array.push_back(
            {{"unit", given.unit.str()},
             {"submission", given.submission},
             {"version", given.version},
             {"author", given.author},
             {"at", given.at.seconds}}
        );
    }
    return array;
}

bj::object figure_object(const IssuedFigure& figure)
{
    bj::array parts;
    for (const auto& part : figure.parts) {
        parts.push_back(
            {{"breakdown", part.breakdown},
             {"numerator", part.numerator.str()},
             {"denominator", part.denominator.str()}}
        );
    }
    const auto& coverage = figure.coverage;
    bj::object object;
    object["measure"] = figure.measure.str();
    object["title"] = figure.title;
    object["state"] = json::name_of(figure_states, figure.state);
    object["parts"] = std::move(parts);
    object["estimated"] = figure.estimated;
    object["coverage"] = {
        {"expected", coverage.expected},
        {"reported", coverage.reported},
        {"accepted", coverage.accepted},
        {"not_applicable", coverage.not_applicable},
        {"missing", unit_array(coverage.missing)}
    };
    object["verdict"] = json::name_of(verdicts, figure.verdict);
    object["exceeded"] = figure.exceeded;
    object["rule"] = rule_object(figure.rule);
    object["counted"] = {
        {"numerator", figure.numerator},
        {"denominator", figure.denominator},
        {"factor", figure.factor}
    };
    object["contributions"] = contribution_array(figure.contributions);
    return object;
}

const bj::object& object_in(const bj::object& object, std::string_view key)
{
    static const bj::object empty;
    const auto* value = json::member(object, key);
    if (value == nullptr) return empty;
    if (!value->is_object()) throw json::Unexpected{std::string(key)};
    return value->get_object();
}

template <class Read> auto read_list(const bj::object& object, std::string_view key, Read&& read)
{
    std::vector<std::invoke_result_t<Read, const bj::object&>> list;
    const auto* value = json::member(object, key);
    if (value == nullptr) return list;
    if (!value->is_array()) throw json::Unexpected{std::string(key)};
    for (const auto& item : value->get_array()) {
        if (!item.is_object()) throw json::Unexpected{std::string(key)};
        list.push_back(read(item.get_object()));
    }
    return list;
}

Decimal decimal_in(const bj::object& object, std::string_view key)
{
    const auto* value = json::member(object, key);
    if (value == nullptr) throw json::Unexpected{std::string(key)};
    return json::decimal(*value);
}

Coverage read_coverage(const bj::object& object)
{
    Coverage coverage;
    coverage.expected = static_cast<int>(json::whole(object, "expected"));
    coverage.reported = static_cast<int>(json::whole(object, "reported"));
    coverage.accepted = static_cast<int>(json::whole(object, "accepted"));
    coverage.not_applicable = static_cast<int>(json::whole(object, "not_applicable"));
    for (const auto& unit : json::texts(object, "missing"))
        coverage.missing.emplace_back(unit);
    return coverage;
}

Problem read_rule(const bj::object& object)
{
    Problem rule;
    rule.key = json::text(object, "key");
    const auto& numbers = object_in(object, "numbers");
    for (const auto& number : numbers)
        rule.args[std::string(number.key())] = json::text(numbers, number.key());
    return rule;
}

IssuedContribution read_contribution(const bj::object& object)
{
    return {
        UnitId(json::text(object, "unit")),
        json::text(object, "submission"),
        static_cast<int>(json::whole(object, "version")),
        json::text(object, "author"),
        {json::whole(object, "at")}
    };
}

IssuedFigure read_figure(const bj::object& object)
{
    IssuedFigure figure;
    figure.measure = MeasureId(json::text(object, "measure"));
    figure.title = json::text(object, "title");
    figure.state = json::named(figure_states, object, "state", FigureState::no_data);
    figure.parts = read_list(object, "parts", [](const bj::object& part) {
        return IssuedPart{
            json::text(part, "breakdown"),
            decimal_in(part, "numerator"),
            decimal_in(part, "denominator")
        };
    });
    figure.estimated = json::flag(object, "estimated");
    figure.coverage = read_coverage(object_in(object, "coverage"));
    figure.verdict = json::named(verdicts, object, "verdict", Verdict::no_data);
    figure.exceeded = json::flag(object, "exceeded");
    figure.rule = read_rule(object_in(object, "rule"));
    const auto& counted = object_in(object, "counted");
    figure.numerator = json::text(counted, "numerator");
    figure.denominator = json::text(counted, "denominator");
    figure.factor = json::whole(counted, "factor", 100);
    figure.contributions = read_list(object, "contributions", read_contribution);
    return figure;
}

bj::object decision_object(const PlanChange& change)
{
    return {
        {"number", change.number},
        {"path", change.path},
        {"value", change.value},
        {"reason", change.reason},
        {"by", change.by},
        {"at", change.at.seconds},
        {"finding", change.finding}
    };
}

PlanChange read_decision(const bj::object& object)
{
    return {
        static_cast<int>(json::whole(object, "number")),
        json::text(object, "path"),
        json::text(object, "value"),
        json::text(object, "reason"),
        json::text(object, "by"),
        {json::whole(object, "at")},
        json::text(object, "finding")
    };
}

bj::object text_object(const IssuedText& text)
{
    return {
        {"key", text.key},
        {"text", text.text},
        {"computed", text.computed},
        {"reason", text.reason},
        {"by", text.by},
        {"at", text.at.seconds}
    };
}

IssuedText read_text(const bj::object& object)
{
    return {
        json::text(object, "key"),
        json::text(object, "text"),
        json::text(object, "computed"),
        json::text(object, "reason"),
        json::text(object, "by"),
        {json::whole(object, "at")}
    };
}

template <class Item, class Make> bj::array array_of(const std::vector<Item>& items, Make&& make)
{
    bj::array array;
    for (const auto& item : items)
        array.push_back(make(item));
    return array;
}

IssuedSnapshot read_snapshot(const bj::object& object)
{
    IssuedSnapshot snapshot;
    auto document = parse_official_document(bj::serialize(object_in(object, "document")));
    if (!document) throw json::Unexpected{"document"};
    snapshot.document = std::move(document).value();
    snapshot.figures = read_list(object, "figures", read_figure);
    snapshot.decisions = read_list(object, "decisions", read_decision);
    snapshot.texts = read_list(object, "texts", read_text);
    snapshot.correction = read_signed_step(object, "correction");
    snapshot.submitted_allowed = read_signed_step(object, "submitted_allowed");
    return snapshot;
}

} // namespace

std::string to_json(const IssuingStep& step)
{
    return bj::serialize(step_object(step));
}

Result<IssuingStep> parse_issuing_step(std::string_view text)
{
    return json::reading(text, read_step);
}

std::string to_json(const IssuedSnapshot& snapshot)
{
    bj::object object;
    object["document"] = bj::parse(to_json(snapshot.document));
    object["figures"] = array_of(snapshot.figures, figure_object);
    object["decisions"] = array_of(snapshot.decisions, decision_object);
    object["texts"] = array_of(snapshot.texts, text_object);
    if (snapshot.correction) object["correction"] = signed_step(*snapshot.correction);
    if (snapshot.submitted_allowed)
        object["submitted_allowed"] = signed_step(*snapshot.submitted_allowed);
    return bj::serialize(object);
}

Result<IssuedSnapshot> parse_issued_snapshot(std::string_view text)
{
    return json::reading(text, read_snapshot);
}

} // namespace tiendo::documents
