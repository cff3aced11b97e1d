import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** Which layers a layer may import besides itself. Features do not import each other: see `mayImport`. */
const LAYERS: Record<string, string[]> = {
  domain: [],
  data: ['domain'],
  documents: ['domain'],
  ui: ['domain'],
  server: ['domain', 'data'],
  features: ['domain', 'data', 'documents', 'ui', 'server'],
  app: ['domain', 'data', 'documents', 'ui', 'server', 'features'],
};
const DATABASE_PACKAGES = /^(pg|pg-copy-streams|@prisma\/.+|.*\/prisma\/client\.ts)$/;
const MINTS = ['src/data/system-actor.ts', 'src/domain/viewer.ts', 'src/server/viewer.ts'];

const sources = filesBelow('src').map((file) => {
  const text = readFileSync(file, 'utf8');
  return { file, text, imports: importsOf(file, text) };
});

test('there is something to hold to the rules', () => {
  expect(sources.length).toBeGreaterThan(100);
  expect(sources.flatMap(({ imports }) => imports).length).toBeGreaterThan(3 * sources.length);
  for (const layer of Object.keys(LAYERS))
    expect(sources.some(({ file }) => layerOf(file) === layer)).toBe(true);
});

test('imports run one way: domain, data, server, features, app; documents and ui know the domain alone', () => {
  const wrong = crossings().filter(({ from, to }) => !mayImport(from, to));
  expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
});

test('data alone imports Prisma or pg, and never Next', () => {
  const wrong = sources.flatMap(({ file, imports }) =>
    imports
      .filter((name) => (layerOf(file) === 'data' ? /^next(-auth)?(\/|$)/ : DATABASE_PACKAGES).test(name))
      .map((name) => `${file} imports ${name}`),
  );
  expect(wrong).toEqual([]);
});

test('the domain does no I/O and has no clock', () => {
  const io = /^(node:|react|next)|\bnew Date\(\)|\bDate\.now\(|\bprocess\.|\bfetch\(/;
  const wrong = sources
    .filter(({ file }) => layerOf(file) === 'domain')
    .filter(({ text, imports }) =>
      [...imports, ...withoutComments(text).split('\n')].some((line) => io.test(line)),
    );
  expect(wrong.map(({ file }) => file)).toEqual([]);
});

test('what runs in the browser reaches neither data nor server', () => {
  const known = new Map(sources.map((source) => [source.file, source]));
  const reached = new Set(
    sources.filter(({ text }) => /^['"]use client['"]/.test(text)).map(({ file }) => file),
  );
  expect(reached.size).toBeGreaterThan(10);
  for (const file of reached) {
    const source = known.get(file);
    // A server action is called over the network: the bundler replaces it by its address.
    if (source === undefined || /^['"]use server['"]/.test(source.text)) continue;
    for (const name of valueImports(source.file, source.text)) if (known.has(name)) reached.add(name);
  }
  const wrong = [...reached].filter((file) => ['data', 'server'].includes(layerOf(file)));
  expect(wrong).toEqual([]);
});

test('a viewer is minted from the session and for system actors, nowhere else', () => {
  const minting = sources.filter(({ text }) => text.includes('mintViewer')).map(({ file }) => file);
  expect(minting.sort()).toEqual(MINTS);
});

test('a file fits on three screens', () => {
  const long = sources.filter(({ text }) => text.split('\n').length > 251);
  expect(long.map(({ file }) => file)).toEqual([]);
});

function crossings() {
  return sources.flatMap(({ file, imports }) =>
    imports.filter((name) => name.startsWith('src/')).map((name) => ({ from: file, to: name })),
  );
}

function mayImport(from: string, to: string): boolean {
  if (layerOf(from) === layerOf(to))
    return layerOf(from) !== 'features' || from.split('/')[2] === to.split('/')[2];
  // A file beside the layers (instrumentation, proxy) is run by Next, as a route is.
  return (LAYERS[layerOf(from)] ?? LAYERS.app ?? []).includes(layerOf(to));
}

function layerOf(file: string): string {
  return file.split('/')[1] ?? '';
}

function importsOf(file: string, text: string): string[] {
  const names = withoutComments(text).matchAll(/(?:\bfrom|\bimport\(?)\s*['"]([^'"]+)['"]/g);
  return [...names].map(([, name = '']) => resolve(file, name));
}

function valueImports(file: string, text: string): string[] {
  return importsOf(file, withoutComments(text).replace(/^(?:import|export) type [^;]+;/gm, ''));
}

/** `#data/orders/x.ts` and `./x.ts` as paths from the root; a package's name as it is. */
function resolve(file: string, name: string): string {
  if (name.startsWith('#')) return `src/${name.slice(1)}`;
  return name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name;
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('data/prisma/'))
    .map((name) => path.posix.join(folder, name));
}
