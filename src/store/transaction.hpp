#pragma once

#include "store/access_tokens.hpp"
#include "store/accounts.hpp"
#include "store/changes.hpp"
#include "store/chases.hpp"
#include "store/consolidated_reports.hpp"
#include "store/data_answers.hpp"
#include "store/drafts.hpp"
#include "store/evidence.hpp"
#include "store/issuing.hpp"
#include "store/journal.hpp"
#include "store/library.hpp"
#include "store/office_tables.hpp"
#include "store/periods.hpp"
#include "store/plans.hpp"
#include "store/reports.hpp"
#include "store/settings.hpp"
#include "store/signed_papers.hpp"
#include "store/submissions.hpp"
#include "store/superior_forms.hpp"
#include "store/tables.hpp"
#include "store/unit_changes.hpp"
#include "store/units.hpp"
#include "store/waiting_uploads.hpp"
#include "store/workbooks.hpp"

namespace tiendo::store {

/// Everything that is kept, as one use case sees it: nobody else's half-done work, and its own only
/// if all of it succeeds. The parts are light handles and live no longer than the transaction.
class Transaction {
public:
    explicit Transaction(sql::Connection& connection) : connection_(connection) {}
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    AccessTokens access_tokens() { return AccessTokens(connection_); }
    Accounts accounts() { return Accounts(connection_); }
    Changes changes() { return Changes(connection_, noted_); }
    ConsolidatedReports consolidated_reports() { return ConsolidatedReports(connection_); }
    DataAnswers data_answers() { return DataAnswers(connection_); }
    Drafts drafts() { return Drafts(connection_); }
    Issuing issuing() { return Issuing(connection_); }
    EvidenceFiles evidence() { return EvidenceFiles(connection_); }
    Journal journal() { return Journal(connection_); }
    Ladders ladders() { return Ladders(connection_); }
    Library library() { return Library(connection_, noted_); }
    Notices notices() { return Notices(connection_); }
    OfficeTables office_tables() { return OfficeTables(connection_, noted_); }
    Periods periods() { return Periods(connection_, noted_); }
    Plans plans() { return Plans(connection_, noted_); }
    ReportLinks report_links() { return ReportLinks(connection_); }
    Reports reports() { return Reports(connection_, noted_); }
    Sessions sessions() { return Sessions(connection_); }
    Settings settings() { return Settings(connection_); }
    SignedPapers signed_papers() { return SignedPapers(connection_); }
    Submissions submissions() { return Submissions(connection_, noted_); }
    SuperiorForms superior_forms() { return SuperiorForms(connection_); }
    Tables tables() { return Tables(connection_, noted_); }
    UnitChanges unit_changes() { return UnitChanges(connection_); }
    UnitReportHeads unit_report_heads() { return UnitReportHeads(connection_); }
    Units units() { return Units(connection_, noted_); }
    WaitingUploads waiting_uploads() { return WaitingUploads(connection_); }
    Workbooks workbooks() { return Workbooks(connection_); }

private:
    sql::Connection& connection_;
    NotedChanges noted_{};
};

} // namespace tiendo::store
