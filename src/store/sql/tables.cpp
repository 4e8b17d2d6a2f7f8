#include "store/tables.hpp"

#include "store/drivers/connection.hpp"

#include <array>
#include <ranges>
#include <string_view>

namespace tiendo::store {
namespace {

struct Table {
    const char* name;
    sql::Sql select;
    sql::Sql insert;
    sql::Sql clear;
};

/// Each after those that it refers to; what is not written here has no way into a copy.
constexpr std::array tables{
    Table{
        "setting",
        R"sql(SELECT key, value FROM setting ORDER BY key)sql",
        R"sql(INSERT INTO setting (key, value) VALUES ($1, $2))sql",
        R"sql(DELETE FROM setting)sql",
    },
    Table{
        "counter",
        R"sql(SELECT name, value FROM counter ORDER BY name)sql",
        R"sql(
            INSERT INTO counter (name, value) VALUES ($1, $2)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
        )sql",
        R"sql(UPDATE counter SET value = 0)sql",
    },
    Table{
        "unit",
        R"sql(
            SELECT id, code, parent, body, valid_from, valid_to, revision FROM unit ORDER BY id
        )sql",
        R"sql(
            INSERT INTO unit (id, code, parent, body, valid_from, valid_to, revision)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
        )sql",
        R"sql(DELETE FROM unit)sql",
    },
    Table{
        "unit_succession",
        R"sql(
            SELECT predecessor, successor, on_day, kind, share FROM unit_succession
            ORDER BY predecessor, successor, on_day
        )sql",
        R"sql(
            INSERT INTO unit_succession (predecessor, successor, on_day, kind, share)
            VALUES ($1, $2, $3, $4, $5)
        )sql",
        R"sql(DELETE FROM unit_succession)sql",
    },
    Table{
        "unit_change",
        R"sql(
            SELECT id, kind, title, body, effect, state, by_whom, at FROM unit_change ORDER BY id
        )sql",
        R"sql(
            INSERT INTO unit_change (id, kind, title, body, effect, state, by_whom, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        )sql",
        R"sql(DELETE FROM unit_change)sql",
    },
    Table{
        "account",
        R"sql(
            SELECT login, name, unit, roles, password_hash, disabled, must_change, created, revision
            FROM account ORDER BY login
        )sql",
        R"sql(
            INSERT INTO account
                (login, name, unit, roles, password_hash, disabled, must_change, created, revision)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        )sql",
        R"sql(DELETE FROM account)sql",
    },
    Table{
        "account_position",
        R"sql(SELECT login, unit, roles FROM account_position ORDER BY login, unit)sql",
        R"sql(INSERT INTO account_position (login, unit, roles) VALUES ($1, $2, $3))sql",
        R"sql(DELETE FROM account_position)sql",
    },
    Table{
        "access_token",
        R"sql(
            SELECT token_hash, login, unit, name, scope, created, expires, last_used, revoked
            FROM access_token ORDER BY token_hash
        )sql",
        R"sql(
            INSERT INTO access_token
                (token_hash, login, unit, name, scope, created, expires, last_used, revoked)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        )sql",
        R"sql(DELETE FROM access_token)sql",
    },
    Table{
        "one_time_code",
        R"sql(SELECT code_hash, login, expires, used FROM one_time_code ORDER BY code_hash)sql",
        R"sql(
            INSERT INTO one_time_code (code_hash, login, expires, used) VALUES ($1, $2, $3, $4)
        )sql",
        R"sql(DELETE FROM one_time_code)sql",
    },
    Table{
        "session",
        R"sql(
            SELECT token_hash, login, created, last_seen, csrf_secret, report, unit FROM session
            ORDER BY token_hash
        )sql",
        R"sql(
            INSERT INTO session (token_hash, login, created, last_seen, csrf_secret, report, unit)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
        )sql",
        R"sql(DELETE FROM session)sql",
    },
    Table{
        "login_attempt",
        R"sql(SELECT subject, failures, last_at FROM login_attempt ORDER BY subject)sql",
        R"sql(INSERT INTO login_attempt (subject, failures, last_at) VALUES ($1, $2, $3))sql",
        R"sql(DELETE FROM login_attempt)sql",
    },
    Table{
        "plan",
        R"sql(
            SELECT id, title, state, source_name, source_bytes, source_sha256, source_lines,
                   reading, created_at, created_by, revision
            FROM plan ORDER BY id
        )sql",
        R"sql(
            INSERT INTO plan
                (id, title, state, source_name, source_bytes, source_sha256, source_lines, reading,
                 created_at, created_by, revision)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        )sql",
        R"sql(DELETE FROM plan)sql",
    },
    Table{
        "plan_change",
        R"sql(
            SELECT plan, number, path, value, reason, by_whom, at, finding FROM plan_change
            ORDER BY plan, number
        )sql",
        R"sql(
            INSERT INTO plan_change (plan, number, path, value, reason, by_whom, at, finding)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        )sql",
        R"sql(DELETE FROM plan_change)sql",
    },
    Table{
        "plan_page",
        R"sql(
            SELECT plan, page, width, height, picture FROM plan_page ORDER BY plan, page
        )sql",
        R"sql(
            INSERT INTO plan_page (plan, page, width, height, picture)
            VALUES ($1, $2, $3, $4, $5)
        )sql",
        R"sql(DELETE FROM plan_page)sql",
    },
    Table{
        "indicator",
        R"sql(SELECT id, body, revision FROM indicator ORDER BY id)sql",
        R"sql(INSERT INTO indicator (id, body, revision) VALUES ($1, $2, $3))sql",
        R"sql(DELETE FROM indicator)sql",
    },
    Table{
        "holiday",
        R"sql(SELECT day, name, kind FROM holiday ORDER BY day)sql",
        R"sql(INSERT INTO holiday (day, name, kind) VALUES ($1, $2, $3))sql",
        R"sql(DELETE FROM holiday)sql",
    },
    Table{
        "period",
        R"sql(SELECT plan, id, body, state, revision FROM period ORDER BY plan, id)sql",
        R"sql(INSERT INTO period (plan, id, body, state, revision) VALUES ($1, $2, $3, $4, $5))sql",
        R"sql(DELETE FROM period)sql",
    },
    Table{
        "office_table",
        R"sql(
            SELECT plan, period, key, body, by_whom, at, revision FROM office_table
            ORDER BY plan, period, key
        )sql",
        R"sql(
            INSERT INTO office_table (plan, period, key, body, by_whom, at, revision)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
        )sql",
        R"sql(DELETE FROM office_table)sql",
    },
    Table{
        "draft_item",
        R"sql(
            SELECT plan, period, unit, item, body, revision, by_whom, at FROM draft_item
            ORDER BY plan, period, unit, item
        )sql",
        R"sql(
            INSERT INTO draft_item (plan, period, unit, item, body, revision, by_whom, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        )sql",
        R"sql(DELETE FROM draft_item)sql",
    },
    Table{
        "draft_bulk",
        R"sql(
            SELECT plan, period, unit, origins, cells, at FROM draft_bulk
            ORDER BY plan, period, unit
        )sql",
        R"sql(
            INSERT INTO draft_bulk (plan, period, unit, origins, cells, at)
            VALUES ($1, $2, $3, $4, $5, $6)
        )sql",
        R"sql(DELETE FROM draft_bulk)sql",
    },
    Table{
        "submission",
        R"sql(
            SELECT seq, id, plan, period, unit, version, body, sha256, author, at, channel,
                   idempotency_key
            FROM submission ORDER BY seq
        )sql",
        R"sql(
            INSERT INTO submission
                (seq, id, plan, period, unit, version, body, sha256, author, at, channel,
                 idempotency_key)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        )sql",
        R"sql(DELETE FROM submission)sql",
    },
    Table{
        "report",
        R"sql(
            SELECT plan, period, unit, state, version, body, revision, updated_at FROM report
            ORDER BY plan, period, unit
        )sql",
        R"sql(
            INSERT INTO report (plan, period, unit, state, version, body, revision, updated_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        )sql",
        R"sql(DELETE FROM report)sql",
    },
    Table{
        "journal",
        R"sql(
            SELECT seq, at, by_whom, unit, plan, period, verb, subject, detail, previous, digest
            FROM journal ORDER BY seq
        )sql",
        R"sql(
            INSERT INTO journal
                (seq, at, by_whom, unit, plan, period, verb, subject, detail, previous, digest)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        )sql",
        R"sql(DELETE FROM journal)sql",
    },
    Table{
        "office_text",
        R"sql(
            SELECT plan, period, key, text, computed_text, reason, by_whom, at, revision
            FROM office_text ORDER BY plan, period, key
        )sql",
        R"sql(
            INSERT INTO office_text
                (plan, period, key, text, computed_text, reason, by_whom, at, revision)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        )sql",
        R"sql(DELETE FROM office_text)sql",
    },
    Table{
        "gathered_part",
        R"sql(
            SELECT plan, period, part, choices, by_whom, at, revision FROM gathered_part
            ORDER BY plan, period, part
        )sql",
        R"sql(
            INSERT INTO gathered_part (plan, period, part, choices, by_whom, at, revision)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
        )sql",
        R"sql(DELETE FROM gathered_part)sql",
    },
    Table{
        "report_version",
        R"sql(
            SELECT plan, period, version, body, sha256, at, by_whom, state FROM report_version
            ORDER BY plan, period, version
        )sql",
        R"sql(
            INSERT INTO report_version (plan, period, version, body, sha256, at, by_whom, state)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        )sql",
        R"sql(DELETE FROM report_version)sql",
    },
    Table{
        "unit_report_head",
        R"sql(
            SELECT plan, period, unit, body, by_whom, at, revision FROM unit_report_head ORDER BY
                plan, period, unit
        )sql",
        R"sql(
            INSERT INTO unit_report_head
                (plan, period, unit, body, by_whom, at, revision)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
        )sql",
        R"sql(DELETE FROM unit_report_head)sql",
    },
    Table{
        "signed_paper",
        R"sql(
            SELECT plan, period, unit, number, version, body, name, bytes, sha256, by_whom, at
                FROM signed_paper ORDER BY plan, period, unit, number
        )sql",
        R"sql(
            INSERT INTO signed_paper
                (plan, period, unit, number, version, body, name, bytes, sha256, by_whom, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        )sql",
        R"sql(DELETE FROM signed_paper)sql",
    },
    Table{
        "issuing_step",
        R"sql(
            SELECT plan, period, number, body, by_whom, at FROM issuing_step ORDER BY plan,
                period, number
        )sql",
        R"sql(
            INSERT INTO issuing_step
                (plan, period, number, body, by_whom, at)
            VALUES ($1, $2, $3, $4, $5, $6)
        )sql",
        R"sql(DELETE FROM issuing_step)sql",
    },
    Table{
        "issued_report",
        R"sql(
            SELECT plan, period, version, snapshot, snapshot_sha256, docx, docx_sha256, by_whom,
                at FROM issued_report ORDER BY plan, period, version
        )sql",
        R"sql(
            INSERT INTO issued_report
                (plan, period, version, snapshot, snapshot_sha256, docx, docx_sha256, by_whom, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        )sql",
        R"sql(DELETE FROM issued_report)sql",
    },
    Table{
        "superior_form",
        R"sql(
            SELECT plan, sha256, name, bytes, tables, places, by_whom, at, revision FROM
                superior_form ORDER BY plan, sha256
        )sql",
        R"sql(
            INSERT INTO superior_form
                (plan, sha256, name, bytes, tables, places, by_whom, at, revision)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        )sql",
        R"sql(DELETE FROM superior_form)sql",
    },
    Table{
        "notice",
        R"sql(
            SELECT id, plan, period, unit, rung, day, subject, body, items, at, by_whom, read_at,
                   read_by, mail_to, mail_state, mail_tries, mail_at, mail_answer
            FROM notice ORDER BY id
        )sql",
        R"sql(
            INSERT INTO notice
                (id, plan, period, unit, rung, day, subject, body, items, at, by_whom, read_at,
                 read_by, mail_to, mail_state, mail_tries, mail_at, mail_answer)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
        )sql",
        R"sql(DELETE FROM notice)sql",
    },
    Table{
        "ladder",
        R"sql(SELECT plan, body, revision FROM ladder ORDER BY plan)sql",
        R"sql(INSERT INTO ladder (plan, body, revision) VALUES ($1, $2, $3))sql",
        R"sql(DELETE FROM ladder)sql",
    },
    Table{
        "report_link",
        R"sql(
            SELECT token_hash, plan, period, unit, at, by_whom, expires, used, revoked
            FROM report_link ORDER BY token_hash
        )sql",
        R"sql(
            INSERT INTO report_link
                (token_hash, plan, period, unit, at, by_whom, expires, used, revoked)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        )sql",
        R"sql(DELETE FROM report_link)sql",
    },
    Table{
        "workbook_upload",
        R"sql(
            SELECT id, plan, period, unit, file_name, sha256, sheets, state, by_whom, at
            FROM workbook_upload ORDER BY id
        )sql",
        R"sql(
            INSERT INTO workbook_upload
                (id, plan, period, unit, file_name, sha256, sheets, state, by_whom, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        )sql",
        R"sql(DELETE FROM workbook_upload)sql",
    },
    Table{
        "workbook_item",
        R"sql(
            SELECT upload, item, body_before, body_after FROM workbook_item ORDER BY upload, item
        )sql",
        R"sql(
            INSERT INTO workbook_item (upload, item, body_before, body_after)
            VALUES ($1, $2, $3, $4)
        )sql",
        R"sql(DELETE FROM workbook_item)sql",
    },
    Table{
        "waiting_upload",
        R"sql(
            SELECT id, place, file_name, bytes, by_whom, at FROM waiting_upload ORDER BY id
        )sql",
        R"sql(
            INSERT INTO waiting_upload (id, place, file_name, bytes, by_whom, at)
            VALUES ($1, $2, $3, $4, $5, $6)
        )sql",
        R"sql(DELETE FROM waiting_upload)sql",
    },
    Table{
        "evidence",
        R"sql(
            SELECT id, plan, period, unit, item, name, kind, size, sha256, bytes, by_whom, at,
                   removed_at
            FROM evidence ORDER BY id
        )sql",
        R"sql(
            INSERT INTO evidence
                (id, plan, period, unit, item, name, kind, size, sha256, bytes, by_whom, at,
                 removed_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        )sql",
        R"sql(DELETE FROM evidence)sql",
    },
    Table{
        "data_answer",
        R"sql(
            SELECT seq, plan, period, question, about, reason, by_whom, at FROM data_answer
            ORDER BY seq
        )sql",
        R"sql(
            INSERT INTO data_answer (seq, plan, period, question, about, reason, by_whom, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        )sql",
        R"sql(DELETE FROM data_answer)sql",
    },
};

} // namespace

