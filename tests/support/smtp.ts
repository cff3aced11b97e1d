import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';

/** A mail as a server took it: the envelope, the headers by their names in small letters, unfolded, and the rest. */
export type Taken = {
  from: string;
  to: string[];
  headers: Map<string, string>;
  body: string;
};

/** `null` takes the mail; a sentence refuses it with the code. */
export type Verdict = null | { code: number; sentence: string };

export type MailServer = {
  url: string;
  port: number;
  /** The mails that were answered with "taken". */
  taken: Taken[];
  stop: () => Promise<void>;
};

/**
 * A mail server of the test's own, which ends with it. `judge` is asked when a mail has come whole, before it is answered,
 * and may take its time; `options` go to the server.
 */
export async function startMailServer(
  given: {
    port?: number;
    judge?: (mail: Taken) => Promise<Verdict> | Verdict;
    options?: SMTPServerOptions;
  } = {},
): Promise<MailServer> {
  const { port = 0, judge = () => null, options } = given;
  const taken: Taken[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 1,
    onData(stream, session, answer) {
      text(stream)
        .then(async (raw) => {
          const { mailFrom, rcptTo } = session.envelope;
          const mail = read(
            raw,
            mailFrom ? mailFrom.address : '',
            rcptTo.map(({ address }) => address),
          );
          const verdict = await judge(mail);
          if (verdict === null) taken.push(mail);
          const error = verdict && Object.assign(new Error(verdict.sentence), { responseCode: verdict.code });
          answer(error ?? undefined);
        })
        .catch(() => undefined);
    },
    ...options,
  });
  // A client that is killed in the midst of a mail is what some tests are about.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  let running = true;
  const stop = async () => {
    if (!running) return;
    running = false;
    await new Promise<void>((resolve) => server.close(resolve));
  };
  onTestFinished(stop);
  const bound = (server.server.address() as AddressInfo).port;
  return { url: `smtp://127.0.0.1:${bound}`, port: bound, taken, stop };
}

function read(raw: string, from: string, to: string[]): Taken {
  const end = raw.indexOf('\r\n\r\n');
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = new Map<string, string>();
  for (const line of lines) {
    const [, name = '', value = ''] = /^([^:]+):\s*(.*)$/s.exec(line) ?? [];
    if (headers.has(name.toLowerCase())) throw new Error(`The header ${name} comes twice.`);
    headers.set(name.toLowerCase(), value);
  }
  return { from, to, headers, body: raw.slice(end + 4) };
}

/** A header with its encoded words as they are meant. Source: RFC 2047. */
export function decoded(header = ''): string {
  return header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_all, how: string, content: string) =>
      how.toLowerCase() === 'b'
        ? Buffer.from(content, 'base64').toString('latin1')
        : content
            .replaceAll('_', ' ')
            .replace(/=([0-9A-F]{2})/g, (_escaped, hex: string) =>
              String.fromCharCode(Number.parseInt(hex, 16)),
            ),
    )
    .replace(/[\x80-\xff]+/g, (bytes) => Buffer.from(bytes, 'latin1').toString());
}
