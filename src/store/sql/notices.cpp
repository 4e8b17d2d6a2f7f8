#include "store/chases.hpp"
#include "store/drivers/connection.hpp"

namespace tiendo::store {
namespace {

NoticeRecord notice_in(const sql::Row& row)
{
    return {
        .id = row.text(0),
        .plan = row.integer(1),
        .period = row.text(2),
        .unit = row.text(3),
        .rung = row.text(4),
        .day = row.day(5),
        .subject = row.text(6),
        .body = row.text(7),
        .items = row.text(8),
        .at = row.instant(9),
        .by = row.text(10),
        .read_at = row.instant_if_any(11),
        .read_by = row.text(12),
        .mail_to = row.text(13),
        .mail_state = row.text(14),
        .mail_tries = row.integer(15),
        .mail_at = row.instant(16),
        .mail_answer = row.text(17),
    };
}

} // namespace

bool Notices::add(const NoticeRecord& notice)
{
    const auto added = connection_.execute(
        R"sql(
            INSERT INTO notice
                (id, plan, period, unit, rung, day, subject, body, items, at, by_whom, read_at,
                 read_by, mail_to, mail_state, mail_tries, mail_at, mail_answer)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
            ON CONFLICT (plan, period, unit, rung, day) DO NOTHING
        )sql",
        {notice.id,
         notice.plan,
         notice.period,
         notice.unit,
         notice.rung,
         notice.day,
         notice.subject,
         notice.body,
         notice.items,
         notice.at,
         notice.by,
         notice.read_at,
         notice.read_by,
         notice.mail_to,
         notice.mail_state,
         notice.mail_tries,
         notice.mail_at,
         notice.mail_answer}
    );
    return added == 1;
}

std::optional<NoticeRecord> Notices::find(const std::string& id)
{
    return connection_.find(
        R"sql(
            SELECT id, plan, period, unit, rung, day, subject, body, items, at, by_whom, read_at,
                   read_by, mail_to, mail_state, mail_tries, mail_at, mail_answer
            FROM notice WHERE id = $1
        )sql",
        {id},
        notice_in
    );
}

std::vector<NoticeRecord> Notices::of_period(std::int64_t plan, const std::string& period)
{
    return connection_.list(
        R"sql(
            SELECT id, plan, period, unit, rung, day, subject, body, items, at, by_whom, read_at,
                   read_by, mail_to, mail_state, mail_tries, mail_at, mail_answer
            FROM notice WHERE plan = $1 AND period = $2 ORDER BY at DESC, id DESC
        )sql",
        {plan, period},
        notice_in
    );
}

std::vector<NoticeRecord>
Notices::of_unit(std::int64_t plan, const std::string& period, const std::string& unit)
{
    return connection_.list(
        R"sql(
            SELECT id, plan, period, unit, rung, day, subject, body, items, at, by_whom, read_at,
                   read_by, mail_to, mail_state, mail_tries, mail_at, mail_answer
            FROM notice WHERE plan = $1 AND period = $2 AND unit = $3 ORDER BY at DESC, id DESC
        )sql",
        {plan, period, unit},
        notice_in
    );
}

bool Notices::mark_read(const std::string& id, const std::string& by, Instant at)
{
    return connection_.execute(
               R"sql(
                   UPDATE notice SET read_at = $2, read_by = $3 WHERE id = $1 AND read_at IS NULL
               )sql",
               {id, at, by}
           ) == 1;
}

std::optional<NoticeRecord> Notices::claim_mail(Instant now, Instant lost)
{
    return connection_.find(
        R"sql(
            UPDATE notice SET mail_state = 'sending', mail_at = CAST($1 AS BIGINT),
                mail_tries = mail_tries + 1
            WHERE id = (
                SELECT id FROM notice
                WHERE (mail_state = 'waiting' AND mail_at <= CAST($1 AS BIGINT))
                   OR (mail_state = 'sending' AND mail_at <= CAST($2 AS BIGINT))
                ORDER BY at, id LIMIT 1
            )
            RETURNING id, plan, period, unit, rung, day, subject, body, items, at, by_whom, read_at,
                      read_by, mail_to, mail_state, mail_tries, mail_at, mail_answer
        )sql",
        {now, lost},
        notice_in
    );
}

void Notices::put_mail(const std::string& id, const MailStep& step)
{
    connection_.execute(
        R"sql(
            UPDATE notice SET mail_state = $2, mail_at = $3, mail_answer = $4 WHERE id = $1
        )sql",
        {id, step.state, step.at, step.answer}
    );
}

std::int64_t Notices::give_up_unanswered(Instant lost)
{
    return connection_.execute(
        R"sql(
            UPDATE notice SET mail_state = 'uncertain'
            WHERE mail_state = 'handing_over' AND mail_at <= $1
        )sql",
        {lost}
    );
}

} // namespace tiendo::store
