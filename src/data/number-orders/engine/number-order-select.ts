/** The SELECT of a ListedNumberOrder, up to its WHERE. Drafts are no orders yet. */
export const SELECT_LISTED = `
  SELECT n.partner_id AS "partnerId", n.id, n.version, p.name AS partner,
    jsonb_build_object('id', a.id, 'username', a.username, 'company', a.company_name) AS account,
    n.toll_free AS "tollFree", n.area_code AS "areaCode", n.city, n.quantity, n.state, n.actor,
    n.requested_at AS "requestedAt", n.decided_at AS "decidedAt", n.decided_by AS "decidedBy", n.phones, n.because
  FROM number_order n
  JOIN partner p ON p.id = n.partner_id
  JOIN account a ON a.partner_id = n.partner_id AND a.id = n.account_id
  WHERE n.state <> 'draft'`;
