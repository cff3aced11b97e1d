import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeConnections } from '#data/connection.ts';
import { NotFound } from '#domain/not-found.ts';
import type { Viewer } from '#domain/viewer.ts';
import { makeUser } from './support/users.ts';
import { makeWorld, type Outcome, type Person, PLUMBING, VERBS, type World } from './support/verbs.ts';
import { viewerOf } from './support/viewers.ts';

const DATA = 'src/data';
const modules = filesBelow(DATA).filter((file) => !file.startsWith(`${DATA}/prisma/`));

let world: World;
let people: Record<Person, Viewer>;

beforeAll(async () => {
  world = await makeWorld();
  const other = await makeWorld();
  people = {
    "the partner's own user": viewerOf(await makeUser({ partner: world.partner })),
    "another partner's user": viewerOf(await makeUser({ partner: other.partner })),
    'an end user of the account': viewerOf(await makeUser({ role: 'end-user', account: world.account })),
    'an end user of another account': viewerOf(
      await makeUser({ role: 'end-user', account: world.neighbour }),
    ),
    'an end user of another partner': viewerOf(await makeUser({ role: 'end-user', account: other.account })),
    'a porting agent': viewerOf(await makeUser({ role: 'agent' })),
    'a porting lead': viewerOf(await makeUser({ role: 'lead' })),
  };
});
afterAll(closeConnections);

test('every function of data/ that takes a viewer is in the table, and the table holds no other', async () => {
  expect(modules.length).toBeGreaterThan(30);
  expect(
    (await exportedFunctions()).filter(({ takesViewer }) => takesViewer).map(({ name }) => name),
  ).toEqual(Object.keys(VERBS).toSorted());
});

test('every other function of data/ is known as plumbing: it is handed its transaction, or asks nothing', async () => {
  const others = (await exportedFunctions()).filter(({ takesViewer }) => !takesViewer);
  expect(others.filter(({ file }) => !isPlumbing(file)).map(({ name }) => name)).toEqual([]);
  // What opens a connection or a transaction of its own starts from a viewer, but for those that the table names.
  const opening = others.filter(({ file }) =>
    /\b(pool|prisma|readIn|readOnce|writeIn|writeForWorker|writeAsOwner)(<[^(]*>)?\(/.test(bodyOf(file)),
  );
  expect([...new Set(opening.map(({ file }) => file))]).toEqual(OPENING);
});

/** The connection itself, the tenant's transaction, and the lock under which an import runs. */
const OPENING = [`${DATA}/connection.ts`, `${DATA}/imports/exclusive.ts`, `${DATA}/tenant.ts`];

describe.each(Object.entries(VERBS))('%s', (_name, { call, marks, outcomes }) => {
  test.each(Object.entries(outcomes) as [Person, Outcome][])('as %s: %s', async (person, outcome) => {
    const viewer = people[person];
    expect(await outcomeOf(() => call(viewer, world), marks(world), outcome)).toBe(outcome);
  });
});

test('every server action goes through the gate, but for signing in and out, and choosing a password by a link', () => {
  const actions = filesBelow('src')
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
    .filter(({ text }) => text.startsWith("'use server'"))
    .flatMap(({ text }) => [...text.matchAll(/^export async function (\w+)[\s\S]*?^}$/gm)]);
  expect(actions.length).toBeGreaterThan(3);
  const ungated = actions.filter(([body]) => !/\bact\(/.test(body)).map(([, name]) => name);
  expect(ungated.toSorted()).toEqual(['choosePassword', 'signIn', 'signOut']);
});

test('every page and file asks who is there, but for signing in and what a link opens', () => {
  const answering = filesBelow('src/app').filter((file) => /\/(page\.tsx|route\.ts)$/.test(file));
  expect(answering.length).toBeGreaterThan(5);
  const open = answering.filter((file) => !/\brequireViewer\(\)|\broute\(/.test(readFileSync(file, 'utf8')));
  expect(open).toEqual([
    'src/app/api/auth/[...nextauth]/route.ts',
    'src/app/follow/[token]/page.tsx',
    'src/app/invitation/[token]/page.tsx',
    'src/app/sign-in/page.tsx',
  ]);
});

async function outcomeOf(call: () => Promise<unknown>, marks: string[], wanted: Outcome): Promise<Outcome> {
  try {
    const answer = JSON.stringify((await call()) ?? null);
    if (wanted === 'may') return 'may';
    return marks.some((mark) => answer.includes(mark)) ? 'sees' : 'sees nothing';
  } catch (error) {
    if (error instanceof NotFound) return 'not found';
    throw error;
  }
}

async function exportedFunctions() {
  const found = [];
  for (const file of modules) {
    const text = readFileSync(file, 'utf8');
    const exported: Record<string, unknown> = await import(path.resolve(file));
    for (const [name, value] of Object.entries(exported)) {
      if (typeof value !== 'function') continue;
      const takesViewer = new RegExp(`function\\*? ${name}(<[^(]*>)?\\(\\s*viewer: Viewer\\b`).test(text);
      found.push({ file, name: `${file.slice(DATA.length + 1)} ${name}`, takesViewer });
    }
  }
  return found.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function isPlumbing(file: string): boolean {
  return PLUMBING.some((place) => file === `${DATA}/${place}` || file.startsWith(`${DATA}/${place}/`));
}

function bodyOf(file: string): string {
  return readFileSync(file, 'utf8').replace(/^import [^;]+;/gm, '');
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.posix.join(folder, name))
    .sort();
}
