-- Lists of units that were uploaded, and reorganisations, before and after they are made.
CREATE TABLE unit_change (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    effect TEXT NOT NULL,
    state TEXT NOT NULL,
    by_whom TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
