-- Earlier slots that were taken or offered by mistake can be had back; whoever interprets is one that there is.

-- The appointment that has the slot by now: an offer that was taken, or a booking in the ordinary way.
ALTER TABLE freed_slot ADD COLUMN filled_by TEXT REFERENCES appointment (id) ON DELETE SET NULL;
CREATE INDEX freed_slot_filled_by ON freed_slot (filled_by);

-- What came of the offer before; NULL: it was the first time, or it was taken back.
ALTER TABLE slot_offer ADD COLUMN before TEXT CHECK (before IN ('reached', 'not-reached', 'declined', 'moved'));

-- Who is no longer on the list interprets nothing; the appointment says so instead of pointing to nobody.
UPDATE appointment SET interpreter_id = NULL WHERE interpreter_id NOT IN (SELECT id FROM interpreter);
CREATE INDEX appointment_interpreter ON appointment (interpreter_id);
CREATE TRIGGER interpreter_leaves_appointments AFTER DELETE ON interpreter
BEGIN UPDATE appointment SET interpreter_id = NULL WHERE interpreter_id = OLD.id; END;
