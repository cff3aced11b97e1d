-- The partner's home asks at every visit what waits for it, the oldest first, and what ports this week. Both are few orders
-- among many; the conditions say so in the words of the queries, so that no other query is planned over these.
CREATE INDEX "port_order_waiting" ON "port_order" ("partner_id", "status_since", "id") INCLUDE ("number_count")
  WHERE "facet" < 6;
CREATE INDEX "port_order_ports" ON "port_order" ("partner_id", "foc_on")
  INCLUDE ("foc_time", "account_id", "number_count", "facet")
  WHERE "facet" BETWEEN 20 AND 25;
