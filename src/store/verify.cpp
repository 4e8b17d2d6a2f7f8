#include "store/verify.hpp"

#include "base/digest.hpp"
#include "store/store.hpp"

namespace tiendo::store {
namespace {

Error wrong(const char* key, std::map<std::string, std::string> args)
{
    return refuse(Refusal::conflict, key, std::move(args));
}

Error changed(const SubmissionRecord& submission)
{
    return wrong(
        "verify.submission_changed",
        {{"id", submission.id},
         {"plan", std::to_string(submission.report.plan)},
         {"period", submission.report.period},
         {"unit", submission.report.unit},
         {"version", std::to_string(submission.version)}}
    );
}

Result<std::int64_t> verify_submissions(Submissions submissions)
{
    std::int64_t seq = 0;
    std::optional<Error> first_wrong;
    submissions.each_after(0, [&](const SubmissionRecord& submission) {
        if (first_wrong) return;
        if (submission.seq != ++seq) {
            first_wrong = wrong("verify.submission_missing", {{"seq", std::to_string(seq)}});
        } else if (submission.sha256 != digest_of(submission)) {
            first_wrong = changed(submission);
        }
    });
    if (first_wrong) return std::move(*first_wrong);
    if (seq != submissions.last_seq()) {
        return wrong("verify.submission_missing", {{"seq", std::to_string(seq + 1)}});
    }
    return seq;
}

Result<std::int64_t> verify_journal(Journal journal)
{
    std::int64_t seq = 0;
    std::string previous;
    std::optional<Error> first_wrong;
    journal.each([&](const JournalRecord& record) {
        if (first_wrong) return;
        if (record.seq != ++seq) {
            first_wrong = wrong("verify.journal_missing", {{"seq", std::to_string(seq)}});
        } else if (record.previous != previous || record.digest != digest_of(record)) {
            first_wrong = wrong("verify.journal_changed", {{"seq", std::to_string(seq)}});
        }
        previous = record.digest;
    });
    if (first_wrong) return std::move(*first_wrong);
    if (seq != journal.last_seq()) {
        return wrong("verify.journal_missing", {{"seq", std::to_string(seq + 1)}});
    }
    return seq;
}

Result<std::int64_t> verify_plan_sources(Plans plans)
{
    std::int64_t count = 0;
    for (const auto& plan : plans.all()) {
        if (sha256_hex(TRY(plans.source_bytes(plan.id))) != plan.source.sha256) {
            return wrong("verify.plan_source_changed", {{"plan", std::to_string(plan.id)}});
        }
        ++count;
    }
    return count;
}

Result<std::int64_t> verify_report_versions(ConsolidatedReports reports)
{
    std::int64_t count = 0;
    for (const auto& version : reports.all_versions()) {
        if (sha256_hex(version.body) != version.sha256) {
            return wrong(
                "verify.report_version_changed",
                {{"plan", std::to_string(version.plan)},
                 {"period", version.period},
                 {"version", std::to_string(version.version)}}
            );
        }
        ++count;
    }
    return count;
}

Result<std::int64_t> verify_issued_reports(Issuing issuing)
{
    std::int64_t count = 0;
    std::optional<Error> first_wrong;
    issuing.each_issued([&](const IssuedReport& report) {
        ++count;
        if (first_wrong) return;
        if (sha256_hex(report.snapshot) == report.snapshot_sha256 &&
            sha256_hex(report.docx) == report.docx_sha256)
            return;
        first_wrong = wrong(
            "verify.issued_report_changed",
            {{"plan", std::to_string(report.plan)},
             {"period", report.period},
             {"version", std::to_string(report.version)}}
        );
    });
    if (first_wrong) return std::move(*first_wrong);
    return count;
}

Result<std::int64_t> verify_signed_papers(SignedPapers papers)
{
    std::int64_t count = 0;
    std::optional<Error> first_wrong;
    papers.each([&](const SignedPaper& paper) {
        ++count;
        if (first_wrong || sha256_hex(paper.bytes) == paper.sha256) return;
        first_wrong = wrong(
            "verify.signed_paper_changed",
            {{"plan", std::to_string(paper.report.plan)},
             {"period", paper.report.period},
             {"name", paper.name}}
        );
    });
    if (first_wrong) return std::move(*first_wrong);
    return count;
}

Result<std::int64_t> verify_evidence(EvidenceFiles files)
{
    std::int64_t count = 0;
    for (const auto& file : files.all()) {
        if (sha256_hex(TRY(files.bytes(file.id))) != file.sha256) {
            return wrong(
                "verify.evidence_changed", {{"name", file.name}, {"unit", file.report.unit}}
            );
        }
        ++count;
    }
    return count;
}

} // namespace

Result<Verified> verify(Store& store)
{
    return store.read([](Transaction& transaction) -> Result<Verified> {
        Verified verified;
        verified.submissions = TRY(verify_submissions(transaction.submissions()));
        verified.journal_entries = TRY(verify_journal(transaction.journal()));
        verified.plan_sources = TRY(verify_plan_sources(transaction.plans()));
        verified.report_versions = TRY(verify_report_versions(transaction.consolidated_reports()));
        verified.issued_reports = TRY(verify_issued_reports(transaction.issuing()));
        verified.signed_papers = TRY(verify_signed_papers(transaction.signed_papers()));
        verified.evidence = TRY(verify_evidence(transaction.evidence()));
        const auto damage = transaction.tables().damage();
        if (!damage.empty()) return wrong("verify.database_damaged", {{"detail", damage}});
        return verified;
    });
}

} // namespace tiendo::store
