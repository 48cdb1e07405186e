-- The version of the records that a report was written with: after a change of it every row is compared with what the city
-- was told, not only those that the journal says were touched.
ALTER TABLE bundle ADD COLUMN schema_version INTEGER NOT NULL DEFAULT 1 CHECK (schema_version >= 1);
