-- Append-only in what was said: one row for each notice that was decided. The same rung of the same
-- unit cannot be decided twice for one day. The columns of the mail follow its way to the server.
CREATE TABLE notice (
    id TEXT PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plan (id),
    period TEXT NOT NULL,
    unit TEXT NOT NULL,
    rung TEXT NOT NULL,
    day TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    items TEXT NOT NULL,
    at INTEGER NOT NULL,
    by_whom TEXT NOT NULL,
    read_at INTEGER,
    read_by TEXT NOT NULL,
    mail_to TEXT NOT NULL,
    mail_state TEXT NOT NULL,
    mail_tries INTEGER NOT NULL,
    mail_at INTEGER NOT NULL,
    mail_answer TEXT NOT NULL,
    UNIQUE (plan, period, unit, rung, day)
) STRICT;
CREATE INDEX notice_by_mail ON notice (mail_state, mail_at);

-- How the office of a plan chases.
CREATE TABLE ladder (
    plan INTEGER PRIMARY KEY REFERENCES plan (id),
    body TEXT NOT NULL,
    revision INTEGER NOT NULL
) STRICT;

-- One-time sign-in links to one report; only the token's digest is kept.
CREATE TABLE report_link (
    token_hash TEXT PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plan (id),
    period TEXT NOT NULL,
    unit TEXT NOT NULL,
    at INTEGER NOT NULL,
    by_whom TEXT NOT NULL,
    expires INTEGER NOT NULL,
    used INTEGER,
    revoked INTEGER
) STRICT;

-- A session that came by such a link opens that report alone; empty for all others.
ALTER TABLE session ADD COLUMN report TEXT NOT NULL DEFAULT '';
