#include "web/pages/report_fixture.hpp"

#include "app/period/periods.hpp"
#include "app/plan/plans.hpp"
#include "base/text.hpp"

namespace tiendo::web {
namespace {

template <class T> T value_of(Result<T> result)
{
    ensure(result.has_value(), "the fixture is put together from what is allowed");
    return std::move(result).value();
}

store::Store memory_store()
{
    return value_of(store::open_store("sqlite::memory:"));
}

void add_commune(app::Work& work, const char* id, const char* body)
{
    store::UnitRecord record;
    record.id = id;
    record.body = body;
    (void)value_of(work.kept.units().put(record));
}

Quantity percent(std::int64_t value)
{
    Quantity quantity;
    quantity.value = value;
    quantity.unit = "percent";
    return quantity;
}

PlanReading reading()
{
    PlanReading reading;
    reading.document.title = "Kế hoạch bình đẳng giới năm 2023";
    reading.document.period_to = date(2023, 12, 31);
    reading.objectives = {
        {"3",
         "Trong đời sống gia đình",
         {1, 1},
         {{"3.2",
           "80% người bị bạo lực được hỗ trợ; 50% người gây bạo lực được tư vấn",
           {2, 2},
           {percent(80), percent(50)}}}},
        {"5", "Trong giáo dục", {3, 3}, {{"5.1", "Giới được đưa vào chương trình", {4, 4}, {}}}},
        {"6", "Trong truyền thông", {5, 5}, {{"6.4", "100% có chuyên mục", {6, 6}, {percent(100)}}}}
    };
    reading.duties = {
        {{"Ủy ban nhân dân xã Sa Loong"}, "Xây dựng kế hoạch của xã\nBáo cáo kết quả", {7, 8}}
    };
    return reading;
}

void add_plan(app::Work& work)
{
    app::NewPlan plan;
    plan.source_name = "ke-hoach.txt";
    plan.reading = reading();
    const auto id = value_of(app::import_plan(work, plan));
    const auto set = [&](const char* path, const char* value) {
        (void)value_of(app::change_plan(work, id, {path, value, "theo phân công", {}}));
    };
    for (const auto* measure : {"3.2a", "3.2b", "5.1", "6.4"})
        set((std::string("measure/") + measure + "/suppliers").c_str(), "sa-loong; dak-duc");
    set("measure/3.2a/indicator", "violence-victims-served");
    set("measure/3.2b/indicator", "violence-perpetrators-counselled");
    set("measure/5.1/indicator", "done-or-not");
    set("measure/6.4/indicator", "monthly-programme");
    set("duty/1/units", "sa-loong");

    Period period;
    period.id = PeriodId("2023");
    period.window = {date(2022, 12, 15), date(2023, 12, 14)};
    period.deadline = instant_of({date(2023, 12, 8), 17, 0});
    period.units = {UnitId("sa-loong"), UnitId("dak-duc")};
    (void)value_of(app::open_period(work, id, period));
}

void unescape(std::string& text)
{
    text = replace_all(text, "&quot;", "\"");
    text = replace_all(text, "&#39;", "'");
    text = replace_all(text, "&lt;", "<");
    text = replace_all(text, "&gt;", ">");
    text = replace_all(text, "&amp;", "&");
}

std::string attribute(const std::string& tag, const std::string& name)
{
    const auto start = tag.find(" " + name + "=\"");
    if (start == std::string::npos) return {};
    const auto from = start + name.size() + 3;
    auto value = tag.substr(from, tag.find('"', from) - from);
    unescape(value);
    return value;
}

} // namespace

const app::ReportOf ReportFixture::sa_loong_2023{PlanId("1"), PeriodId("2023"), UnitId("sa-loong")};

ReportFixture::ReportFixture()
    : now(instant_of({date(2023, 12, 6), 9, 14})), office(memory_store(), [this] { return now; })
{
    (void)value_of(office.write(office_monitor, [](app::Work& work) -> Result<Done> {
        add_commune(
            work,
            "sa-loong",
            R"({"name":"Ủy ban nhân dân xã Sa Loong","short_name":"Sa Loong","kind":"commune"})"
        );
        add_commune(
            work,
            "dak-duc",
            R"({"name":"Ủy ban nhân dân xã Đắk Dục","short_name":"Đắk Dục","kind":"commune"})"
        );
        add_plan(work);
        return done;
    }));
}

Visit ReportFixture::as(const Actor& actor)
{
    return Visit{
        {.words = Wording(Messages::embedded(), Language::vietnamese),
         .form_token = "token",
         .path = "/",
         .frame = {}},
        office,
        actor,
        {}
    };
}

Request ReportFixture::request(Fields form, const std::string& unit)
{
    Request request;
    request.path_parameters = {{"plan", "1"}, {"unit", unit}, {"period", "2023"}};
    request.form = std::move(form);
    return request;
}

Fields ReportFixture::fields_of(const std::string& html)
{
    Fields fields;
    std::string select;
    for (auto at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
        const auto tag = html.substr(at, html.find('>', at) - at);
        const auto name = attribute(tag, "name");
        if (tag.starts_with("<select")) select = name;
        if (tag.starts_with("<option") && tag.ends_with(" selected"))
            fields.add(select, attribute(tag, "value"));
        if (tag.starts_with("<textarea")) {
            const auto from = at + tag.size() + 1;
            auto text = html.substr(from, html.find('<', from) - from);
            unescape(text);
            fields.add(name, text);
        }
        const auto type = attribute(tag, "type");
        const bool is_choice = type == "radio" || type == "checkbox";
        const bool is_sent = !is_choice || tag.ends_with(" checked");
        if (tag.starts_with("<input") && !name.empty() && is_sent)
            fields.add(name, attribute(tag, "value"));
    }
    return fields;
}

Fields ReportFixture::typed(const std::string& html, const Fields& over)
{
    Fields fields;
    for (const auto& [name, value] : fields_of(html))
        if (!over.has(name)) fields.add(name, value);
    for (const auto& [name, value] : over)
        fields.add(name, value);
    return fields;
}

app::UnitReport ReportFixture::report(const std::string& unit)
{
    return value_of(office.read(office_monitor, [&](app::Work& work) {
        return app::unit_report(work, {PlanId("1"), PeriodId("2023"), UnitId(unit)});
    }));
}

void ReportFixture::submit_sa_loong()
{
    (void)value_of(office.write(sa_loong, [&](app::Work& work) -> Result<Done> {
        const auto save = [&](const char* item, const char* body) {
            const auto saved = app::save_item(work, sa_loong_2023, {item, body, 0});
            ensure(saved && saved->saved, "the fixture fills an empty form");
        };
        save("cell/3.2a", R"({"typed":{"num":"1","den":"3"}})");
        save("cell/3.2b", R"({"state":"not_arising"})");
        save("cell/5.1", R"({"typed":{"yes":"1"}})");
        save("cell/6.4", R"({"state":"not_applicable","reason":"Xã không có chuyên mục"})");
        save("duty/1.1", R"({"state":"finished","result":"Đã ban hành kế hoạch"})");
        save("duty/1.2", R"({"state":"under_way"})");
        (void)TRY(app::submit_report(work, sa_loong_2023, {app::Channel::web, "first", {}}));
        return done;
    }));
}

void ReportFixture::lock_period()
{
    (void)value_of(office.write(office_monitor, [](app::Work& work) {
        return app::lock_period(work, PlanId("1"), PeriodId("2023"));
    }));
}

} // namespace tiendo::web
