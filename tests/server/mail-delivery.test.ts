import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OutgoingMail } from '#data/mails/send-mail.ts';
import { mailAddress, mailError, mailSubject } from '#domain/mail.ts';
import { deliveryOver } from '#server/mail/delivery.ts';
import { freePort } from '../../scripts/free-port.ts';
import { decoded, startMailServer } from '../support/smtp.ts';

const MAIL_FROM = 'Porting portal <portal@example.com>';

test('a mail goes out with its sender, reader, writer, date, identity, words and attachments', async () => {
  const server = await startMailServer();
  const content = Buffer.from(Array.from({ length: 600 }, (_, i) => i % 256));
  const mail = outgoing({
    subject: 'Case 90001 – signed “LOA”',
    body: 'Hello,\n.\nFrom here on it stays.\n',
    replyTo: { name: 'Zoë Bell', address: 'zoe@partner.example' },
    attachments: [{ fileName: 'Lettre signée, 1.pdf', contentType: 'application/pdf', content }],
  });
  expect(await deliveryOver({ SMTP_URL: server.url, MAIL_FROM })(mail)).toEqual({ kind: 'sent' });
  const [taken] = server.taken;
  expect(taken).toMatchObject({ from: 'portal@example.com', to: ['porting@example.com'] });
  expect(taken?.headers.get('from')).toBe('Porting portal <portal@example.com>');
  expect(taken?.headers.get('to')).toBe('porting@example.com');
  expect(decoded(taken?.headers.get('reply-to'))).toBe('Zoë Bell <zoe@partner.example>');
  expect(decoded(taken?.headers.get('subject'))).toBe('Case 90001 – signed “LOA”');
  expect(taken?.headers.get('message-id')).toBe(`<mail-${mail.id}@example.com>`);
  expect(taken?.headers.get('date')).toBe('Tue, 24 Nov 2026 17:00:00 +0000');
  expect(taken?.body).toContain('\r\n\r\nHello,\r\n.\r\nFrom here on it stays.\r\n');
  expect(taken?.body).toMatch(/Content-Type: application\/pdf;/);
  expect(taken?.body).toContain('Content-Disposition: attachment;');
  expect(taken?.body.replaceAll('\r\n', '')).toContain(content.toString('base64'));
});

const HEADERS = [
  'content-transfer-encoding',
  'content-type',
  'date',
  'from',
  'message-id',
  'mime-version',
  'reply-to',
  'subject',
  'to',
];

test('no subject, name or file name makes a header, a reader or a second mail of its own', async () => {
  const server = await startMailServer();
  const deliver = deliveryOver({ SMTP_URL: server.url, MAIL_FROM });
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 120 }),
    fc
      .array(
        fc.constantFrom(
          '\r\n',
          '\n',
          '\r',
          '\u2028',
          '\0',
          'Bcc: a@b.example',
          ', "x" <c@d.example>',
          '"',
          '\\',
          ';',
          '=?utf-8?q?=0D=0A?=',
          'é',
          '😀',
          '\ud800',
        ),
        {
          maxLength: 12,
        },
      )
      .map((parts) => parts.join('')),
  );
  await fc.assert(
    fc.asyncProperty(hostile, hostile, hostile, async (subject, name, fileName) => {
      server.taken.length = 0;
      const mail = outgoing({
        subject: mailSubject(subject),
        replyTo: { name, address: 'zoe@partner.example' },
        attachments: [{ fileName, contentType: 'application/pdf', content: Buffer.from('%PDF') }],
      });
      expect(await deliver(mail)).toEqual({ kind: 'sent' });
      const [taken, ...more] = server.taken;
      expect(more).toEqual([]);
      expect(taken?.to).toEqual(['porting@example.com']);
      for (const header of taken?.headers.keys() ?? []) expect(HEADERS).toContain(header);
      expect(taken?.headers.get('reply-to')).toMatch(/(^|<)zoe@partner\.example>?$/);
      expect(taken?.headers.get('reply-to')?.match(/@/g)?.length ?? 0).toBeGreaterThan(0);
      expect(taken?.headers.get('message-id')).toBe(`<mail-${mail.id}@example.com>`);
      const parts = taken?.body.match(/^Content-Disposition: attachment/gm) ?? [];
      expect(parts).toHaveLength(1);
    }),
    { numRuns: 60 },
  );
});

