-- A confirmed date that moves, is looked at, moves back and moves to the same day again is news each time: an order knows how
-- often its date has changed, whoever changed it.
ALTER TABLE "port_order" ADD COLUMN "foc_moves" INTEGER NOT NULL DEFAULT 0;
CREATE FUNCTION count_foc_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.foc_moves := OLD.foc_moves + 1;
  RETURN NEW;
END $$;
CREATE TRIGGER count_foc_move BEFORE UPDATE OF "foc_on" ON "port_order"
  FOR EACH ROW WHEN (OLD.foc_on IS DISTINCT FROM NEW.foc_on) EXECUTE FUNCTION count_foc_move();

-- The first text is what it was before, so that what was looked at stays looked at.
DROP FUNCTION assignment_seen(text, date, timestamptz);
CREATE FUNCTION assignment_seen(standing text, foc_on date, foc_moves integer, status_since timestamptz) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN standing || ' ' || coalesce(CASE standing
    WHEN 'moved' THEN (foc_on - date '2000-01-01') || CASE WHEN foc_moves > 0 THEN '.' || foc_moves ELSE '' END
    WHEN 'revoked' THEN floor(extract(epoch FROM status_since))::text
  END, '');
