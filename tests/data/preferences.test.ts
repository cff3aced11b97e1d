import { expect, test } from 'vitest';
import { readPreferences } from '#data/preferences/read-preferences.ts';
import { savePreference } from '#data/preferences/save-preference.ts';
import { parsePreference } from '#domain/preferences.ts';
import { insert } from '../support/owner.ts';
import { makeUser } from '../support/users.ts';
import { viewerOf } from '../support/viewers.ts';

test('what one person remembers is its own, and the last word counts', async () => {
  const [mine, theirs] = [viewerOf(await makeUser()), viewerOf(await makeUser())];
  await savePreference(mine, { key: 'report.zoom', value: 90 });
  await savePreference(mine, { key: 'report.zoom', value: 'width' });
  await savePreference(mine, {
    key: 'report.columns',
    value: { shown: ['phone', 'status'], pinned: ['phone'] },
  });
  await savePreference(theirs, { key: 'shortcuts', value: false });
  expect(await readPreferences(mine)).toEqual({
    'report.zoom': 'width',
    'report.columns': { shown: ['phone', 'status'], pinned: ['phone'] },
  });
  expect(await readPreferences(theirs)).toEqual({ shortcuts: false });
});

test('what an earlier version remembered and this one cannot read is as if never saved', async () => {
  const user = await makeUser();
  await insert('user_preference', { user_id: user.id, key: 'report.zoom', value: '"huge"' });
  await insert('user_preference', { user_id: user.id, key: 'report.colours', value: '"all"' });
  expect(await readPreferences(viewerOf(user))).toEqual({});
});

test.each([
  ['report.zoom', 10],
  ['report.zoom', '90'],
  ['report.columns', { shown: [], pinned: [] }],
  ['report.columns', { shown: ['phone', 'phone'], pinned: [] }],
  ['report.columns', { shown: ['password'], pinned: [] }],
  ['report.columns', { shown: ['phone'], pinned: [], more: true }],
  ['shortcuts', 'yes'],
  ['anything', true],
  ['constructor', true],
])('%s does not take %j', (key, value) => {
  expect(parsePreference(key, value)).toBeNull();
});
