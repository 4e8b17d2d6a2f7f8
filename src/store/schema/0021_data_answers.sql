-- Append-only: what units and the office said to questions about figures.
CREATE TABLE data_answer (
    seq INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plan (id),
    period TEXT NOT NULL,
    question TEXT NOT NULL,
    about TEXT NOT NULL,
    reason TEXT NOT NULL,
    by_whom TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
INSERT INTO counter (name, value) VALUES ('data_answer', 0);
CREATE INDEX data_answer_by_period ON data_answer (plan, period, seq);
