-- What changed of that which counts in figures, in the order of the commits, for server processes
-- that hold it in memory. Only the newest rows are kept; copies of the store hold none.
CREATE TABLE change (
    seq INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    plan INTEGER NOT NULL,
    period TEXT NOT NULL,
    unit TEXT NOT NULL
) STRICT;
