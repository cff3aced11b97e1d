import { caseLines, caseSubject } from '#domain/case-mail.ts';
import { checkDocument, type DocumentType, documentName } from '#domain/documents.ts';
import type { Move } from '#domain/moves.ts';
import { NotFound } from '#domain/not-found.ts';
import { pacificDate } from '#domain/pacific-time.ts';
import { demand } from '#domain/permissions.ts';
import type { PhoneNumber } from '#domain/phone-number.ts';
import type { DetailedStatus } from '#domain/status.ts';
import type { Viewer, ViewerFacts } from '#domain/viewer.ts';
import { insertDocument } from '../documents/engine/insert-document.ts';
import { queueMail } from '../mails/engine/queue-mail.ts';
import { type Query, scopeOf, writeIn } from '../tenant.ts';
import type { Act } from './engine/acts.ts';
import { changesOf, decide } from './engine/decide.ts';
import { holdOrder, type OrderNow } from './engine/read-orders.ts';
import { recordChanges, writeEvents } from './engine/record-changes.ts';
import { readContext } from './engine/staff.ts';

/** Most characters of an answer, and most files with one. */
export const ANSWER_LENGTH = 4_000;
export const ANSWER_FILES = 3;

/** What a partner writes about an order, with the number that it looked at. `mailTo` is the porting team's address. */
export type Answer = {
  orderId: number;
  phone: PhoneNumber;
  text: string;
  files: readonly { name: string; content: Uint8Array }[];
  mailTo: string;
};

export type AnswerProblem = { field: 'text' | 'files'; because: string };

/** What came of an answer; `movedFrom` is where it took the order from, null when the order stayed where it was. */
export type Answered =
  | { kind: 'sent'; movedFrom: DetailedStatus | null }
  | { kind: 'refused'; problems: AnswerProblem[] };

/**
 * Stores what a partner writes about one of its orders, with its files, and mails it to the porting team, all in one
 * transaction. An order that waits for an answer goes on to Additional information provided: once, also when two answer
 * at the same time. What somebody sends again within minutes, word by word and file by file, is the same answer.
 * Throws NotFound for everybody else.
 */
export async function answerOrder(viewer: Viewer, answer: Answer, now: Date): Promise<Answered> {
  demand(viewer, 'orders.answer');
  const { userId, name, email, partnerId } = partnerOf(viewer);
  const { documents, problems } = checked(answer);
  if (problems.length > 0) return { kind: 'refused', problems };
  return writeIn(scopeOf(viewer, partnerId), async (query) => {
    const act: Act = { id: null, actorId: userId, actor: name, now };
    const order = await holdOrder(query, { partnerId, orderId: answer.orderId });
    await demandNumber(query, order, answer.phone);
    const text = answer.text.trim();
    if (await sentAlready(query, order, act, text, documents)) return { kind: 'sent', movedFrom: null };
    const [eventId] = await writeEvents(query, act, [
      {
        ...{ partnerId, orderId: order.orderId, kind: 'message', changes: [], note: text, visible: true },
        ...{ numbers: [], version: null, statusSinceWas: null },
      },
    ]);
    if (eventId === undefined) throw new Error('The message was not written.');
    for (const document of documents) {
      const kept = { ...document, partnerId, kind: 'attachment' as const, transferId: null, eventId };
      await insertDocument(query, act, kept);
    }
    await query(
      `UPDATE port_order SET replied_at = $3 WHERE partner_id = $1 AND id = $2 AND replied_at IS NULL`,
      [partnerId, order.orderId, now],
    );
    await queueMail(query, {
      ...{ partnerId, orderId: order.orderId, eventId, to: answer.mailTo, replyTo: email },
      subject: caseSubject(order),
      body: await mailBody(query, order, { ...answer, text, from: `${name} <${email}>` }),
    });
    return { kind: 'sent', movedFrom: await moveOn(query, viewer, act, order) };
  });
}

type Document = { fileName: string; contentType: DocumentType; content: Uint8Array };

