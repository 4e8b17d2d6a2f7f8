#include "web/pages/all_routes.hpp"
#include "web/pages/sample_visit.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace tiendo::web {
namespace {

namespace bj = boost::json;
using testing::HasSubstr;
using testing::Not;

bj::value answered(const char* login, const std::string& target)
{
    const auto answer = visited(sample_office(), login, target);
    if (!answer) return bj::string(answer.error().problems.front().key);
    EXPECT_EQ(200, answer->status);
    return bj::parse(answer->body);
}

const bj::object& description()
{
    static const bj::value document = answered("pct", "/api/openapi.json");
    return document.as_object();
}

/// What the value is not, as the schema says; nothing where it is all of it. Knows the words of
/// JSON Schema that the description uses.
class SchemaCheck {
public:
    std::string faults(const bj::value& value, const bj::object& schema, const std::string& place)
    {
        if (const auto* reference = schema.if_contains("$ref"))
            return faults(value, referred(reference->as_string()), place);
        if (const auto* choices = schema.if_contains("oneOf")) {
            for (const auto& choice : choices->as_array())
                if (faults(value, choice.as_object(), place).empty()) return {};
            return place + " is none of the choices; ";
        }
        if (!is_of_type(value, schema)) return place + " is of another type; ";
        if (const auto* names = schema.if_contains("enum"))
            if (std::ranges::find(names->as_array(), value) == names->as_array().end())
                return place + " is not listed: " + bj::serialize(value) + "; ";
        if (value.is_array()) return faults_of_items(value.as_array(), schema, place);
        if (value.is_object()) return faults_of_members(value.as_object(), schema, place);
        return {};
    }

private:
    static const bj::object& referred(std::string_view reference)
    {
        const std::string prefix = "#/components/schemas/";
        EXPECT_TRUE(reference.starts_with(prefix)) << reference;
        const auto& schemas = description().at("components").at("schemas").as_object();
        return schemas.at(reference.substr(prefix.size())).as_object();
    }

    static bool is_one_type(const bj::value& value, std::string_view type)
    {
        if (type == "string") return value.is_string();
        if (type == "integer") return value.is_int64();
        if (type == "boolean") return value.is_bool();
        if (type == "null") return value.is_null();
        if (type == "array") return value.is_array();
        return type == "object" && value.is_object();
    }

    static bool is_of_type(const bj::value& value, const bj::object& schema)
    {
        const auto& type = schema.at("type");
        if (type.is_string()) return is_one_type(value, type.as_string());
        return std::ranges::any_of(type.as_array(), [&](const bj::value& one) {
            return is_one_type(value, one.as_string());
        });
    }

    std::string
    faults_of_items(const bj::array& items, const bj::object& schema, const std::string& place)
    {
        std::string all;
        for (std::size_t i = 0; i < items.size(); ++i)
            all +=
                faults(items[i], schema.at("items").as_object(), place + "/" + std::to_string(i));
        return all;
    }

