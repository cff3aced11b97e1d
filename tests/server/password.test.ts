import { expect, test } from 'vitest';
import { hashPassword, verifyPassword } from '#server/password.ts';

test('a password is recognised by its argon2id hash, another is not', async () => {
  const hash = await hashPassword('correct horse battery');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword('correct horse battery', hash)).toBe(true);
  expect(await verifyPassword('correct horse batterx', hash)).toBe(false);
});

test('the same letters are the same password, however a keyboard composes them', async () => {
  const hash = await hashPassword('caf\u00e9 au lait');
  expect(await verifyPassword('cafe\u0301 au lait', hash)).toBe(true);
});

test('for a user who does not exist no password is right, and finding out takes as long', async () => {
  const hash = await hashPassword('correct horse battery');
  expect(await verifyPassword('something else', null)).toBe(false);
  // In turns: whatever else the machine does slows both.
  const known: number[] = [];
  const unknown: number[] = [];
  for (let i = 0; i < 9; i++) {
    known.push(await timeOf(() => verifyPassword('something else', hash)));
    unknown.push(await timeOf(() => verifyPassword('something else', null)));
  }
  const ratio = Math.min(...unknown) / Math.min(...known);
  expect(ratio).toBeGreaterThan(0.5);
  expect(ratio).toBeLessThan(2);
});

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
