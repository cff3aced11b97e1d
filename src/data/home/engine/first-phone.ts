/** The first number of an order `o`, in SQL. */
export const FIRST_PHONE =
  '(SELECT min(n.phone) FROM port_number n WHERE n.partner_id = o.partner_id AND n.order_id = o.id)';
