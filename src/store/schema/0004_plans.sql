CREATE TABLE plan (
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    state TEXT NOT NULL,
    source_name TEXT NOT NULL,
    source_bytes BLOB NOT NULL,
    source_sha256 TEXT NOT NULL,
    source_lines TEXT NOT NULL,
    reading TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    created_by TEXT NOT NULL,
    revision INTEGER NOT NULL
) STRICT;

-- Append-only: what a person decided or corrected in a reading.
CREATE TABLE plan_change (
    plan INTEGER NOT NULL REFERENCES plan (id),
    number INTEGER NOT NULL,
    path TEXT NOT NULL,
    value TEXT NOT NULL,
    reason TEXT NOT NULL,
    by_whom TEXT NOT NULL,
    at INTEGER NOT NULL,
    finding TEXT NOT NULL,
    PRIMARY KEY (plan, number)
) STRICT;
