#pragma once

#include "app/report/reports.hpp"
#include "domain/report/unit_report.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

/// A unit's own report as a paper: written from its form, signed outside, and brought back as a
/// scan that stays with the version that it is of.
namespace tiendo::app {

/// A signed paper that was uploaded.
struct SignedScan {
    int number = 0;
    int version = 0; ///< of the submission that it is the paper of
    std::string document_number{};
    std::optional<Date> date{};
    std::string signer{};
    std::string file_name{};
    std::string sha256{};
    std::string by{};
    Instant at{};
};

struct UnitPaper {
    OfficialDocument document{};
    ReportSetup setup{};
    std::int64_t revision = 0;       ///< of the head; 0 while it is only proposed
    std::vector<SignedScan> scans{}; ///< the newest first
    int version = 0;                 ///< of the newest submission; 0: not handed in yet
};

/// The report as it stands: what was handed in, or the draft while the unit types. Needs
/// Right::see_report for the unit.
Result<UnitPaper> unit_paper(Work& work, const ReportOf& of, const ActivityNames& names);

/// The same as a file for Word.
Result<std::string> unit_docx(Work& work, const ReportOf& of, const ActivityNames& names);

/// Keeps head, addressee and signing block; the unit's next period begins with them. Needs
/// Right::enter_report for the unit.
Result<Done>
put_unit_head(Work& work, const ReportOf& of, const ReportSetup& setup, std::int64_t revision);

/// A signed paper on its way in.
struct NewScan {
    std::string document_number{};
    std::optional<Date> date{};
    std::string signer{};
    std::string file_name{};
    std::string bytes{};
};
/// Adds it to the newest submission; earlier ones stay. Refuses a report that was not handed in, a
/// file that is no PDF, and one without number, day and signer. Needs Right::enter_report.
Result<Done> add_unit_scan(Work& work, const ReportOf& of, const NewScan& scan);

struct ScanFile {
    std::string file_name{};
    std::string bytes{};
};
/// Needs Right::see_report for the unit.
Result<ScanFile> unit_scan(Work& work, const ReportOf& of, int number);

/// The units whose newest version has its signed paper. Needs Right::see_plan.
Result<std::set<UnitId>> signed_units(Work& work, const PlanId& plan, const PeriodId& period);

} // namespace tiendo::app
