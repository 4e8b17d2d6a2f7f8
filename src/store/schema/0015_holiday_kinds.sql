-- Until here every kept day was a day off; from here on a day may also be one on which offices work
-- though it is a weekend ('work'), or no holiday after all ('ordinary').
ALTER TABLE holiday ADD COLUMN kind TEXT NOT NULL DEFAULT 'off';
