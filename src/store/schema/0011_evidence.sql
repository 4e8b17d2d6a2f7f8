-- Append-only but for the day on which a file was taken back: what bore out a version that was
-- handed in stays with it.
CREATE TABLE evidence (
    id TEXT PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plan (id),
    period TEXT NOT NULL,
    unit TEXT NOT NULL,
    item TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    bytes BLOB NOT NULL,
    by_whom TEXT NOT NULL,
    at INTEGER NOT NULL,
    removed_at INTEGER
) STRICT;

CREATE INDEX evidence_of_report ON evidence (plan, period, unit);
