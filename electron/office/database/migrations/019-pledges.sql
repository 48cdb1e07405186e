-- Who hears what clients say has promised to keep it to themselves (StGB § 203 (4) no. 1): on which day, and who of the
-- staff took the pledge.
ALTER TABLE interpreter ADD COLUMN pledged_on TEXT;
ALTER TABLE interpreter ADD COLUMN pledge_taken_by TEXT REFERENCES staff (id) ON DELETE SET NULL;
CREATE INDEX interpreter_pledge_taken_by ON interpreter (pledge_taken_by);
