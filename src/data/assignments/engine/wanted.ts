import { bindings } from '../../report/query/bindings.ts';
import type { Query } from '../../tenant.ts';
import { BATCH_SIZE, type NumberFilter, type OwnNumber } from '../assignment.ts';
import { readyFrom } from './conditions.ts';

/** Which numbers are asked for: each by itself, or the next 5,000 that are ready under a filter. */
export type AskedNumbers = { numbers: readonly OwnNumber[] } | { matching: NumberFilter };

/** The numbers that are asked for, each once. */
export async function wantedNumbers(
  query: Query,
  partnerId: number,
  asked: AskedNumbers,
): Promise<OwnNumber[]> {
  if ('numbers' in asked) {
    return [...new Map(asked.numbers.map((each) => [`${each.requestId} ${each.phone}`, each])).values()];
  }
  const { matching } = asked;
  const { values, bind } = bindings();
  return query<OwnNumber>(
    `SELECT n.request_id AS "requestId", n.phone FROM ${readyFrom(partnerId, matching, bind)} LIMIT ${BATCH_SIZE}`,
    values,
  );
}
