import 'server-only';
import type { NextRequest } from 'next/server';
import { ANSWER_FILES, answerOrder } from '#data/orders/answer-order.ts';
import { DOCUMENT_BYTES } from '#domain/documents.ts';
import { NotFound } from '#domain/not-found.ts';
import { demand } from '#domain/permissions.ts';
import { parsePhoneNumber } from '#domain/phone-number.ts';
import { DETAILED_FACTS } from '#domain/status.ts';
import type { Viewer } from '#domain/viewer.ts';
import { environment } from '#server/env.ts';
import { receiveForm } from '#server/received-form.ts';
import { refuse } from '#server/route.ts';

/** One file may be too large, so that it is named; what is beyond comes from no page of ours. */
const LARGEST_FORM = (ANSWER_FILES + 1) * DOCUMENT_BYTES;

/** What came of an answer: the label of the status that it took the order from, null when that stayed as it was. */
export type AnswerSent = { movedFrom: string | null };

/**
 * Takes in what a partner answers: a form of `order`, `number`, `text` and `file`s. Answers with AnswerSent, or with 400 and
 * the sentences that say what is wrong, having kept nothing.
 */
export async function receiveAnswer(viewer: Viewer, request: NextRequest): Promise<Response> {
  demand(viewer, 'orders.answer');
  const form = await receiveForm(request, LARGEST_FORM);
  if (form === 'too-large') return refuse('Together the files are too large: send at most 10 MB each.');
  const orderId = Number(form?.get('order'));
  const phone = parsePhoneNumber(textOf(form?.get('number')));
  if (!form || !phone || !Number.isSafeInteger(orderId) || orderId < 1)
    return refuse('This answer did not arrive whole. Nothing of it was kept: send it again.');
  const files = form.getAll('file').filter((each) => each instanceof File);
  const answered = await answerOrder(
    viewer,
    {
      ...{ orderId, phone, text: textOf(form.get('text')), mailTo: environment().PORTING_TEAM_EMAIL },
      files: await Promise.all(
        files.map(async (file) => ({ name: file.name, content: new Uint8Array(await file.arrayBuffer()) })),
      ),
    },
    new Date(),
  ).catch(notThere);
  if (answered === null) return new Response(`${MOVED_AWAY}\n`, { status: 404 });
  if (answered.kind === 'refused') return refuse(answered.problems.map(({ because }) => because).join(' '));
  const { movedFrom } = answered;
  return Response.json({
    movedFrom: movedFrom && DETAILED_FACTS[movedFrom].label,
  } satisfies AnswerSent);
}

const MOVED_AWAY =
  'The number is on another order by now, so nothing was sent. Refresh the report and open it again.';

function notThere(error: unknown): null {
  if (error instanceof NotFound) return null;
  throw error;
}

/** Line breaks come as a form sends them; what no text holds is left out. */
function textOf(value: FormDataEntryValue | null | undefined): string {
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').replaceAll('\0', '') : '';
}
