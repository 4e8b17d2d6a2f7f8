-- Append-only: every entry holds the digest of the one before it.
CREATE TABLE journal (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    by_whom TEXT NOT NULL,
    unit TEXT NOT NULL,
    plan INTEGER NOT NULL,
    period TEXT NOT NULL,
    verb TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    previous TEXT NOT NULL,
    digest TEXT NOT NULL
) STRICT;
CREATE INDEX journal_by_plan ON journal (plan, period, seq);
CREATE INDEX journal_by_unit ON journal (unit, seq);
CREATE INDEX journal_by_subject ON journal (subject, seq);
