-- What the office asks in one period beyond the plan: its own tables, as the form shows them.
CREATE TABLE office_table (
    plan INTEGER NOT NULL REFERENCES plan (id),
    period TEXT NOT NULL,
    key TEXT NOT NULL,
    body TEXT NOT NULL,
    by_whom TEXT NOT NULL,
    at INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    PRIMARY KEY (plan, period, key)
) STRICT;