test('a subject that tries is not even sent by the transport alone', async () => {
  const server = await startMailServer();
  const mail = outgoing({ subject: 'Hello\r\nBcc: spy@example.com' });
  await deliveryOver({ SMTP_URL: server.url, MAIL_FROM })(mail);
  expect(server.taken[0]?.headers.has('bcc')).toBe(false);
  expect(server.taken[0]?.to).toEqual(['porting@example.com']);
});

test('a subject stays as it is written, on one line', () => {
  expect(mailSubject('  Case 90001,\r\n "request" 700001; 日本 ')).toBe('Case 90001, "request" 700001; 日本');
  expect(mailSubject('x'.repeat(999))).toHaveLength(200);
});

test.each([
  'a@b.example, c@d.example',
  'a@b.example\r\nBcc: c@d.example',
  'Zoë <a@b.example>',
  '"a b"@c.example',
  'a@b@c.example',
  'a b@c.example',
  '',
])('%j is not one address', (text) => {
  expect(() => mailAddress(text)).toThrow('not one email address');
});

test('without a mail server a mail is kept', async () => {
  expect(await deliveryOver({})(outgoing())).toEqual({ kind: 'kept' });
});

test('nobody there is a reason to try again; a no for good is not', async () => {
  const nobody = `smtp://127.0.0.1:${await freePort()}`;
  expect(await deliveryOver({ SMTP_URL: nobody, MAIL_FROM })(outgoing())).toMatchObject({
    kind: 'refused',
    forGood: false,
    error: expect.stringContaining('ECONNREFUSED'),
  });
  for (const [code, forGood] of [
    [451, false],
    [552, true],
  ] as const) {
    const server = await startMailServer({ judge: () => ({ code, sentence: 'Too much today' }) });
    expect(await deliveryOver({ SMTP_URL: server.url, MAIL_FROM })(outgoing())).toMatchObject({
      kind: 'refused',
      forGood,
      error: expect.stringContaining('Too much today'),
    });
  }
  const unknown = await startMailServer({
    options: {
      disabledCommands: ['STARTTLS', 'AUTH'],
      onRcptTo: (_address, _session, answer) =>
        answer(Object.assign(new Error('No such user'), { responseCode: 550 })),
    },
  });
  expect(await deliveryOver({ SMTP_URL: unknown.url, MAIL_FROM })(outgoing())).toMatchObject({
    forGood: true,
  });
});

test('the password is in no reason, though the server repeats it', async () => {
  const server = await startMailServer({
    options: {
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, answer) =>
        answer(Object.assign(new Error(`${username} is not let in with ${password}`), { responseCode: 535 })),
    },
  });
  const url = server.url.replace('smtp://', 'smtp://portal:hunter%232@');
  const refused = await deliveryOver({ SMTP_URL: url, MAIL_FROM })(outgoing());
  expect(refused).toMatchObject({ kind: 'refused', forGood: false });
  expect(JSON.stringify(refused)).toContain('is not let in with •••');
  expect(JSON.stringify(refused)).not.toMatch(/hunter/);
  expect(mailError('a\r\nb', [])).toBe('a b');
});

test('a password goes over no open line, unless to this machine', async () => {
  const server = await startMailServer({
    options: { disabledCommands: ['STARTTLS'], allowInsecureAuth: true },
  });
  const elsewhere = server.url.replace('smtp://127.0.0.1', 'smtp://portal:hunter2@0.0.0.0');
  expect(await deliveryOver({ SMTP_URL: elsewhere, MAIL_FROM })(outgoing())).toMatchObject({
    kind: 'refused',
  });
  expect(server.taken).toEqual([]);
});

function outgoing(given: Partial<OutgoingMail> = {}): OutgoingMail {
  return {
    id: crypto.randomUUID(),
    to: 'porting@example.com',
    replyTo: null,
    subject: 'Case 90001',
    body: 'Hello',
    date: new Date('2026-11-24T17:00:00Z'),
    attachments: [],
    ...given,
  };
}
