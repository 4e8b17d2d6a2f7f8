-- What programs show instead of a password; only the token's digest is kept. The unit is that of the
-- position in which the program works; empty for the account's own.
CREATE TABLE access_token (
    token_hash TEXT PRIMARY KEY,
    login TEXT NOT NULL REFERENCES account (login),
    unit TEXT NOT NULL,
    name TEXT NOT NULL,
    scope TEXT NOT NULL,
    created INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    last_used INTEGER,
    revoked INTEGER
) STRICT;
CREATE INDEX access_token_by_login ON access_token (login);
