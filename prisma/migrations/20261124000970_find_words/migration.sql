-- Find reads every order of a partner. From the table that is a visit a row, most of what a search cost; so an index holds
-- all that find asks of an order, its own texts among it: folded as src/domain/find.ts folds them, a line each (a needle has
-- no line breaks). Texts too long for an index are left out; there are few, and a partial index knows them.
CREATE FUNCTION order_words(location text, coordinator text, reject_reason text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE
    WHEN coalesce(octet_length(location), 0) + coalesce(octet_length(coordinator), 0) + coalesce(octet_length(reject_reason), 0)
      BETWEEN 1 AND 1000
    THEN translate(lower(coalesce(location, '') COLLATE pg_c_utf8), E'\t\n\r\u00a0', '    ')
      || E'\n' || translate(lower(coalesce(coordinator, '') COLLATE pg_c_utf8), E'\t\n\r\u00a0', '    ')
      || E'\n' || translate(lower(coalesce(reject_reason, '') COLLATE pg_c_utf8), E'\t\n\r\u00a0', '    ')
  END;
ALTER TABLE "port_order" ADD COLUMN "words" TEXT
  GENERATED ALWAYS AS (order_words(location, coordinator, reject_reason)) STORED;

CREATE INDEX "port_order_find" ON "port_order" ("partner_id", "id")
  INCLUDE ("number_count", "facet", "priority", "foc_time", "account_id", "request_id", "request_seq", "toll_free", "created_on",
    "submitted_on", "estimated_on", "foc_on", "requested_on", "approved_on", "words");
CREATE INDEX "port_order_long_words" ON "port_order" ("partner_id", "id")
  WHERE coalesce(octet_length(location), 0) + coalesce(octet_length(coordinator), 0) + coalesce(octet_length(reject_reason), 0) > 1000;
