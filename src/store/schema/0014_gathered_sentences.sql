-- Why the office wrote other words than the computed ones; empty where nothing was computed, and for
-- what was written before a reason was asked for.
ALTER TABLE office_text ADD COLUMN reason TEXT NOT NULL DEFAULT '';

-- What becomes of the sentences that the units wrote: which are used, in which order, under which.
CREATE TABLE gathered_part (
    plan INTEGER NOT NULL REFERENCES plan (id),
    period TEXT NOT NULL,
    part TEXT NOT NULL,
    choices TEXT NOT NULL,
    by_whom TEXT NOT NULL,
    at INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    PRIMARY KEY (plan, period, part)
) STRICT;
