#include "web/pages/many_units.hpp"

#include "app/period/periods.hpp"
#include "app/plan/plans.hpp"
#include "app/report/reports.hpp"

#include <array>

namespace tiendo::web {
namespace {

constexpr int communes = 130;
constexpr std::array last_of_provinces{60, 100, communes};
const Actor officer{"chuyenvien", "Trần Lan", UnitId("so"), {Role::monitor, Role::field_lead}};

template <class T> T value_of(Result<T> result)
{
    ensure(result.has_value(), "the fixture is put together from what is allowed");
    return std::move(result).value();
}

struct Named {
    std::string id{};
    std::string above{};
    std::string name{};
    std::string short_name{};
    std::string kind{};
};

void add_unit(app::Work& work, const Named& unit)
{
    store::UnitRecord record;
    record.id = unit.id;
    record.parent = unit.above;
    record.body = R"({"name":")" + unit.name + R"(","short_name":")" + unit.short_name +
                  R"(","kind":")" + unit.kind + R"("})";
    (void)value_of(work.kept.units().put(record));
}

std::string three_digits(int number)
{
    const auto digits = std::to_string(number);
    return std::string(3 - digits.size(), '0') + digits;
}

void add_units(app::Work& work)
{
    add_unit(work, {"so", "", "Sở Nội vụ", "Sở Nội vụ", "agency"});
    for (const std::string number : {"1", "2", "3"})
        add_unit(
            work, {"tinh-" + number, "", "UBND tỉnh Số " + number, "Tỉnh Số " + number, "committee"}
        );
    for (int number = 1, province = 1; number <= communes; ++number) {
        if (number > last_of_provinces.at(static_cast<std::size_t>(province - 1))) ++province;
        const auto name = "Mẫu " + three_digits(number);
        add_unit(
            work,
            {commune_id(number),
             "tinh-" + std::to_string(province),
             "Ủy ban nhân dân xã " + name,
             name,
             "commune"}
        );
    }
}

void add_account(app::Work& work, const char* login, const char* name, const char* roles)
{
    store::AccountRecord record;
    record.login = login;
    record.name = name;
    record.unit = "so";
    record.roles = roles;
    (void)value_of(work.kept.accounts().put(record));
}

Quantity percent(std::int64_t value)
{
    Quantity quantity;
    quantity.value = value;
    quantity.unit = "percent";
    return quantity;
}

void add_plan(app::Work& work)
{
    app::NewPlan plan;
    plan.source_name = "ke-hoach.txt";
    plan.reading.document.title = "Kế hoạch mẫu năm 2023";
    plan.reading.document.period_to = date(2023, 12, 31);
    plan.reading.objectives = {
        {"1",
         "Mục tiêu",
         {1, 1},
         {{"1.1", "Tỷ lệ số 1 đạt 40% trở lên", {2, 2}, {percent(40)}},
          {"1.2", "Tỷ lệ số 2 đạt 60% trở lên", {3, 3}, {percent(60)}}}}
    };
    auto& task = plan.reading.tasks.emplace_back();
    task.id = "1.1";
    task.text = "Ban hành kế hoạch của xã";
    task.lines = {4, 4};
    const auto id = value_of(app::import_plan(work, plan));
    std::string units;
    Period period;
    for (int number = 1; number <= communes; ++number) {
        units += (units.empty() ? "" : "; ") + commune_id(number);
        period.units.push_back(UnitId(commune_id(number)));
    }
    for (const std::string measure : {"1.1", "1.2"}) {
        (void
        )value_of(app::change_plan(work, id, {"measure/" + measure + "/suppliers", units, {}, {}}));
        (void
        )value_of(app::change_plan(work, id, {"measure/" + measure + "/indicator", "share", {}, {}})
        );
    }
    period.id = PeriodId("2023");
    period.window = {date(2022, 12, 15), date(2023, 12, 14)};
    period.deadline = instant_of({date(2023, 12, 8), 17, 0});
    (void)value_of(app::open_period(work, id, period));
}

void hand_in(app::Office& office, int number)
{
    const UnitId unit(commune_id(number));
    const Actor actor{unit.str(), "Y Nga", unit, {Role::entry}};
    (void)value_of(office.write(actor, [&](app::Work& work) -> Result<Done> {
        const app::ReportOf of{PlanId("1"), PeriodId("2023"), unit};
        for (const auto* item : {"cell/1.1", "cell/1.2"})
            TRY(app::save_item(work, of, {item, R"({"typed":{"num":"1","den":"2"}})", 0}));
        (void)TRY(app::submit_report(work, of, {app::Channel::web, "first", {}}));
        return done;
    }));
}

} // namespace

std::string commune_id(int number)
{
    return "xa-" + three_digits(number);
}

app::Office office_of_many_units()
{
    app::Office office(value_of(store::open_store("sqlite::memory:")), [] {
        return instant_of({date(2023, 12, 6), 9, 14});
    });
    (void)value_of(office.write(officer, [](app::Work& work) -> Result<Done> {
        add_units(work);
        add_account(work, "chuyenvien", "Trần Lan", "monitor,field_lead");
        add_account(work, "quantri", "Lê Bình", "admin");
        add_plan(work);
        return done;
    }));
    for (const int number : {1, 2, communes})
        hand_in(office, number);
    return office;
}

} // namespace tiendo::web
