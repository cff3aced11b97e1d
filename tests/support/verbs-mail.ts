import { readDocument } from '#data/documents/read-document.ts';
import { countMails } from '#data/mails/count-mails.ts';
import { listMails } from '#data/mails/list-mails.ts';
import { readMail } from '#data/mails/read-mail.ts';
import { requeueMails } from '#data/mails/requeue-mails.ts';
import { resendMail } from '#data/mails/resend-mail.ts';
import { sendMail } from '#data/mails/send-mail.ts';
import { NOW } from './desk.ts';
import { makeMail } from './mails.ts';
import type { Outcome, Person, Verb } from './verbs.ts';

const NOBODY: Record<Person, Outcome> = {
  "the partner's own user": 'not found',
  "another partner's user": 'not found',
  'an end user of the account': 'not found',
  'an end user of another account': 'not found',
  'an end user of another partner': 'not found',
  'a porting agent': 'not found',
  'a porting lead': 'not found',
};
const LEADS: Record<Person, Outcome> = { ...NOBODY, 'a porting lead': 'may' };
const LEADS_SEE: Record<Person, Outcome> = { ...NOBODY, 'a porting lead': 'sees' };

/** Mails of the portal, and documents that partners sent. Mails are sent by nobody but the worker. */
export const MAIL_VERBS: Record<string, Verb> = {
  'documents/read-document.ts readDocument': {
    call: (viewer, { document }) => readDocument(viewer, document),
    marks: ({ partner }) => [partner.name],
    outcomes: {
      ...NOBODY,
      "the partner's own user": 'sees',
      'a porting agent': 'sees',
      'a porting lead': 'sees',
    },
  },
  'mails/count-mails.ts countMails': verb(LEADS, countMails),
  'mails/list-mails.ts listMails': verb(LEADS_SEE, async (viewer, { order }) => {
    await makeMail(order);
    return listMails(viewer);
  }),
  'mails/read-mail.ts readMail': verb(LEADS_SEE, async (viewer, { order }) =>
    readMail(viewer, await makeMail(order)),
  ),
  'mails/requeue-mails.ts requeueMails': verb(NOBODY, (viewer) => requeueMails(viewer, NOW)),
  'mails/resend-mail.ts resendMail': verb(LEADS, async (viewer, { order }) =>
    resendMail(viewer, await makeMail(order), NOW),
  ),
  'mails/send-mail.ts sendMail': verb(NOBODY, async (viewer, { order }) => {
    const mail = await makeMail(order);
    return sendMail(
      viewer,
      mail,
      async () => ({ kind: 'kept' }),
      () => NOW,
    );
  }),
};

/** Modules of mails and documents whose functions are handed their transaction. */
export const MAIL_PLUMBING = ['documents/engine', 'mails/engine'];

function verb(outcomes: Verb['outcomes'], call: Verb['call']): Verb {
  return { call, marks: ({ marks }) => marks, outcomes };
}
