/** A link for an end user, as its partner sees it in the list. The link itself is kept nowhere. */
export type RequestLink = {
  id: string;
  requestId: string;
  accountId: string;
  company: string | null;
  at: Date;
  /** Who made it, and who withdrew it. */
  actor: string;
  expiresAt: Date;
  withdrawnAt: Date | null;
  withdrawnBy: string | null;
  uses: number;
  /** The last few times that it was opened, and from where; the latest first. */
  lastUses: { at: string; address: string }[];
};

/** The SELECT list of a RequestLink, over `l` (request_link) and `a` (its account). */
export const REQUEST_LINK = `l.id, l.request_id AS "requestId", a.id AS "accountId",
  coalesce(a.company_name, a.username) AS company, l.at, l.actor, l.expires_at AS "expiresAt",
  l.withdrawn_at AS "withdrawnAt", l.withdrawn_by AS "withdrawnBy",
  (SELECT count(*) FROM request_link_use u WHERE u.partner_id = l.partner_id AND u.link_id = l.id) AS uses,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('at', u.at, 'address', u.address) ORDER BY u.id DESC), '[]')
   FROM (SELECT * FROM request_link_use u WHERE u.partner_id = l.partner_id AND u.link_id = l.id
         ORDER BY u.id DESC LIMIT 5) u) AS "lastUses"`;
