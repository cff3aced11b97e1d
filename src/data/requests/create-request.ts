import { CASE_NUMBER_LENGTH } from '#domain/order-edits.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { heldBy, holdersOf, lockPhones, problemsOf, readPhones } from '../orders/engine/phones.ts';
import { agentOf, STAFF } from '../orders/engine/staff.ts';
import { type Query, writeIn } from '../tenant.ts';
import { type MadeRequest, makeRequest, type RequestToMake } from './engine/make-request.ts';

/** A request from scratch. `phones` in any format; without a request ID it gets the partner's next one. */
export type NewRequest = Omit<RequestToMake, 'phones'> & { phones: readonly string[] };

export type RequestProblem = {
  field: 'accountId' | 'requestId' | 'caseNumber' | 'phones';
  because: string;
};

export type RequestCreated =
  | ({ kind: 'created' } & MadeRequest)
  | { kind: 'refused'; problems: RequestProblem[] };

/**
 * Makes a request with its numbers for an account: local and toll-free numbers become an order each. All or nothing; each
 * number that is none, stands twice, or is on an open order of any partner is refused by name.
 */
export async function createRequest(viewer: Viewer, wanted: NewRequest, now: Date): Promise<RequestCreated> {
  demand(viewer, 'requests.create');
  const { userId, name } = agentOf(viewer);
  return writeIn(STAFF, async (query) => {
    const { phones, refusals } = readPhones(wanted.phones);
    await lockPhones(query, phones);
    refusals.push(...heldBy(await holdersOf(query, phones, null)));
    const problems: RequestProblem[] = [
      ...(await problemsOfRequest(query, wanted)),
      ...problemsOf('phones', refusals),
    ];
    if (problems.length > 0) return { kind: 'refused', problems };
    const act = { id: null, actorId: userId, actor: name, now };
    const made = await makeRequest(query, act, { ...wanted, phones });
    return made ? { kind: 'created', ...made } : taken(wanted.requestId ?? '');
  });
}

async function problemsOfRequest(query: Query, wanted: NewRequest): Promise<RequestProblem[]> {
  const { partnerId, accountId, requestId, caseNumber } = wanted;
  const problems: RequestProblem[] = [];
  const [account] = await query('SELECT FROM account WHERE partner_id = $1 AND id = $2', [
    partnerId,
    accountId,
  ]);
  if (!account) {
    problems.push({ field: 'accountId', because: `The partner has no account ${accountId}.` });
  }
  if (requestId !== undefined && !/^\d{1,18}$/.test(requestId)) {
    problems.push({ field: 'requestId', because: 'A request ID has digits alone, 18 at most.' });
  }
  if (caseNumber && caseNumber.trim().length > CASE_NUMBER_LENGTH) {
    const because = `A case number has at most ${CASE_NUMBER_LENGTH} characters.`;
    problems.push({ field: 'caseNumber', because });
  }
  return problems;
}

function taken(requestId: string): RequestCreated {
  const because = `The partner has a request ${requestId} already.`;
  return { kind: 'refused', problems: [{ field: 'requestId', because }] };
}
