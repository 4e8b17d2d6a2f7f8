#include "app/chase/chase_office.hpp"

#include "app/period/periods.hpp"
#include "app/plan/plans.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>

namespace tiendo::app {
namespace {

template <class T> T value_of(Result<T> result)
{
    ensure(result.has_value(), "the fixture is put together from what is allowed");
    return std::move(result).value();
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
    reading.document.issuer = "Ủy ban nhân dân huyện Ngọc Hồi";
    reading.document.period_to = date(2023, 12, 31);
    reading.objectives = {
        {"3",
         "Trong đời sống gia đình",
         {1, 1},
         {{"3.2",
           "80% người bị bạo lực được hỗ trợ; 50% người gây bạo lực được tư vấn",
           {2, 2},
           {percent(80), percent(50)}}}}
    };
    return reading;
}

struct NewUnit {
    const char* id;
    const char* body;
};
constexpr std::array units{
    NewUnit{
        "phong-ldtbxh",
        R"({"name":"Phòng Lao động - Thương binh và Xã hội","short_name":"LĐTBXH","kind":"agency",
            "contact":{"name":"Vũ Thị Lan Anh","phone":"0260 3555 202"}})"
    },
    NewUnit{
        "sa-loong",
        R"({"name":"Ủy ban nhân dân xã Sa Loong","short_name":"Sa Loong","kind":"commune",
            "contact":{"name":"Y Mai","phone":"0260 3555 108","email":"saloong@ngochoi.example"}})"
    },
    NewUnit{
        "dak-duc",
        R"({"name":"Ủy ban nhân dân xã Đắk Dục","short_name":"Đắk Dục","kind":"commune",
            "contact":{"name":"Y Thảo","phone":"0260 3555 104"}})"
    },
    NewUnit{
        "phong-y-te",
        R"({"name":"Phòng Y tế","short_name":"Y tế","kind":"agency",
            "contact":{"name":"Bùi Quốc Việt","email":"phongyte@ngochoi.example"}})"
    },
    NewUnit{
        "mat-tran",
        R"({"name":"Ủy ban Mặt trận Tổ quốc Việt Nam huyện","short_name":"Mặt trận","kind":"front",
            "contact":{"name":"A Phước","email":"mattran@ngochoi.example"}})"
    },
};

void add_plan(Work& work)
{
    NewPlan plan;
    plan.source_name = "ke-hoach.txt";
    plan.reading = reading();
    const auto id = value_of(import_plan(work, plan));
    const auto set = [&](const char* path, const char* value) {
        (void)value_of(change_plan(work, id, {path, value, "theo phân công", {}}));
    };
    for (const auto* measure : {"3.2a", "3.2b"})
        set((std::string("measure/") + measure + "/suppliers").c_str(),
            "sa-loong; dak-duc; phong-y-te; mat-tran");
    set("measure/3.2a/indicator", "violence-victims-served");
    set("measure/3.2b/indicator", "violence-perpetrators-counselled");

    Period period;
    period.id = ChaseOffice::period;
    period.window = {date(2022, 12, 15), date(2023, 12, 14)};
    period.deadline = instant_of({date(2023, 12, 8), 17, 0});
    period.units = {
        UnitId("sa-loong"), UnitId("dak-duc"), UnitId("phong-y-te"), UnitId("mat-tran")
    };
    (void)value_of(open_period(work, id, period));
    auto ladder = value_of(ladder_of(work, id));
    ladder.ladder.is_automatic = true;
    (void)value_of(change_ladder(work, id, ladder));
}

} // namespace

const PlanId ChaseOffice::plan("1");
const PeriodId ChaseOffice::period("2023");

ChaseOffice::ChaseOffice(std::string location)
    : now(instant_of({date(2023, 12, 11), 8, 0})), location_(std::move(location))
{
    open();
    fill();
    start_mail_server();
}

Office ChaseOffice::opened(Office::Clock clock) const
{
    return {value_of(store::open_store(location_)), std::move(clock)};
}

void ChaseOffice::open()
{
    office_ = std::make_unique<Office>(opened([this] { return now; }));
}

void ChaseOffice::fill()
{
    office_->write(monitor, [](Work& work) {
        work.kept.tables().clear();
        for (const auto& unit : units) {
            store::UnitRecord record;
            record.id = unit.id;
            record.body = unit.body;
            (void)value_of(work.kept.units().put(record));
        }
        add_plan(work);
        return done;
    });
}

void ChaseOffice::start_mail_server()
{
    smtp_ = std::make_unique<mail::SmtpServer>();
    (void)value_of(office_->write(admin, [&](Work& work) {
        return change_mail_settings(work, mail_server());
    }));
}

MailSettings ChaseOffice::mail_server() const
{
    MailSettings settings;
    settings.host = "127.0.0.1";
    settings.port = smtp_->port();
    settings.security = MailSecurity::none;
    settings.from = "baocao@ngochoi.example";
    settings.site = "https://tiendo.ngochoi.example";
    return settings;
}

void ChaseOffice::make_round()
{
    decide_all_due(*office_);
    send_waiting_mail(*office_, [] { return false; });
}

void ChaseOffice::make_round_killed_at(int look)
{
    ensure(office_ == nullptr, "the store is closed while another process has it");
    const int child = fork();
    ensure(child >= 0, "a process can be started");
    if (child == 0) {
        int looks = 0;
        auto theirs = opened([&] {
            if (++looks == look) kill(getpid(), SIGKILL);
            return now;
        });
        decide_all_due(theirs);
        send_waiting_mail(theirs, [] { return false; });
        kill(getpid(), SIGKILL);
    }
    waitpid(child, nullptr, 0);
}

std::vector<NoticeSent> ChaseOffice::notices()
{
    return value_of(office_->read(monitor, [](Work& work) {
        return notices_of_period(work, plan, period);
    }));
}

std::vector<std::string> ChaseOffice::mails()
{
    std::vector<std::string> mails;
    for (const auto& notice : notices())
        if (notice.mail_state != "none")
            mails.push_back(notice.unit.str() + " " + notice.rung + " " + notice.mail_state);
    std::ranges::sort(mails);
    return mails;
}

Actor ChaseOffice::of_unit(const char* unit) const
{
    return {std::string("nhap-") + unit, unit, UnitId(unit), {Role::entry}};
}

void ChaseOffice::hand_in(const char* unit, const char* key)
{
    (void)value_of(office_->write(of_unit(unit), [&](Work& work) -> Result<Receipt> {
        for (const auto* measure : {"cell/3.2a", "cell/3.2b"}) {
            const auto saved =
                TRY(save_item(work, report(unit), {measure, R"({"state":"not_arising"})", 0}));
            ensure(saved.saved, "the fixture fills an empty form");
        }
        return submit_report(work, report(unit), {Channel::web, key, "đã nhập đủ số liệu"});
    }));
}

} // namespace tiendo::app
