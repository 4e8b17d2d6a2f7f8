#include "store/accounts.hpp"

#include "store/drivers/connection.hpp"
#include "store/sql/answers.hpp"

namespace tiendo::store {
namespace {

AccountRecord account_in(const sql::Row& row)
{
    return {
        .login = row.text(0),
        .name = row.text(1),
        .unit = row.text(2),
        .roles = row.text(3),
        .password_hash = row.text(4),
        .disabled = row.flag(5),
        .must_change = row.flag(6),
        .created = row.instant(7),
        .revision = row.integer(8),
    };
}

PositionRecord position_in(const sql::Row& row)
{
    return {.login = row.text(0), .unit = row.text(1), .roles = row.text(2)};
}

} // namespace

Result<AccountRecord> Accounts::get(const std::string& login)
{
    return sql::found_or_refused(
        connection_.find(
            R"sql(
                SELECT login, name, unit, roles, password_hash, disabled, must_change, created, revision
                FROM account WHERE login = $1
            )sql",
            {login},
            account_in
        ),
        "account.not_found"
    );
}

std::vector<AccountRecord> Accounts::all()
{
    return connection_.list(
        R"sql(
            SELECT login, name, unit, roles, password_hash, disabled, must_change, created, revision
            FROM account ORDER BY login
        )sql",
        {},
        account_in
    );
}

Result<std::int64_t> Accounts::put(const AccountRecord& account)
{
    return sql::revision_or_conflict(connection_.find(
        R"sql(
            INSERT INTO account
                (login, name, unit, roles, password_hash, disabled, must_change, created, revision)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, CAST($9 AS BIGINT) + 1)
            ON CONFLICT (login) DO UPDATE SET
                name = excluded.name, unit = excluded.unit, roles = excluded.roles,
                password_hash = excluded.password_hash, disabled = excluded.disabled,
                must_change = excluded.must_change, revision = excluded.revision
            WHERE account.revision = CAST($9 AS BIGINT)
            RETURNING revision
        )sql",
        {account.login,
         account.name,
         account.unit,
         account.roles,
         account.password_hash,
         account.disabled,
         account.must_change,
         account.created,
         account.revision},
        [](const sql::Row& row) { return row.integer(0); }
    ));
}

std::vector<PositionRecord> Accounts::positions()
{
    return connection_.list(
        R"sql(SELECT login, unit, roles FROM account_position ORDER BY login, unit)sql",
        {},
        position_in
    );
}

std::vector<PositionRecord> Accounts::positions_of(const std::string& login)
{
    return connection_.list(
        R"sql(
            SELECT login, unit, roles FROM account_position WHERE login = $1 ORDER BY unit
        )sql",
        {login},
        position_in
    );
}

void Accounts::put(const PositionRecord& position)
{
    connection_.execute(
        R"sql(
            INSERT INTO account_position (login, unit, roles) VALUES ($1, $2, $3)
            ON CONFLICT (login, unit) DO UPDATE SET roles = excluded.roles
        )sql",
        {position.login, position.unit, position.roles}
    );
}

bool Accounts::remove_position(const std::string& login, const std::string& unit)
{
    connection_.execute(
        R"sql(UPDATE session SET unit = '' WHERE login = $1 AND unit = $2)sql", {login, unit}
    );
    return connection_
        .find(
            R"sql(
                DELETE FROM account_position WHERE login = $1 AND unit = $2 RETURNING login
            )sql",
            {login, unit},
            [](const sql::Row& row) { return row.text(0); }
        )
        .has_value();
}

void Accounts::work_elsewhere(
    const std::string& login, const std::string& from, const std::string& to
)
{
    connection_.execute(
        R"sql(UPDATE session SET unit = $3 WHERE login = $1 AND unit = $2)sql", {login, from, to}
    );
    connection_.execute(
        R"sql(UPDATE access_token SET unit = $3 WHERE login = $1 AND unit = $2)sql",
        {login, from, to}
    );
}

void Accounts::add(const OneTimeCode& code)
{
    connection_.execute(
        R"sql(
            INSERT INTO one_time_code (code_hash, login, expires, used) VALUES ($1, $2, $3, NULL)
        )sql",
        {code.code_hash, code.login, code.expires}
    );
}

std::optional<std::string> Accounts::use_code(const std::string& code_hash, Instant now)
{
    return connection_.find(
        R"sql(
            UPDATE one_time_code SET used = $2
            WHERE code_hash = $1 AND used IS NULL AND expires > $2
            RETURNING login
        )sql",
        {code_hash, now},
        [](const sql::Row& row) { return row.text(0); }
    );
}

} // namespace tiendo::store
