-- What was asked under a request id, as a keyed digest of the whole input: a retry is told from another wish. Nothing of the
-- input can be read from it or tried on it. NULL: kept before there were digests.
ALTER TABLE request ADD COLUMN digest TEXT CHECK (length(digest) = 64);

-- The same for a kiosk. It is nobody's session and holds no key; language and topics stand in the ticket anyway.
ALTER TABLE kiosk_request ADD COLUMN digest TEXT CHECK (length(digest) = 64);
