#pragma once

#include "app/report/reports.hpp"
#include "app/work.hpp"

#include <functional>
#include <string>

namespace tiendo::app {

/// What the server does by itself for chasing. Both may run on several servers at once: what is
/// decided is unique in the store, and a mail is claimed by one.

/// Records what is due now, in every open period of every plan whose ladder is automatic. Answers
/// how many notices were new.
int decide_all_due(Office& office);

/// The file that goes with a mail about a report: its name and bytes (app/chase/workbook_mail.hpp).
struct MailFile {
    std::string name{};
    std::string type{};
    std::string bytes{};
};
using FileForMail = std::function<Result<MailFile>(Work& work, const ReportOf& of)>;

/// Sends the mails that wait, until none does or `stopped` says so. Answers how many were tried.
/// In the sample world nothing is ever sent. What does not hold any more (domain/chase/ladder.hpp)
/// is dropped, and what was decided by day does not leave by night.
///
/// A mail is marked before it is sent, marked once more before its last byte, and marked with the
/// server's answer. Lost before the last byte it is sent again, under the same Message-ID; lost
/// after it, it is left as "uncertain" for a person to decide: no mail is sent twice by itself, and
/// none is forgotten.
int send_waiting_mail(
    Office& office, const std::function<bool()>& stopped, const FileForMail& file_for = {}
);

/// Sends one mail to that address by the settings that are kept, and answers what became of it.
/// Needs Right::manage_accounts.
struct MailTried {
    bool was_taken = false;
    std::string answer{};
};
Result<MailTried> try_mail(Office& office, const Actor& actor, const std::string& address);

} // namespace tiendo::app
