-- How a unit heads, addresses and signs its own report; the newest is proposed for its next period.
CREATE TABLE unit_report_head (
    plan INTEGER NOT NULL REFERENCES plan (id),
    period TEXT NOT NULL,
    unit TEXT NOT NULL,
    body TEXT NOT NULL,
    by_whom TEXT NOT NULL,
    at INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    PRIMARY KEY (plan, period, unit)
) STRICT;

-- Append-only: signed papers as they were uploaded, of a unit or (unit '') of the consolidated report.
CREATE TABLE signed_paper (
    plan INTEGER NOT NULL REFERENCES plan (id),
    period TEXT NOT NULL,
    unit TEXT NOT NULL,
    number INTEGER NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    name TEXT NOT NULL,
    bytes BLOB NOT NULL,
    sha256 TEXT NOT NULL,
    by_whom TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (plan, period, unit, number)
) STRICT;

-- Append-only: each step of the consolidated report from draft to issued.
CREATE TABLE issuing_step (
    plan INTEGER NOT NULL REFERENCES plan (id),
    period TEXT NOT NULL,
    number INTEGER NOT NULL,
    body TEXT NOT NULL,
    by_whom TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (plan, period, number)
) STRICT;

-- Append-only: the consolidated report as it was issued, with all that it was made from.
CREATE TABLE issued_report (
    plan INTEGER NOT NULL REFERENCES plan (id),
    period TEXT NOT NULL,
    version INTEGER NOT NULL,
    snapshot TEXT NOT NULL,
    snapshot_sha256 TEXT NOT NULL,
    docx BLOB NOT NULL,
    docx_sha256 TEXT NOT NULL,
    by_whom TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (plan, period, version)
) STRICT;

-- A superior's own form, and which figure stands in which of its cells.
CREATE TABLE superior_form (
    plan INTEGER NOT NULL REFERENCES plan (id),
    sha256 TEXT NOT NULL,
    name TEXT NOT NULL,
    bytes BLOB NOT NULL,
    tables TEXT NOT NULL,
    places TEXT NOT NULL,
    by_whom TEXT NOT NULL,
    at INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    PRIMARY KEY (plan, sha256)
) STRICT;