    std::string
    faults_of_members(const bj::object& object, const bj::object& schema, const std::string& place)
    {
        std::string all;
        if (const auto* required = schema.if_contains("required"))
            for (const auto& name : required->as_array())
                if (!object.contains(name.as_string()))
                    all += place + "/" + std::string(name.as_string()) + " is missing; ";
        const auto* known = schema.if_contains("properties");
        const auto* others = schema.if_contains("additionalProperties");
        for (const auto& [name, value] : object) {
            const auto inside = place + "/" + std::string(name);
            if (known != nullptr && known->as_object().contains(name))
                all += faults(value, known->at(name).as_object(), inside);
            else if (others != nullptr && others->is_object())
                all += faults(value, others->as_object(), inside);
            else if (others != nullptr)
                all += inside + " is not described; ";
        }
        return all;
    }
};

/// "get /api/v1/plans" …
std::set<std::string> described_operations()
{
    std::set<std::string> all;
    for (const auto& [path, operations] : description().at("paths").as_object())
        for (const auto& [method, operation] : operations.as_object())
            all.insert(std::string(method) + " " + std::string(path));
    return all;
}

std::string lower(std::string_view method)
{
    std::string text(method);
    std::ranges::transform(text, text.begin(), [](char c) { return static_cast<char>(c | 0x20); });
    return text;
}

/// The address with the examples of its parameters; a list is given item by item.
std::string example_address(std::string address, const bj::object& operation)
{
    const auto* parameters = operation.if_contains("parameters");
    if (parameters == nullptr) return address;
    std::string query;
    for (const auto& parameter : parameters->as_array()) {
        const std::string name(parameter.at("name").as_string());
        if (parameter.at("in").as_string() == "path") {
            const auto place = "{" + name + "}";
            address.replace(address.find(place), place.size(), parameter.at("example").as_string());
        } else if (const auto* example = parameter.as_object().if_contains("example")) {
            for (const auto& item : example->as_array())
                query += (query.empty() ? "?" : "&") + name + "=" + std::string(item.as_string());
        }
    }
    return address + query;
}

TEST(ApiDescription, NamesTheRoutesUnderApiAndNoOthers)
{
    std::set<std::string> routes;
    for (const auto& route : all_routes())
        if (route.pattern().starts_with("/api/"))
            routes.insert(lower(method_name(route.method())) + " " + std::string(route.pattern()));
    EXPECT_EQ(routes, described_operations());
}

TEST(ApiDescription, SaysWhatEachReadingAnswers)
{
    int walked = 0;
    for (const auto& [path, operations] : description().at("paths").as_object()) {
        const auto* operation = operations.as_object().if_contains("get");
        if (operation == nullptr) continue;
        const auto address = example_address(std::string(path), operation->as_object());
        const auto& schema =
            operation->at("responses").at("200").at("content").at("application/json").at("schema");
        const auto answer = answered("pct", address);
        EXPECT_EQ("", SchemaCheck().faults(answer, schema.as_object(), address));
        ++walked;
    }
    EXPECT_EQ(12, walked);
}

TEST(ApiDescription, IsMissedByAnAnswerThatLacksAMember)
{
    const auto schema = bj::parse(R"({"$ref":"#/components/schemas/Decision"})").as_object();
    const auto decision = bj::parse(R"({"value":"x","reason":"","by":7,"more":1})");
    EXPECT_EQ(
        "d/at is missing; d/by is of another type; d/more is not described; ",
        SchemaCheck().faults(decision, schema, "d")
    );
}

TEST(Resources, TellWhereEachReportStands)
{
    const auto reports = bj::serialize(answered("pct", "/api/v1/plans/1/periods/2023/reports"));
    EXPECT_THAT(reports, HasSubstr(R"("unit":"sa-loong","stage":"drafting","version":0)"));
    const auto one =
        bj::serialize(answered("saloong", "/api/v1/plans/1/periods/2023/reports/sa-loong"));
    EXPECT_THAT(reports, HasSubstr(one));
}

TEST(Resources, GiveASubmissionWithItsDigestAndExactCounts)
{
    const auto text =
        bj::serialize(answered("pct", "/api/v1/plans/1/periods/2023/reports/plei-kan/submissions"));
    EXPECT_THAT(text, HasSubstr(R"("version":1,"author":"plei-kan","at":"2023-)"));
    EXPECT_THAT(
        text,
        HasSubstr(R"("3.2a":{"state":"value","kind":"estimate","numbers":{"den":"6","num":"5"})")
    );
}

TEST(Resources, TellWhatWasDecidedAboutAFinding)
{
    const auto text = bj::serialize(answered("pct", "/api/v1/plans/1/findings"));
    EXPECT_THAT(text, HasSubstr(R"("key":"rate_not_reduced@51")"));
    EXPECT_THAT(text, HasSubstr(R"("decision":{"value":)"));
}

TEST(Analytics, NameEachColumnAndLeaveOutThoseOfAFilter)
{
    const auto answer = answered(
        "chuyenvien", "/api/analytics.json?dimension=dx:1/6.1&dimension=ou:bo-y&filter=pe:2023"
    );
    const auto& found = answer.as_object();
    EXPECT_EQ(R"([["1/6.1","bo-y","65"]])", bj::serialize(found.at("rows")));
    EXPECT_EQ(3, found.at("width").as_int64());
    EXPECT_EQ(R"(["2023"])", bj::serialize(found.at("metaData").at("dimensions").at("pe")));
    EXPECT_EQ(
        R"([{"reported":1,"expected":1,"estimated":true}])", bj::serialize(found.at("coverage"))
    );
}

TEST(Analytics, AreRefusedInWordsWhereTheyAreNotUnderstood)
{
    const auto base = std::string("/api/analytics.json?dimension=dx:1/6.1&dimension=ou:bo-y");
    EXPECT_EQ("analytics.dimension_missing", answered("chuyenvien", base).as_string());
    EXPECT_EQ(
        "analytics.unknown_dimension",
        answered("chuyenvien", base + "&dimension=ou:dak-xu&dimension=pe:2023").as_string()
    );
    EXPECT_EQ(
        "analytics.unknown_day",
        answered("chuyenvien", base + "&dimension=pe:THIS_YEAR&relativePeriodDate=x").as_string()
    );
}

TEST(Submissions, AreHandedInOnceForOneKey)
{
    auto office = new_sample_office();
    const std::string address = "/api/v1/plans/1/periods/2023/reports/sa-loong/submissions";
    const auto missing = posted(office, "saloong", address, {{"key", "first"}});
    EXPECT_EQ(Refusal::invalid, missing.error().kind);
    const Fields form{{"key", "first"}, {"incomplete_reason", "Chờ số liệu của công an xã."}};
    const auto receipt = posted(office, "saloong", address, form).value();
    EXPECT_EQ(201, receipt.status);
    EXPECT_EQ(
        "",
        SchemaCheck().faults(
            bj::parse(receipt.body),
            bj::parse(R"({"$ref":"#/components/schemas/Receipt"})").as_object(),
            "receipt"
        )
    );
    EXPECT_EQ(receipt.body, posted(office, "saloong", address, form).value().body);
    const auto kept = visited(office, "pct", address).value().body;
    EXPECT_THAT(kept, HasSubstr(R"("incomplete":"Chờ số liệu của công an xã.")"));
    EXPECT_THAT(kept, Not(HasSubstr(R"("version":2)")));
}

TEST(Submissions, OfAnotherUnitAreRefused)
{
    auto office = new_sample_office();
    const auto answer = posted(
        office,
        "saloong",
        "/api/v1/plans/1/periods/2023/reports/dak-duc/submissions",
        {{"key", "first"}, {"incomplete_reason", "x"}}
    );
    EXPECT_EQ(Refusal::not_found, answer.error().kind);
}

TEST(Resources, OfAnotherUnitAreNotThere)
{
    EXPECT_EQ(
        "access.not_in_scope",
        answered("saloong", "/api/v1/plans/1/periods/2023/reports/dak-duc/submissions").as_string()
    );
    EXPECT_EQ(
        "access.forbidden", answered("saloong", "/api/v1/plans/1/periods/2023/reports").as_string()
    );
    EXPECT_EQ("access.forbidden", answered("saloong", "/api/v1/journal").as_string());
}

TEST(Resources, OfAPlanThatIsNoneAreRefused)
{
    for (const auto* rest : {"", "/findings", "/periods"})
        EXPECT_THAT(
            std::string(answered("pct", std::string("/api/v1/plans/99") + rest).as_string()),
            HasSubstr("plan.")
        ) << rest;
    EXPECT_EQ("json.unexpected", answered("pct", "/api/v1/journal?before=x").as_string());
}

TEST(Resources, OfTheJournalAreReadPageByPage)
{
    const auto first = answered("pct", "/api/v1/journal");
    const auto older = first.at("older").as_int64();
    const auto second = answered("pct", "/api/v1/journal?before=" + std::to_string(older));
    EXPECT_EQ(older - 1, second.at("entries").at(0).at("number").as_int64());
}

} // namespace
} // namespace tiendo::web
