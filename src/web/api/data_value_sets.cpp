#include "web/api/data_value_sets.hpp"

#include "app/values/value_sets.hpp"
#include "base/text.hpp"
#include "web/json_text.hpp"

#include <fmt/format.h>

#include <array>

namespace tiendo::web {
namespace {

/// What DHIS2 calls a conflict, where it has a word for it.
struct Code {
    std::string_view problem;
    std::string_view code;
    std::string_view property;
};
constexpr std::array codes{
    Code{"values.unknown_unit", "E8107", "orgUnit"},
    Code{"values.unknown_period", "E8101", "period"},
    Code{"values.unknown_element", "E8100", "dataElement"},
    Code{"values.attribute", "E8105", "attributeOptionCombo"},
    Code{"values.no_value", "E8120", "value"},
    Code{"values.not_a_number", "E8122", "value"},
    Code{"values.twice", "E8128", "value"},
    Code{"values.not_asked", "E8022", "orgUnit"},
    Code{"submission.not_open", "E8031", "period"},
    Code{"submission.period_locked", "E8030", "period"},
    Code{"access.not_in_scope", "E8011", "orgUnit"},
};

std::string object_of(const DataValue& value, std::string_view property)
{
    for (const auto& [name, field] : data_value_fields)
        if (name == property) return value.*field;
    return value.element;
}

std::string conflict_json(const ValueResult& result, const Wording& words)
{
    const auto known = std::ranges::find(codes, result.problem.key, &Code::problem);
    const auto property = known == codes.end() ? std::string_view("value") : known->property;
    auto json = fmt::format(
        R"({{"object":{},"property":"{}","value":{},"indexes":[{}])",
        json_text(object_of(result.value, property)),
        property,
        json_text(words.sentence(result.problem)),
        result.value.index
    );
    if (known != codes.end()) json += fmt::format(R"(,"errorCode":"{}")", known->code);
    return json + "}";
}

/// Collects what became of the values in the form of DHIS2's import summary.
class Summary {
public:
    explicit Summary(const Wording& words) : words_(words) {}

    void note(const ValueResult& result)
    {
        if (result.outcome != ValueOutcome::conflict) return;
        conflicts_.push_back(conflict_json(result, words_));
        rejected_.push_back(std::to_string(result.value.index));
    }

    Response answer(const app::ImportSummary& summary, bool is_refused) const
    {
        const auto count = [&](ValueOutcome outcome) {
            const auto found = summary.counts.find(outcome);
            return found == summary.counts.end() ? 0 : found->second;
        };
        const char* status = is_refused ? "ERROR" : conflicts_.empty() ? "SUCCESS" : "WARNING";
        const int code = is_refused ? 409 : 200;
        const auto message = words_.text(
            is_refused           ? "values.api_refused"
            : conflicts_.empty() ? "values.api_taken"
                                 : "values.api_taken_partly"
        );
        return json(
            fmt::format(
                R"({{"httpStatus":"{}","httpStatusCode":{},"status":"{}","message":{},"response":{{)"
                R"("responseType":"ImportSummary","status":"{}","importCount":{{"imported":{},)"
                R"("updated":{},"ignored":{},"deleted":0}},"conflicts":[{}],"rejectedIndexes":[{}]}}}})",
                is_refused ? "Conflict" : "OK",
                code,
                is_refused           ? "ERROR"
                : conflicts_.empty() ? "OK"
                                     : "WARNING",
                json_text(message),
                status,
                is_refused ? 0 : count(ValueOutcome::imported),
                is_refused ? 0 : count(ValueOutcome::updated),
                count(ValueOutcome::ignored) + count(ValueOutcome::conflict),
                join(conflicts_, ","),
                join(rejected_, ",")
            ),
            code
        );
    }

private:
    const Wording& words_;
    std::vector<std::string> conflicts_{};
    std::vector<std::string> rejected_{};
};

bool is_true(const Request& request, std::string_view name)
{
    return request.query[name] == "true";
}

} // namespace

Result<Response> get_data_value_set(Visit& visit, const Request& request)
{
    const app::ValuesQuery query{
        .plan = PlanId(std::string(request.query["dataSet"])),
        .period = PeriodId(std::string(request.query["period"])),
        .unit = UnitId(std::string(request.query["orgUnit"])),
        .for_dhis2 = true,
    };
    return json(TRY(visit.read([&](app::Work& work) { return app::value_set(work, query); })));
}

Result<Response> post_data_value_set(Visit& visit, const Request& request)
{
    app::ImportOptions options;
    options.file = "dataValueSets";
    options.dry_run = is_true(request, "dryRun");
    options.atomic = is_true(request, "atomic");
    Summary told(visit.words);
    const auto summary = TRY(app::take_value_set(
        visit.office,
        visit.actor,
        request.body,
        options,
        [&](const ValueResult& result) { told.note(result); }
    ));
    return told.answer(summary, options.atomic && !options.dry_run && !summary.kept);
}

} // namespace tiendo::web
