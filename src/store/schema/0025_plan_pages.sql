-- The pictures, upright, that the pages of a scanned plan were recognised in: a person compares
-- what was read with them. Width and height are those of the page in points.
CREATE TABLE plan_page (
    plan INTEGER NOT NULL REFERENCES plan (id),
    page INTEGER NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    picture BLOB NOT NULL,
    PRIMARY KEY (plan, page)
) STRICT;
