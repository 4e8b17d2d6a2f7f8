-- What an office has changed in the library of indicators that the product brings along.
CREATE TABLE indicator (
    id TEXT PRIMARY KEY,
    body TEXT NOT NULL,
    revision INTEGER NOT NULL
) STRICT;

CREATE TABLE holiday (
    day TEXT PRIMARY KEY,
    name TEXT NOT NULL
) STRICT;
