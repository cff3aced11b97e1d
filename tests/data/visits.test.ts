import { expect, test } from 'vitest';
import { lastVisit } from '#data/visits/last-visit.ts';
import { noteVisit } from '#data/visits/note-visit.ts';
import { later, NOW } from '../support/desk.ts';
import { makeUser } from '../support/users.ts';
import { viewerOf } from '../support/viewers.ts';

const MINUTE = 60;

test('a visit goes on while there is a page every half an hour, and then counts from its last page', async () => {
  const viewer = viewerOf(await makeUser());
  expect(await lastVisit(viewer)).toBeNull();
  for (const minutes of [0, 29, 58, 88]) {
    await noteVisit(viewer, later(minutes * MINUTE));
    expect(await lastVisit(viewer)).toBeNull();
  }
  await noteVisit(viewer, later(88 * MINUTE + 30 * MINUTE + 1));
  expect(await lastVisit(viewer)).toEqual(later(88 * MINUTE));
  await noteVisit(viewer, later(140 * MINUTE));
  expect(await lastVisit(viewer)).toEqual(later(88 * MINUTE));
});

test('visits are each person’s own, and a clock that is behind moves nothing back', async () => {
  const [one, other] = [viewerOf(await makeUser()), viewerOf(await makeUser())];
  await noteVisit(one, NOW);
  await noteVisit(one, later(40 * MINUTE));
  await noteVisit(one, NOW);
  expect(await lastVisit(one)).toEqual(NOW);
  await noteVisit(one, later(60 * MINUTE));
  expect(await lastVisit(one)).toEqual(NOW);
  expect(await lastVisit(other)).toBeNull();
});

test('two pages at once begin one visit', async () => {
  const viewer = viewerOf(await makeUser());
  await noteVisit(viewer, NOW);
  const next = later(120 * MINUTE);
  await Promise.all([noteVisit(viewer, next), noteVisit(viewer, next), noteVisit(viewer, next)]);
  expect(await lastVisit(viewer)).toEqual(NOW);
});
