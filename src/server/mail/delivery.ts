import { createTransport } from 'nodemailer';
import type { Delivery, OutgoingMail } from '#data/mails/send-mail.ts';
import { mailError, mailName, readMailbox } from '#domain/mail.ts';

/** The mail server and the sender, as `server/env.ts` has checked them. */
export type MailSettings = { SMTP_URL?: string; MAIL_FROM?: string };

/** What a mail server may take for each thing, at least. Source: RFC 5321, 4.5.3.2. */
const PATIENCE = {
  connectionTimeout: 30_000,
  greetingTimeout: 300_000,
  socketTimeout: 600_000,
  dnsTimeout: 30_000,
};

/**
 * How mails leave the portal: over SMTP, or not at all where no mail server is named. What goes wrong comes back as a
 * sentence without secrets; nothing is thrown.
 */
export function deliveryOver(settings: MailSettings): (mail: OutgoingMail) => Promise<Delivery> {
  const { SMTP_URL, MAIL_FROM } = settings;
  const from = readMailbox(MAIL_FROM ?? '');
  if (SMTP_URL === undefined || from === null) return async () => ({ kind: 'kept' });
  const server = serverOf(SMTP_URL);
  // A connection for each mail: none is left open between two, to be found dead by the next.
  const transport = createTransport({
    ...server,
    ...PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const secrets = secretsOf(SMTP_URL, server.auth);
  return async (mail) => {
    try {
      await transport.sendMail({
        from,
        to: { name: '', address: mail.to },
        replyTo: mail.replyTo
          ? { name: mailName(mail.replyTo.name), address: mail.replyTo.address }
          : undefined,
        envelope: { from: from.address, to: [mail.to] },
        messageId: messageIdOf(mail.id, from.address),
        date: mail.date,
        subject: mail.subject,
        text: mail.body,
        attachments: mail.attachments.map(({ fileName, contentType, content }) => ({
          filename: fileName,
          contentType,
          content,
          contentDisposition: 'attachment' as const,
        })),
      });
      return { kind: 'sent' };
    } catch (error) {
      return { kind: 'refused', error: mailError(wordsOf(error), secrets), forGood: isForGood(error) };
    }
  };
}

/** The same for every attempt at a mail, so that whoever gets it twice can tell. */
export function messageIdOf(id: string, from: string): string {
  return `<mail-${id}@${from.split('@').at(-1)}>`;
}

type Server = {
  host: string;
  port: number;
  secure: boolean;
  requireTLS: boolean;
  auth?: { user: string; pass: string };
};

/** What `smtp(s)://user:password@host:port` says. A password goes over no line that can be listened to. */
function serverOf(address: string): Server {
  const url = new URL(address);
  const secure = url.protocol === 'smtps:';
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const auth = url.username
    ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
    : undefined;
  const here = ['localhost', '127.0.0.1', '::1'].includes(host);
  return {
    host,
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: auth !== undefined && !secure && !here,
    auth,
  };
}

/** All in which the password might come back from a server that repeats what it was told. */
function secretsOf(url: string, auth: Server['auth']): string[] {
  if (!auth) return [];
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const { user, pass } = auth;
  return [url, base64(`\0${user}\0${pass}`), base64(pass), encodeURIComponent(pass), pass];
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** A server's final no to this mail, unlike one to our password or to its own state. Source: RFC 5321, 4.2.1. */
function isForGood(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, responseCode } = error as Error & { code?: string; responseCode?: number };
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && (responseCode ?? 0) >= 500;
}
