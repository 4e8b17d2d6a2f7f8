#include "documents/exchange/data_values.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace tiendo::documents {
namespace {

DataValue some_value()
{
    DataValue value;
    value.element = "1/3.2a/num";
    value.period = "2023Q4";
    value.unit = "sa-loong";
    value.category = "default";
    value.attribute = "default";
    value.value = "26.05";
    value.stored_by = "saloong";
    value.last_updated = "2023-12-08T16:52:00.000+0700";
    value.comment = "gồm \"2\" ước;\nxem thêm, sau";
    value.follow_up = "false";
    value.deleted = "false";
    value.state = "value";
    value.kind = "estimate";
    value.reason = "lý do";
    return value;
}

struct Taken {
    std::vector<DataValue> values{};
    std::string refusal{};
};

/// In pieces of that many bytes: where a file is cut never matters.
Taken read(std::string_view file, std::size_t piece_size)
{
    Taken taken;
    const auto reader = data_values_reader(file, [&](const DataValue& value) -> Result<Done> {
        taken.values.push_back(value);
        return done;
    });
    while (!file.empty()) {
        const auto fed = reader->feed(file.substr(0, piece_size));
        if (!fed) {
            taken.refusal = fed.error().problems.front().key;
            return taken;
        }
        file.remove_prefix(std::min(piece_size, file.size()));
    }
    const auto finished = reader->finish();
    if (!finished) taken.refusal = finished.error().problems.front().key;
    return taken;
}

std::string refusal_of(std::string_view file)
{
    const auto whole = read(file, file.size() + 1).refusal;
    EXPECT_EQ(read(file, 1).refusal, whole) << file;
    return whole;
}

TEST(DataValues, SurviveBothForms)
{
    for (const auto format : {ValuesFormat::csv, ValuesFormat::json}) {
        auto second = some_value();
        second.value.clear();
        second.state = "not_arising";
        DataValuesWriter writer(format);
        const auto file =
            writer.head() + writer.text(some_value()) + writer.text(second) + writer.tail();
        for (const std::size_t piece : {1U, 2U, 7U, 100000U}) {
            auto taken = read(file, piece);
            EXPECT_EQ(taken.refusal, "");
            ASSERT_EQ(taken.values.size(), 2U) << file;
            // In .csv a comment with a line end takes two lines of the file.
            EXPECT_EQ(taken.values[0].line, 2);
            EXPECT_EQ(taken.values[1].line, format == ValuesFormat::csv ? 4 : 3);
            EXPECT_EQ(taken.values[1].index, 1);
            for (auto& value : taken.values)
                value.line = value.index = 0;
            EXPECT_EQ(taken.values[0], some_value());
            EXPECT_EQ(taken.values[1], second);
        }
    }
}

TEST(DataValues, StandInTheOrderByWhichDhis2ReadsColumns)
{
    EXPECT_EQ(
        DataValuesWriter(ValuesFormat::csv).head(),
        "\"dataElement\",\"period\",\"orgUnit\",\"categoryOptionCombo\",\"attributeOptionCombo\","
        "\"value\",\"storedBy\",\"lastUpdated\",\"comment\",\"followUp\",\"deleted\",\"state\","
        "\"kind\",\"reason\"\n"
    );
    DataValuesWriter writer(ValuesFormat::json);
    EXPECT_EQ(
        writer.text(some_value()),
        R"({"dataElement":"1/3.2a/num","period":"2023Q4","orgUnit":"sa-loong",)"
        R"("categoryOptionCombo":"default","attributeOptionCombo":"default","value":"26.05",)"
        R"("storedBy":"saloong","lastUpdated":"2023-12-08T16:52:00.000+0700",)"
        R"("comment":"gồm \"2\" ước;\nxem thêm, sau","followUp":false,"deleted":false,)"
        R"("state":"value","kind":"estimate","reason":"lý do"})"
    );
}

TEST(DataValues, AreReadFromWhatSpreadsheetsMakeOfACsv)
{
    // A byte order mark, semicolons, returns, short names of DHIS2, a column of somebody's own.
    const auto taken = read(
        "\xEF\xBB\xBF"
        "dataelement;period;orgunit;catoptcombo;value;cmt;mine\r\n"
        "1/6.1/num;2023;bo-y;;6630;\"a;b\";x\r\n"
        "\r\n"
        "1/6.1/den;2023;bo-y;default;10200\r\n",
        5
    );
    EXPECT_EQ(taken.refusal, "");
    ASSERT_EQ(taken.values.size(), 2U);
    EXPECT_EQ(taken.values[0].comment, "a;b");
    EXPECT_EQ(taken.values[0].line, 2);
    EXPECT_EQ(taken.values[1].value, "10200");
    EXPECT_EQ(taken.values[1].line, 4);
}

TEST(DataValues, TakeFromTheSetWhatTheyDoNotSayThemselves)
{
    const auto taken = read(
        R"({"dataSet":"1","period":"2023","orgUnit":"bo-y","completeDate":"2023-12-08",
            "options":{"a":[1,{"value":"9"}]},
            "dataValues":[{"dataElement":"1/6.1/num","value":6630,"followUp":true},
            {"dataElement":"1/6.1/den","value":1234567890.123456789,"orgUnit":"dak-xu","x":[{}]}]})",
        3
    );
    EXPECT_EQ(taken.refusal, "");
    ASSERT_EQ(taken.values.size(), 2U);
    EXPECT_EQ(taken.values[0].unit, "bo-y");
    EXPECT_EQ(taken.values[0].follow_up, "true");
    EXPECT_EQ(taken.values[1].unit, "dak-xu");
    EXPECT_EQ(taken.values[1].period, "2023");
    EXPECT_EQ(taken.values[1].value, "1234567890.123456789") << "no binary fraction is made of it";
}

