-- Until here every succession was a merger.
ALTER TABLE unit_succession ADD COLUMN kind TEXT NOT NULL DEFAULT 'merged';
ALTER TABLE unit_succession ADD COLUMN share TEXT NOT NULL DEFAULT '';
