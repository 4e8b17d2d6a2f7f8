-- One row for each cell that was saved while a unit writes its report.
CREATE TABLE draft_item (
    plan INTEGER NOT NULL,
    period TEXT NOT NULL,
    unit TEXT NOT NULL,
    item TEXT NOT NULL,
    body TEXT NOT NULL,
    revision INTEGER NOT NULL,
    by_whom TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (plan, period, unit, item)
) STRICT;

-- Append-only: one row for each version of a unit's report, as it was handed in.
CREATE TABLE submission (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    plan INTEGER NOT NULL REFERENCES plan (id),
    period TEXT NOT NULL,
    unit TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    author TEXT NOT NULL,
    at INTEGER NOT NULL,
    channel TEXT NOT NULL,
    idempotency_key TEXT NOT NULL,
    UNIQUE (plan, period, unit, version),
    UNIQUE (plan, period, unit, idempotency_key)
) STRICT;

-- Where a unit's report stands in the workflow.
CREATE TABLE report (
    plan INTEGER NOT NULL REFERENCES plan (id),
    period TEXT NOT NULL,
    unit TEXT NOT NULL,
    state TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    revision INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (plan, period, unit)
) STRICT;
