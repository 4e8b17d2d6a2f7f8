-- Posts that a person holds besides the account's own unit and roles.
CREATE TABLE account_position (
    login TEXT NOT NULL REFERENCES account (login),
    unit TEXT NOT NULL,
    roles TEXT NOT NULL,
    PRIMARY KEY (login, unit)
) STRICT;

-- The unit of the position in which a session works; empty for the account's own.
ALTER TABLE session ADD COLUMN unit TEXT NOT NULL DEFAULT '';
