import { expect, it } from 'vitest';
import { fileResponse } from '#server/file-response.ts';

it('a client that takes nothing for long counts as gone: the transfer breaks and the bytes end', async () => {
  const told: string[] = [];
  async function* bytes() {
    try {
      for (;;) yield new Uint8Array(1024);
    } finally {
      told.push('ended');
    }
  }
  const left = Promise.withResolvers<void>();
  const answer = fileResponse({
    name: 'report.csv',
    contentType: 'text/csv',
    asOf: new Date('2026-11-23T17:42:00Z'),
    bytes: bytes(),
    signal: new AbortController().signal,
    patience: 1,
    onLeave: () => {
      told.push('left');
      left.resolve();
    },
  });
  const reader = answer.body?.getReader();
  await reader?.read();
  await left.promise;
  await expect(reader?.read().then(() => reader.read())).rejects.toThrow('Nobody took any bytes');
  expect(told).toEqual(['left', 'ended']);
});

it('a client that takes its time, but takes, gets the whole file', async () => {
  async function* bytes() {
    for (let n = 0; n < 5; n++) yield new Uint8Array([n]);
  }
  const answer = fileResponse({
    name: 'report.csv',
    contentType: 'text/csv',
    asOf: new Date('2026-11-23T17:42:00Z'),
    bytes: bytes(),
    signal: new AbortController().signal,
  });
  expect([...(await answer.bytes())]).toEqual([0, 1, 2, 3, 4]);
});
