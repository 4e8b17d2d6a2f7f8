#pragma once

#include "app/chase/chase_round.hpp"
#include "app/chase/mail_settings.hpp"
#include "app/chase/notices.hpp"
#include "mail/smtp_server.hpp"

#include <memory>
#include <string>
#include <vector>

namespace tiendo::app {

/// For tests: an office that follows one plan with one open period (due at 17:00 on Friday
/// 08/12/2023), asks two communes, an agency and the Front, chases by itself, and sends its mail to
/// a real server on loopback. It is Monday 11/12/2023, 08:00, and the clock stands still.
class ChaseOffice {
public:
    /// At an address of the store; what was there is thrown away.
    explicit ChaseOffice(std::string location = "sqlite::memory:");

    Office& office() { return *office_; }
    /// What the server does by itself, once.
    void make_round();
    /// The same in a process of its own, which is killed when it looks at the clock for the
    /// `look`-th time: whatever it had not committed is lost. Nobody else may have the store open.
    void make_round_killed_at(int look);
    /// As after a power failure: the store is closed and opened again.
    void close() { office_.reset(); }
    void open();

    std::vector<NoticeSent> notices();
    /// "sa-loong overdue+1 sent", in the order of the units; of one state alone, if it is named.
    std::vector<std::string> mails();
    std::vector<std::string> letters() const { return smtp_->letters(); }
    /// From now on no server answers at the address to which mail goes.
    void stop_mail_server() { smtp_.reset(); }
    /// Another server in its place.
    void start_mail_server();
    MailSettings mail_server() const;

    /// Fills in the whole report of a unit and hands it in.
    void hand_in(const char* unit, const char* key = "first");
    Actor of_unit(const char* unit) const;

    static const PlanId plan;
    static const PeriodId period;
    static ReportOf report(const char* unit) { return {plan, period, UnitId(unit)}; }

    Actor monitor{"chuyenvien", "Trần Lan", UnitId("phong-ldtbxh"), {Role::monitor}};
    Actor admin{"quantri", "Lê Bảo", UnitId("phong-ldtbxh"), {Role::admin}};
    Instant now{};

private:
    Office opened(Office::Clock clock) const;
    void fill();

    std::string location_;
    std::unique_ptr<mail::SmtpServer> smtp_;
    std::unique_ptr<Office> office_;
};

} // namespace tiendo::app
