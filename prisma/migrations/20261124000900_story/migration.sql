-- What a partner reads of one number. Ages are counted in business days, so the days off are everybody's to read.
GRANT SELECT ON "holiday" TO portal_partner, portal_end_user;
CREATE POLICY everybody ON "holiday" FOR SELECT TO portal_partner, portal_end_user USING (true);

-- Open orders are sorted by what their partners wrote as by anything else: from their one index.
DROP INDEX "port_order_open";
CREATE INDEX "port_order_open" ON "port_order" ("facet", "status_since", "id")
  INCLUDE (
    "partner_id", "number_count", "toll_free", "account_id", "request_id", "request_seq", "next_on", "foc_on", "estimated_on",
    "submitted_on", "created_on", "updated_at", "detailed_status", "replied_at"
  )
  WHERE "facet" < 24;

-- The porting team says that it has dealt with what a partner wrote.
ALTER TABLE "order_event" DROP CONSTRAINT "order_event_kind_check";
ALTER TABLE "order_event" ADD CONSTRAINT "order_event_kind_check" CHECK ("kind" IN (
  'created', 'changed', 'corrected', 'undone', 'numbers-moved', 'numbers-added', 'numbers-removed', 'note',
  'message', 'handled', 'assigned', 'released'
));
