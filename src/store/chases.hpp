#pragma once

#include "base/date.hpp"
#include "base/result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tiendo::store {

namespace sql {
class Connection;
}

/// One notice, as it was decided, with what became of its mail.
struct NoticeRecord {
    std::string id{};
    std::int64_t plan = 0;
    std::string period{};
    std::string unit{}; ///< empty: for the office itself
    std::string rung{};
    Date day{}; ///< on which the rung fell due
    std::string subject{};
    std::string body{};
    std::string items{}; ///< numbers of the missing rows, "3.2a; 6.1"
    Instant at{};
    std::string by{};
    std::optional<Instant> read_at{};
    std::string read_by{};
    std::string mail_to{};
    std::string mail_state{}; ///< none, waiting, sending, handing_over, sent, refused, uncertain
    std::int64_t mail_tries = 0;
    Instant mail_at{};         ///< by the computer's clock: of the last try, or not before which
    std::string mail_answer{}; ///< what the server said last

    friend bool operator==(const NoticeRecord&, const NoticeRecord&) = default;
};

/// What became of a mail, or is to become of it.
struct MailStep {
    std::string state{};
    Instant at{};
    std::string answer{};
};

/// The outbox: notices are recorded in the transaction that decides them, and sent afterwards.
class Notices {
public:
    explicit Notices(sql::Connection& connection) : connection_(connection) {}

    /// False where that rung was recorded for that unit and day already; then nothing is done.
    bool add(const NoticeRecord& notice);
    std::optional<NoticeRecord> find(const std::string& id);
    /// The newest first.
    std::vector<NoticeRecord> of_period(std::int64_t plan, const std::string& period);
    std::vector<NoticeRecord>
    of_unit(std::int64_t plan, const std::string& period, const std::string& unit);
    /// The first reading counts.
    bool mark_read(const std::string& id, const std::string& by, Instant at);

    /// Takes the next mail that waits, or that was being sent by somebody who has not been heard of
    /// since `lost`, and marks it as being sent: nobody else gets it.
    std::optional<NoticeRecord> claim_mail(Instant now, Instant lost);
    void put_mail(const std::string& id, const MailStep& step);
    /// Mails that were at the last step when their sender was lost: whether they arrived is not
    /// known. Answers how many.
    std::int64_t give_up_unanswered(Instant lost);

private:
    sql::Connection& connection_;
};

struct LadderRecord {
    std::int64_t plan = 0;
    std::string body{}; ///< JSON
    std::int64_t revision = 0;

    friend bool operator==(const LadderRecord&, const LadderRecord&) = default;
};

class Ladders {
public:
    explicit Ladders(sql::Connection& connection) : connection_(connection) {}

    std::optional<LadderRecord> find(std::int64_t plan);
    std::vector<LadderRecord> all();
    /// Answers the new revision. The record carries the revision that was read, 0 for a new one.
    Result<std::int64_t> put(const LadderRecord& ladder);

private:
    sql::Connection& connection_;
};

/// Opens one report, once. Only the digest of its token is kept.
struct ReportLink {
    std::string token_hash{};
    std::int64_t plan = 0;
    std::string period{};
    std::string unit{};
    Instant at{};
    std::string by{};
    Instant expires{};
    std::optional<Instant> used{};
    std::optional<Instant> revoked{};

    friend bool operator==(const ReportLink&, const ReportLink&) = default;
};

class ReportLinks {
public:
    explicit ReportLinks(sql::Connection& connection) : connection_(connection) {}

    void add(const ReportLink& link);
    std::optional<ReportLink> find(const std::string& token_hash);
    /// The newest first.
    std::vector<ReportLink> of_period(std::int64_t plan, const std::string& period);
    /// It is used up by this. None if it is unknown, used, revoked or expired.
    std::optional<ReportLink> use(const std::string& token_hash, Instant now);
    bool revoke(const std::string& token_hash, Instant now);

private:
    sql::Connection& connection_;
};

} // namespace tiendo::store
