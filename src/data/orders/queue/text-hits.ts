import { idRanges, LEFT_OUT, type QueueNeedle, SHORTEST_PART } from '#domain/queue-needle.ts';
import { folded } from '../../folded.ts';
import { type Bind, bindings } from '../../report/query/bindings.ts';
import type { Query } from '../../tenant.ts';

/** Where a text was found: in names of accounts, which may have very many orders, and in single orders, which are few. */
export type TextHits = { accounts: { partnerId: number; accountId: string }[]; orderIds: number[] };

/** Looks for each kind of value where it lives. */
export async function textHits(query: Query, needle: QueueNeedle): Promise<TextHits> {
  return { accounts: await accountHits(query, needle), orderIds: await orderHits(query, needle) };
}

/** The orders of so many accounts are looked up; among those of more, others are tried one by one. */
export const FEW_ACCOUNTS = 20;

/** The condition of the orders that were found, over `o`. */
export function inHits({ accounts, orderIds }: TextHits, bind: Bind): string {
  // What is bound must be used: Postgres cannot tell the type of the rest.
  const single = () => `o.id = ANY (${bind(orderIds, 'bigint[]')})`;
  if (accounts.length === 0) return single();
  const ofAccounts = `(o.partner_id, o.account_id) IN (SELECT * FROM ${listed(accounts, bind)})`;
  // "Or" keeps Postgres from looking the accounts' orders up.
  return orderIds.length > 0 || accounts.length > FEW_ACCOUNTS
    ? `(${single()} OR ${ofAccounts})`
    : ofAccounts;
}

/** Accounts as a table of partner and account. */
export function listed(accounts: TextHits['accounts'], bind: Bind): string {
  const partners = bind(accounts.map(({ partnerId }) => partnerId));
  const ids = bind(
    accounts.map(({ accountId }) => accountId),
    'text[]',
  );
  return `unnest(${partners}::integer[], ${ids})`;
}

async function accountHits(query: Query, { text }: QueueNeedle): Promise<TextHits['accounts']> {
  const { values, bind } = bindings();
  const needle = bind(text, 'text');
  const names = text.length < SHORTEST_PART ? [] : ['a.company_name', 'a.username'];
  const conditions = names.map((name) => `strpos(${folded(name)}, ${needle}) > 0`);
  return query(
    `SELECT a.partner_id AS "partnerId", a.id AS "accountId" FROM account a
     WHERE ${[...conditions, `lower(a.id) = ${needle}`].join(' OR ')}`,
    values,
  );
}

async function orderHits(query: Query, { text, phones, digits }: QueueNeedle): Promise<number[]> {
  const { values, bind } = bindings();
  // Each range is written by itself: Postgres then knows how little is in it.
  const parts = caseRanges(text).map(
    ([first, last]) =>
      `SELECT o.id FROM port_order o WHERE o.case_key BETWEEN ${bind(first, 'text')} AND ${bind(last, 'text')}`,
  );
  if (phones) {
    const [first, last] = phones.map((phone) => bind(phone, 'text'));
    parts.push(
      `SELECT n.order_id FROM partner p CROSS JOIN LATERAL (
         SELECT n.order_id FROM port_number n
         WHERE n.partner_id = p.id AND n.phone BETWEEN ${first} AND ${last} OFFSET 0
       ) n`,
    );
  }
  if (digits) {
    const needle = bind(text, 'text');
    for (const [first, last] of idRanges(digits)) {
      const between = `BETWEEN ${bind(first, 'bigint')} AND ${bind(last, 'bigint')}`;
      parts.push(
        `SELECT o.id FROM port_order o WHERE o.request_seq ${between} AND starts_with(o.request_id, ${needle})`,
      );
      parts.push(
        `SELECT o.id FROM port_order o WHERE o.id ${between} AND starts_with(o.id::text, ${needle})`,
      );
    }
  }
  const rows = await query<{ id: number }>(parts.join('\nUNION\n'), values);
  return rows.map(({ id }) => id);
}

/** Between which keys (see case_key) the case numbers lie that are this text, or begin with it and are not much longer. */
function caseRanges(text: string): [first: string, last: string][] {
  const more = text.length < LEFT_OUT ? 0 : LEFT_OUT;
  return Array.from({ length: more + 1 }, (_, longer) => {
    const first = `${String.fromCodePoint(32 + text.length + longer)}${text}`;
    return [first, `${first}\u{10ffff}`];
  });
}
