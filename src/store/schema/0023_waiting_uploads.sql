-- Documents that were handed in and are not read yet, so that a restart of the server forgets none.
-- A row goes in the transaction that makes a plan of it, or with the refusal.
CREATE TABLE waiting_upload (
    id TEXT PRIMARY KEY,
    place INTEGER NOT NULL,
    file_name TEXT NOT NULL,
    bytes BLOB NOT NULL,
    by_whom TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
