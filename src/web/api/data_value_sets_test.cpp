#include "web/api/data_value_sets.hpp"
#include "web/pages/sample_visit.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tiendo::web {
namespace {

namespace bj = boost::json;
using testing::HasSubstr;
using testing::Not;

/// The sample world's office, and a program that sends a set with a person's rights.
class DataValueSets : public testing::Test {
protected:
    Result<Response> posted_set(const char* login, std::string body, Fields query = {})
    {
        Request request;
        request.method = Method::post;
        request.body = std::move(body);
        request.query = std::move(query);
        Visit visit{
            {Wording(Messages::embedded(), Language::vietnamese), "token", "/api/dataValueSets", {}
            },
            office_,
            sample_person(office_, login),
            "session"
        };
        return post_data_value_set(visit, request);
    }

    bj::object sent(const char* login, std::string body, Fields query = {}, int status = 200)
    {
        const auto answer = posted_set(login, std::move(body), std::move(query));
        if (!answer) {
            ADD_FAILURE() << answer.error().problems.front().key;
            return {};
        }
        EXPECT_EQ(answer->status, status) << answer->body;
        return bj::parse(answer->body).as_object();
    }

    app::Office office_ = new_sample_office();
};

constexpr const char* two_values =
    R"({"period":"2023","orgUnit":"sa-loong","dataValues":[)"
    R"({"dataElement":"1/3.2a/num","value":"1"},{"dataElement":"1/3.2a/den","value":3}]})";

TEST_F(DataValueSets, AreTakenWithASummaryInTheFormOfDhis2)
{
    const auto told = sent("saloong", two_values);
    EXPECT_EQ(told.at("status").as_string(), "OK");
    const auto& response = told.at("response").as_object();
    EXPECT_EQ(response.at("status").as_string(), "SUCCESS");
    EXPECT_EQ(
        bj::serialize(response.at("importCount")),
        R"({"imported":2,"updated":0,"ignored":0,"deleted":0})"
    );
    const auto again = sent("saloong", two_values);
    EXPECT_EQ(
        bj::serialize(again.at("response").at("importCount")),
        R"({"imported":0,"updated":0,"ignored":2,"deleted":0})"
    );
}

TEST_F(DataValueSets, NameEachConflictByItsIndexAndCode)
{
    const auto told = sent(
        "saloong",
        R"({"period":"2023","dataValues":[)"
        R"({"dataElement":"1/3.2a/num","orgUnit":"atlantis","value":"1"},)"
        R"({"dataElement":"1/6.2/num","orgUnit":"dak-duc","value":"1"},)"
        R"({"dataElement":"1/3.2a/num","orgUnit":"sa-loong","value":"ba"}]})"
    );
    EXPECT_EQ(told.at("status").as_string(), "WARNING");
    const auto text = bj::serialize(told);
    EXPECT_THAT(text, HasSubstr(R"("object":"atlantis","property":"orgUnit")"));
    EXPECT_THAT(text, HasSubstr(R"("errorCode":"E8107")"));
    EXPECT_THAT(text, HasSubstr(R"("errorCode":"E8011")")) << "another unit's";
    EXPECT_THAT(text, HasSubstr(R"("object":"ba","property":"value")"));
    EXPECT_EQ(told.at("response").at("rejectedIndexes").as_array().size(), 3U);
}

TEST_F(DataValueSets, AreTakenWholeOrNotAtAllWhereThatIsAsked)
{
    const std::string one_bad =
        R"({"period":"2023","orgUnit":"sa-loong","dataValues":[)"
        R"({"dataElement":"1/3.2a/num","value":"1"},{"dataElement":"1/3.2a/den","value":3},)"
        R"({"dataElement":"1/9.9/num","value":"1"}]})";
    const auto told = sent("saloong", one_bad, {{"atomic", "true"}}, 409);
    EXPECT_EQ(told.at("status").as_string(), "ERROR");
    const auto dry = sent("saloong", two_values, {{"dryRun", "true"}});
    EXPECT_EQ(dry.at("response").at("importCount").at("imported").as_int64(), 2);
    const auto real = sent("saloong", two_values);
    EXPECT_EQ(real.at("response").at("importCount").at("imported").as_int64(), 2)
        << "nothing had been kept";
}

TEST_F(DataValueSets, AreReadWithoutCountsOfVictims)
{
    const auto answer =
        visited(office_, "pct", "/api/dataValueSets?dataSet=1&period=2023&orgUnit=bo-y");
    ASSERT_TRUE(answer.has_value());
    EXPECT_THAT(answer->body, HasSubstr(R"("dataElement":"1/6.1/num","period":"2023")"));
    EXPECT_THAT(answer->body, HasSubstr(R"("value":"6630")"));
    EXPECT_THAT(answer->body, Not(HasSubstr("1/3.2a")));
    EXPECT_THAT(answer->body, Not(HasSubstr("plei-kan")));
}

TEST_F(DataValueSets, AreRefusedWhereTheyAreNone)
{
    const auto answer = posted_set("saloong", "{\"dataValues\":[1]}");
    ASSERT_FALSE(answer.has_value());
    EXPECT_EQ(answer.error().problems.front().key, "values.not_values");
}

} // namespace
} // namespace tiendo::web
