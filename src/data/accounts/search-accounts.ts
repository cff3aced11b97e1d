import { fold } from '#domain/find.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { folded } from '../folded.ts';
import { readIn, scopeOf } from '../tenant.ts';
import { ACCOUNT, type Account } from './account.ts';

/** An account that was found, with how many numbers its orders hold. */
export type FoundAccount = Account & { numbers: number };

/**
 * A partner's accounts whose ID, username or company name holds a text, in any case, the likeliest first; `total` counts
 * them beyond the limit. An empty text finds all, by company name.
 */
export async function searchAccounts(
  viewer: Viewer,
  partner: { id: number },
  text: string,
  limit = 20,
): Promise<{ accounts: FoundAccount[]; total: number }> {
  demand(viewer, 'report.read');
  const found = await readIn(scopeOf(viewer, partner.id), (query) =>
    query<FoundAccount & { total: number }>(SEARCH, [partner.id, fold(text).trim(), limit]),
  );
  return {
    accounts: found.map(({ id, username, company, numbers }) => ({ id, username, company, numbers })),
    total: found[0]?.total ?? 0,
  };
}

const ID = folded('a.id');
const USERNAME = folded(`coalesce(a.username, '')`);
const COMPANY = folded(`coalesce(a.company_name, '')`);

/** Best is the text itself, then what begins with it, then a company name with a word that begins with it. */
const RANK = `CASE
  WHEN $2 IN (${ID}, ${USERNAME}, ${COMPANY}) THEN 0
  WHEN starts_with(${ID}, $2) OR starts_with(${USERNAME}, $2) OR starts_with(${COMPANY}, $2) THEN 1
  WHEN strpos(${COMPANY}, ' ' || $2) > 0 THEN 2
  ELSE 3
END`;

const SEARCH = `
  SELECT ${ACCOUNT}, a.total, (
    SELECT coalesce(sum(o.number_count), 0)::integer
    FROM port_request r
    JOIN port_order o ON o.partner_id = r.partner_id AND o.request_id = r.id AND o.account_id = r.account_id
    WHERE r.partner_id = $1 AND r.account_id = a.id
  ) AS numbers
  FROM (
    SELECT a.id, a.username, a.company_name, count(*) OVER () AS total, ${RANK} AS rank, nullif(${COMPANY}, '') AS company_key
    FROM account a
    WHERE a.partner_id = $1 AND strpos(${ID} || E'\\n' || ${USERNAME} || E'\\n' || ${COMPANY}, $2) > 0
    ORDER BY rank, company_key NULLS LAST, a.id
    LIMIT $3
  ) a
  ORDER BY a.rank, a.company_key NULLS LAST, a.id`;
