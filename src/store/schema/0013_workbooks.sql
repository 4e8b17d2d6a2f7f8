-- A filled workbook that came back: its sheets as they were read, and what became of it.
CREATE TABLE workbook_upload (
    id TEXT PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plan (id),
    period TEXT NOT NULL,
    unit TEXT NOT NULL,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    sheets TEXT NOT NULL,
    state TEXT NOT NULL,
    by_whom TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;

-- What was taken from it into the draft, and what the draft held before.
CREATE TABLE workbook_item (
    upload TEXT NOT NULL REFERENCES workbook_upload (id),
    item TEXT NOT NULL,
    body_before TEXT NOT NULL,
    body_after TEXT NOT NULL,
    PRIMARY KEY (upload, item)
) STRICT;
