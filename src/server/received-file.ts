import 'server-only';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { NotFound } from '#domain/not-found.ts';

/** A file in a folder of its own, under the name that its sender gave it; both go with `discard`. */
export type TemporaryFile = { path: string; name: string; discard: () => Promise<void> };

/**
 * Receives the body of a request as a file, piece by piece. Null when it is larger than `mostBytes`. Another site cannot
 * send one: to it there is nothing here.
 */
export async function receiveFile(
  request: Request,
  name: string,
  mostBytes: number,
): Promise<TemporaryFile | null> {
  if (request.headers.get('sec-fetch-site') === 'cross-site') throw new NotFound('upload');
  const file = await makePlace(name);
  let bytes = 0;
  async function* within(body: AsyncIterable<Uint8Array>) {
    for await (const chunk of body) {
      bytes += chunk.byteLength;
      // The rest is taken and thrown away, within bounds: who is still sending does not hear an answer.
      if (bytes > mostBytes * HEARD_OUT) return;
      if (bytes <= mostBytes) yield chunk;
    }
  }
  try {
    const body = request.body ?? new ReadableStream<Uint8Array>({ start: (end) => end.close() });
    await pipeline(within(body), createWriteStream(file.path, { mode: 0o600 }));
    if (bytes <= mostBytes) return file;
  } catch (error) {
    await file.discard();
    throw error;
  }
  await file.discard();
  return null;
}

/** Puts bytes into a file for as long as `work` takes. */
export async function withFile<T>(
  name: string,
  content: Uint8Array,
  work: (file: string) => Promise<T>,
): Promise<T> {
  const file = await makePlace(name);
  try {
    await writeFile(file.path, content, { mode: 0o600 });
    return await work(file.path);
  } finally {
    await file.discard();
  }
}

const HEARD_OUT = 5;
const LONGEST_NAME = 120;

async function makePlace(given: string): Promise<TemporaryFile> {
  const folder = await mkdtemp(path.join(tmpdir(), 'portal-file-'));
  const name = plainName(given);
  return {
    path: path.join(folder, name),
    name,
    discard: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The last part of a path, of whatever system, without what no file should have in its name. */
function plainName(given: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"|?*]/gu, '')
    .trim();
  const { name, ext } = path.parse(plain);
  const short = `${name.slice(0, LONGEST_NAME - ext.length)}${ext.slice(0, 12)}`;
  return /^\.*$/.test(short) ? 'list' : short;
}
