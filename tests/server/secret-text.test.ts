import { expect, test } from 'vitest';
import { openSecret, type SecretPlace, sealSecret, UnreadableSecret } from '#server/secret-text.ts';

const KEY = 'a key of this test alone, which is long enough';
const PLACE: SecretPlace = { partnerId: 7, transferId: 12, field: 'account-number' };

test('a secret opens where it was sealed, whatever characters it has', () => {
  for (const text of ['8834-221-09', '0', 'Straße №5 – 電話', ' leading and trailing ']) {
    expect(openSecret(sealSecret(text, PLACE, KEY), PLACE, KEY)).toBe(text);
  }
});

test('a cipher text shows nothing of its text, and the same text never looks the same twice', () => {
  const sealed = [sealSecret('883422109', PLACE, KEY), sealSecret('883422109', PLACE, KEY)];
  expect(sealed[0]).not.toBe(sealed[1]);
  for (const text of sealed) {
    expect(text).toMatch(/^v1\.[A-Za-z0-9_-]+$/);
    expect(Buffer.from(text.slice(3), 'base64url').toString('latin1')).not.toContain('883422109');
  }
});

test.each<[string, Partial<SecretPlace>]>([
  ['another partner', { partnerId: 8 }],
  ['another transfer', { transferId: 13 }],
  ['another field', { field: 'pin' }],
])('a cipher text that was moved to %s does not open', (_, other) => {
  const sealed = sealSecret('883422109', PLACE, KEY);
  expect(() => openSecret(sealed, { ...PLACE, ...other }, KEY)).toThrow(UnreadableSecret);
});

test('a place cannot be spelled so that it is taken for another', () => {
  const sealed = sealSecret('1234', { partnerId: 1, transferId: 12, field: 'pin' }, KEY);
  expect(() => openSecret(sealed, { partnerId: 11, transferId: 2, field: 'pin' }, KEY)).toThrow(
    UnreadableSecret,
  );
});

test('another key, a changed byte, a cut text and a text of another form do not open', () => {
  const sealed = sealSecret('883422109', PLACE, KEY);
  expect(() => openSecret(sealed, PLACE, `${KEY}!`)).toThrow(UnreadableSecret);
  const bytes = Buffer.from(sealed.slice(3), 'base64url');
  for (const at of [0, 12, bytes.length - 1]) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => openSecret(`v1.${changed.toString('base64url')}`, PLACE, KEY)).toThrow(UnreadableSecret);
  }
  for (const text of [
    sealed.slice(0, -4),
    sealed.slice(0, 10),
    sealed.replace('v1.', 'v2.'),
    '883422109',
    'v1.',
    '',
  ]) {
    expect(() => openSecret(text, PLACE, KEY)).toThrow(UnreadableSecret);
  }
});

test('what cannot be opened is not told in the complaint', () => {
  const sealed = sealSecret('883422109', PLACE, KEY);
  const complaint = (() => {
    try {
      return openSecret(sealed, { ...PLACE, field: 'pin' }, KEY);
    } catch (error) {
      return String(error);
    }
  })();
  expect(complaint).not.toContain(sealed);
  expect(complaint).not.toContain('883422109');
});
