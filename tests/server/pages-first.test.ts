import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { afterPages } from '#server/pages-first.ts';

let answering: ((response: ServerResponse) => void)[] = [];
const server = createServer((_, response) => answering.shift()?.(response));

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  vi.useRealTimers();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  answering = [];
});

/** Asks for an address and gives back its answer, which is the test's to end. */
function asked(path: string): Promise<ServerResponse> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve) => {
    answering.push(resolve);
    get({ host: '127.0.0.1', port, path, agent: false }, (answer: IncomingMessage) => answer.resume()).on(
      'error',
      () => undefined,
    );
  });
}

/** Two pieces of two files, and which have been let through. */
async function twoPieces(): Promise<string[]> {
  const through: string[] = [];
  for (const piece of ['first', 'second']) afterPages().then(() => through.push(piece));
  await turns();
  return through;
}

async function turns(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await setImmediate();
}

it('files go on at once while no page is being answered, and beside other files', async () => {
  const file = await asked('/reports/export?format=csv');
  expect(await twoPieces()).toEqual(['first', 'second']);
  file.end();
});

it('files stand back until the page is answered', async () => {
  const page = await asked('/reports?page=2');
  const through = await twoPieces();
  expect(through).toEqual([]);
  page.end();
  await vi.waitFor(() => expect(through).toEqual(['first', 'second']));
});

it('while pages are asked for without end, one file goes on at a time', async () => {
  const page = await asked('/reports?page=2');
  const through = await twoPieces();
  await vi.advanceTimersByTimeAsync(40);
  await turns();
  expect(through).toEqual(['first']);
  await vi.advanceTimersByTimeAsync(40);
  await turns();
  expect(through).toEqual(['first', 'second']);
  page.end();
});

it('once the page is answered, files go on one after the other, so that the next page is heard between them', async () => {
  const page = await asked('/reports?page=2');
  let turn = 0;
  const through: number[] = [];
  for (let piece = 0; piece < 3; piece++) afterPages().then(() => through.push(turn));
  await turns();
  page.end();
  for (; through.length < 3; turn++) await setImmediate();
  expect(new Set(through).size).toBe(3);
});
