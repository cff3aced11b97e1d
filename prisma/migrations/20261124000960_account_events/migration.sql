-- A partner writes of its own accounts into the history of administration, and of nothing else: the table stays closed to it.
DROP POLICY tells_of_accounts ON "admin_event";
REVOKE INSERT ON "admin_event" FROM portal_partner;
CREATE FUNCTION tell_of_account(kind text, account_id text, changes jsonb, actor_id uuid, actor text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF kind NOT IN ('account-created', 'account-changed', 'account-removed') THEN
    RAISE EXCEPTION '% is not about an account', kind USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO admin_event (actor_id, actor, kind, subject, changes)
  SELECT tell_of_account.actor_id, tell_of_account.actor, tell_of_account.kind, account_id || ' of ' || p.name, tell_of_account.changes
  FROM partner p WHERE p.id = current_setting('app.partner_id')::integer;
END $$;
REVOKE EXECUTE ON FUNCTION tell_of_account(text, text, jsonb, uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tell_of_account(text, text, jsonb, uuid, text) TO portal_partner;
