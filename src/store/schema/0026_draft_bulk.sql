-- Cells of a draft that came in a file, many at a time: one row for each report, beneath the rows of
-- draft_item. Of a cell that stands in both, the higher revision counts (decision 0021).
CREATE TABLE draft_bulk (
    plan INTEGER NOT NULL,
    period TEXT NOT NULL,
    unit TEXT NOT NULL,
    origins TEXT NOT NULL,
    cells TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (plan, period, unit)
) STRICT;