/// A value with all that JSON allows, as text: plain or not, over several lines or not.
std::string some_json(std::mt19937& random)
{
    static const std::vector<std::string> members{
        R"("dataElement":"1/3.2a/num")",
        R"("period" : "2023")",
        R"("orgUnit":"\u0062o-y")",
        R"("value":12)",
        R"("value": -0.50)",
        R"("value":1e3)",
        R"("value":"a\\\"},{b")",
        R"("value":null)",
        R"("followUp":true)",
        R"("comment":"gồm, [2] {ước}")",
        "\"comment\"\n:\"\"",
        R"("mine":[{"value":"9"},[]])",
        R"("mine":"x")",
    };
    std::string text = "{";
    for (auto count = random() % 5; count > 0; --count) {
        if (text.size() > 1) text += random() % 3 == 0 ? ",\n " : ",";
        text += members[random() % members.size()];
    }
    return text + (random() % 4 == 0 ? "\n}" : "}");
}

TEST(DataValues, OfJsonAreTheSameHoweverTheyAreWritten)
{
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        std::string file = "{\"dataValues\" :[";
        std::vector<std::string> objects;
        std::vector<std::int64_t> lines;
        for (auto count = random() % 6; count > 0; --count) {
            if (!objects.empty()) file += random() % 2 == 0 ? "," : "\n,\n ";
            lines.push_back(1 + std::ranges::count(file, '\n'));
            objects.push_back(some_json(random));
            file += objects.back();
        }
        file += "]}";
        for (const std::size_t piece : {1U, 3U, 40U, 100000U}) {
            const auto taken = read(file, piece);
            EXPECT_EQ(taken.refusal, "") << file;
            ASSERT_EQ(taken.values.size(), objects.size()) << file;
            for (std::size_t i = 0; i < objects.size(); ++i) {
                EXPECT_EQ(taken.values[i].line, lines[i]) << file;
                EXPECT_EQ(taken.values[i].index, static_cast<std::int64_t>(i));
                const auto alone = read("{\"dataValues\":[" + objects[i] + "]}", 1).values.at(0);
                auto same = taken.values[i];
                same.line = alone.line;
                same.index = alone.index;
                EXPECT_EQ(same, alone) << file;
            }
        }
    }
}

TEST(DataValues, SayWhatAFileThatIsNoneLacks)
{
    EXPECT_EQ(refusal_of(""), "values.no_head");
    EXPECT_EQ(refusal_of("a,b,c\n1,2,3\n"), "values.no_head");
    EXPECT_EQ(refusal_of("1/6.1/num,2023,bo-y,,,5\n"), "values.no_head");
    EXPECT_EQ(
        refusal_of("dataElement,period,orgUnit,value\nx,2023,u,1,2\n"), "values.row_too_wide"
    );
    EXPECT_EQ(refusal_of("dataElement,period,orgUnit,value\n\"x,2023,u,1\n"), "values.quote_open");
    EXPECT_EQ(refusal_of("dataElement,period,orgUnit,value\nx,2023,u,\xFF\n"), "values.not_utf8");
    EXPECT_EQ(
        refusal_of("dataElement,period,orgUnit,value\n\"" + std::string(70000, 'x')),
        "values.row_too_long"
    );
    EXPECT_EQ(refusal_of("{}"), "values.not_values");
    EXPECT_EQ(refusal_of("{\"dataValues\":[1]}"), "values.not_values");
    EXPECT_EQ(refusal_of("{\"dataValues\":[\"a, {}, \"]}"), "values.not_values");
    EXPECT_EQ(refusal_of("{\"dataValues\":[{\"value\":01}]}"), "values.not_json");
    EXPECT_EQ(refusal_of("{\"dataValues\":[{\"value\":\"1\"},]}"), "values.not_json");
    EXPECT_EQ(refusal_of("{\"dataValues\":[{\"value\":\"1\"}{}]}"), "values.not_json");
    EXPECT_EQ(refusal_of("{\"dataValues\":[{\"value\":\"1\",}]}"), "values.not_json");
    EXPECT_EQ(refusal_of("{\"dataValues\":[{\"value\":\"1\"}"), "values.not_json");
    EXPECT_EQ(refusal_of("{\"dataValues\":[]}}"), "values.not_json");
    EXPECT_EQ(refusal_of("{\"dataValues\":[{\"value\":01}]}"), "values.not_json");
    EXPECT_EQ(refusal_of("{\"dataValues\":[],\"period\":\"2023\"}"), "values.default_too_late");
    EXPECT_EQ(
        refusal_of("{\"dataValues\":[{\"value\":\"" + std::string(70000, '1') + "\"}]}"),
        "values.not_json"
    );
    EXPECT_EQ(refusal_of("{\"a\":" + std::string(10000, '[')), "values.not_json");
}

} // namespace
} // namespace tiendo::documents