/** What stands in the way of sending it, all of it at once, each with the file's name. */
function checked({ text, files }: Answer): { documents: Document[]; problems: AnswerProblem[] } {
  const problems: AnswerProblem[] = [];
  const letters = text.trim().length;
  if (letters === 0) problems.push({ field: 'text', because: 'Write your answer first.' });
  if (letters > ANSWER_LENGTH) {
    const because = `An answer has at most ${ANSWER_LENGTH.toLocaleString('en-US')} characters; this one has ${letters.toLocaleString('en-US')}.`;
    problems.push({ field: 'text', because });
  }
  if (files.length > ANSWER_FILES)
    problems.push({ field: 'files', because: `At most ${ANSWER_FILES} files go with an answer.` });
  const documents = files.slice(0, ANSWER_FILES).flatMap(({ name, content }): Document[] => {
    const check = checkDocument(name, content);
    if (check.kind === 'sound') {
      const { contentType } = check;
      return [{ fileName: documentName(name, contentType), contentType, content }];
    }
    problems.push({ field: 'files', because: check.because });
    return [];
  });
  return { documents, problems };
}

/** Only a partner's own people get past the gate. */
function partnerOf(viewer: Viewer): Extract<ViewerFacts, { role: 'partner' }> {
  if (viewer.role !== 'partner') throw new NotFound('order');
  return viewer;
}

async function demandNumber(query: Query, order: OrderNow, phone: PhoneNumber): Promise<void> {
  const { partnerId, orderId } = order;
  const held = await query('SELECT FROM port_number WHERE partner_id = $1 AND order_id = $2 AND phone = $3', [
    partnerId,
    orderId,
    phone,
  ]);
  if (held.length === 0) throw new NotFound('number');
}

const AGAIN_WITHIN = 10 * 60 * 1000;

/** The order is held: whoever sends the same at the same time comes after. */
async function sentAlready(
  query: Query,
  { partnerId, orderId }: OrderNow,
  { actorId, now }: Act,
  text: string,
  documents: readonly Document[],
): Promise<boolean> {
  const names = documents.map(({ fileName, content }) => `${fileName} ${content.length}`).toSorted();
  const sent = await query<{ names: string[] }>(
    `SELECT array(
       SELECT d.file_name || ' ' || d.size FROM document d WHERE d.partner_id = e.partner_id AND d.event_id = e.id
     ) AS names
     FROM order_event e
     WHERE e.partner_id = $1 AND e.order_id = $2 AND e.kind = 'message' AND e.actor_id = $3 AND e.note = $4
       AND e.at > $5`,
    [partnerId, orderId, actorId, text, new Date(now.getTime() - AGAIN_WITHIN)],
  );
  return sent.some((each) => each.names.toSorted().join('\n') === names.join('\n'));
}

async function mailBody(
  query: Query,
  order: OrderNow,
  { text, phone, from }: { text: string; phone: PhoneNumber; from: string },
): Promise<string> {
  const others = await query<{ phone: PhoneNumber }>(
    `SELECT phone FROM port_number WHERE partner_id = $1 AND order_id = $2 AND phone <> $3 ORDER BY phone LIMIT 20`,
    [order.partnerId, order.orderId, phone],
  );
  const { caseNumber, requestId, company, accountId, partner } = order;
  const { detailedStatus, numbers } = order.state;
  const phones = [phone, ...others.map((other) => other.phone)];
  const facts = { caseNumber, requestId, company, accountId, detailedStatus, phones, numbers };
  const about = [caseSubject(order), `Partner: ${partner}`, ...caseLines(facts), `Order: ${order.orderId}`];
  return [text, '', '--', `From: ${from}`, ...about].join('\n');
}

const ANSWERED: Move = { to: 'additional-information-provided' };

/** Takes an order that waits for this answer further. */
async function moveOn(
  query: Query,
  viewer: Viewer,
  act: Act,
  order: OrderNow,
): Promise<DetailedStatus | null> {
  const { detailedStatus } = order.state;
  if (detailedStatus !== 'additional-info-required' && detailedStatus !== 'rejected') return null;
  const decided = decide(order, ANSWERED, await readContext(query, viewer, pacificDate(act.now)));
  if (decided.decision.kind !== 'change') return null;
  await recordChanges(query, act, changesOf([decided]));
  return detailedStatus;
}
