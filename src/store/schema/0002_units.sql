-- A code is not unique: 23392 has meant two communes, one after the other.
CREATE TABLE unit (
    id TEXT PRIMARY KEY,
    code TEXT NOT NULL,
    parent TEXT NOT NULL,
    body TEXT NOT NULL,
    valid_from TEXT,
    valid_to TEXT,
    revision INTEGER NOT NULL
) STRICT;
CREATE INDEX unit_by_code ON unit (code);

CREATE TABLE unit_succession (
    predecessor TEXT NOT NULL,
    successor TEXT NOT NULL,
    on_day TEXT NOT NULL,
    PRIMARY KEY (predecessor, successor, on_day)
) STRICT;