bool Tables::are_empty()
{
    const auto rows = connection_.find(
        R"sql(
            SELECT (SELECT COUNT(*) FROM setting) + (SELECT COUNT(*) FROM unit)
                + (SELECT COUNT(*) FROM unit_succession) + (SELECT COUNT(*) FROM account)
                + (SELECT COUNT(*) FROM login_attempt) + (SELECT COUNT(*) FROM plan)
                + (SELECT COUNT(*) FROM indicator) + (SELECT COUNT(*) FROM holiday)
                + (SELECT COUNT(*) FROM draft_item)
                + (SELECT COUNT(*) FROM draft_bulk) + (SELECT COUNT(*) FROM journal)
        )sql",
        {},
        [](const sql::Row& row) { return row.integer(0); }
    );
    return rows == 0;
}

void Tables::copy_to(Tables target)
{
    target.noted_.note({ChangeKind::everything, 0, {}, {}});
    for (const auto& table : tables) {
        const bool has_secrets = std::string_view(table.name) == "setting";
        connection_.each(table.select, {}, [&](const sql::Row& row) {
            if (has_secrets && row.text(0).starts_with("secret.")) return;
            target.connection_.execute(table.insert, row.values());
        });
    }
}

std::string Tables::damage()
{
    return connection_.damage();
}

void Tables::clear(const std::set<std::string>& kept)
{
    noted_.note({ChangeKind::everything, 0, {}, {}});
    for (const auto& table : tables | std::views::reverse) {
        if (!kept.contains(table.name)) connection_.execute(table.clear, {});
    }
}

std::vector<std::string> Tables::names()
{
    std::vector<std::string> names;
    for (const auto& table : tables)
        names.emplace_back(table.name);
    return names;
}

} // namespace tiendo::store
