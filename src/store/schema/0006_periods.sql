CREATE TABLE period (
    plan INTEGER NOT NULL REFERENCES plan (id),
    id TEXT NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL,
    revision INTEGER NOT NULL,
    PRIMARY KEY (plan, id)
) STRICT;
