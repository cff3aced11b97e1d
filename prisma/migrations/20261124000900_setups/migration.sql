-- Which of these numbers are on an open order, of whatever partner. Whose order it is and which, only its own partner is told.
CREATE FUNCTION phones_on_open_orders(wanted text[]) RETURNS TABLE (phone text, request_id text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT n.phone, max(o.request_id) FILTER (WHERE o.partner_id = current_setting('app.partner_id')::integer)
  FROM unnest(wanted) AS asked (phone)
  JOIN port_number n ON n.phone = asked.phone
  JOIN port_order o ON o.partner_id = n.partner_id AND o.id = n.order_id
  WHERE o.detailed_status NOT IN ('completed', 'cancelled', 'closed-as-incomplete')
  GROUP BY n.phone
$$;
REVOKE EXECUTE ON FUNCTION phones_on_open_orders(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION phones_on_open_orders(text[]) TO portal_partner;

-- That somebody looked at a secret is known for longer than the secret: a draft can be removed afterwards.
ALTER TABLE "secret_reveal" DROP CONSTRAINT "secret_reveal_partner_id_transfer_id_fkey";

-- Accounts that a partner makes, changes or takes back stand in the history of administration as all do.
GRANT INSERT ON "admin_event" TO portal_partner;
CREATE POLICY tells_of_accounts ON "admin_event" FOR INSERT TO portal_partner
  WITH CHECK ("kind" IN ('account-created', 'account-changed', 'account-removed'));
