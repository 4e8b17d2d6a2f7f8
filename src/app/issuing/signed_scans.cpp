#include "app/issuing/signed_scans.hpp"

#include "base/text.hpp"
#include "documents/exchange/report_setup_json.hpp"
#include "documents/package/pdf_marks.hpp"

#include <algorithm>

namespace tiendo::app {
namespace {

constexpr std::size_t scan_bytes_max = std::size_t{25} << 20; // docs/limits.md
constexpr std::size_t file_name_bytes_max = 200;

} // namespace

Result<Done> check_scan(const NewScan& scan)
{
    Error error{Refusal::invalid, {}};
    if (squeeze(scan.document_number).empty())
        error.problems.push_back({"scan.number_missing", {}, "number"});
    if (!scan.date) error.problems.push_back({"scan.date_missing", {}, "date"});
    if (squeeze(scan.signer).empty())
        error.problems.push_back({"scan.signer_missing", {}, "signer_name"});
    if (scan.bytes.empty())
        error.problems.push_back({"scan.file_missing", {}, "file"});
    else if (!documents::is_whole_pdf(scan.bytes))
        error.problems.push_back({"scan.not_a_pdf", {}, "file"});
    if (!error.problems.empty()) return error;
    if (scan.bytes.size() > scan_bytes_max)
        return refuse(Refusal::too_large, "file.too_large", {}, "file");
    return done;
}

store::SignedPaper scan_record(const store::ReportKey& of, const NewScan& scan)
{
    ReportSetup recorded;
    recorded.number = squeeze(scan.document_number);
    recorded.date = scan.date;
    recorded.signer_name = squeeze(scan.signer);
    store::SignedPaper paper;
    paper.report = of;
    paper.body = documents::to_json(recorded);
    paper.name = scan.file_name.substr(0, file_name_bytes_max);
    paper.bytes = scan.bytes;
    return paper;
}

SignedScan scan_from(const store::SignedPaper& paper)
{
    const auto recorded = documents::parse_report_setup(paper.body);
    ensure(recorded.has_value(), "what was recorded of a signed paper can be read");
    SignedScan scan;
    scan.number = static_cast<int>(paper.number);
    scan.version = static_cast<int>(paper.version);
    scan.document_number = recorded->number;
    scan.date = recorded->date;
    scan.signer = recorded->signer_name;
    scan.file_name = paper.name;
    scan.sha256 = paper.sha256;
    scan.by = paper.by;
    scan.at = paper.at;
    return scan;
}

std::vector<SignedScan> scans_of(Work& work, const store::ReportKey& of)
{
    std::vector<SignedScan> scans;
    for (const auto& paper : work.kept.signed_papers().of(of))
        scans.push_back(scan_from(paper));
    std::ranges::reverse(scans);
    return scans;
}

} // namespace tiendo::app
