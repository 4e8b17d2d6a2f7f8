-- What the office wrote over or beside the computed text of the consolidated report.
CREATE TABLE office_text (
    plan INTEGER NOT NULL REFERENCES plan (id),
    period TEXT NOT NULL,
    key TEXT NOT NULL,
    text TEXT NOT NULL,
    computed_text TEXT NOT NULL,
    by_whom TEXT NOT NULL,
    at INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    PRIMARY KEY (plan, period, key)
) STRICT;

-- Append-only: the consolidated report as it was frozen, draft by draft and as issued.
CREATE TABLE report_version (
    plan INTEGER NOT NULL REFERENCES plan (id),
    period TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    at INTEGER NOT NULL,
    by_whom TEXT NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (plan, period, version)
) STRICT;
