CREATE TABLE account (
    login TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    roles TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    disabled INTEGER NOT NULL,
    must_change INTEGER NOT NULL,
    created INTEGER NOT NULL,
    revision INTEGER NOT NULL
) STRICT;

CREATE TABLE one_time_code (
    code_hash TEXT PRIMARY KEY,
    login TEXT NOT NULL REFERENCES account (login),
    expires INTEGER NOT NULL,
    used INTEGER
) STRICT;

CREATE TABLE session (
    token_hash TEXT PRIMARY KEY,
    login TEXT NOT NULL REFERENCES account (login),
    created INTEGER NOT NULL,
    last_seen INTEGER NOT NULL,
    csrf_secret TEXT NOT NULL
) STRICT;
CREATE INDEX session_by_login ON session (login);

CREATE TABLE login_attempt (
    subject TEXT PRIMARY KEY,
    failures INTEGER NOT NULL,
    last_at INTEGER NOT NULL
) STRICT;
