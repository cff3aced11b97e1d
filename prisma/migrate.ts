import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import { Fault, main } from '../scripts/fault.ts';
import { type DiffTarget, type MigrationList, withSchemaEngine } from './schema-engine.ts';

const here = path.dirname(fileURLToPath(import.meta.url));
const filters = { externalTables: [], externalEnums: [] };
// Any constant will do, as long as every starter uses the same.
const MIGRATION_LOCK = 7_470_020_26;

/**
 * Applies the migrations that the database does not have yet and returns their names; graphile-worker's tables, which the
 * queue of mails needs, are brought to its version as well. Two starters at once are safe: the
 * second waits for the first. Throws a `Fault` when a migration fails, was edited after it was applied, or is unknown here.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const lock = await connect(databaseUrl);
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const applied = await applyMigrations(databaseUrl);
    await migrateQueue(databaseUrl);
    return applied;
  } finally {
    await lock.end();
  }
}

/**
 * How the three accounts of the schema differ, in SQL that would bring the first to the second; empty when they agree.
 * `history` compares migrations/ with schema.prisma, `live` the database with schema.prisma.
 * Builds a shadow database on the same server and drops it again.
 */
export async function schemaDrift(databaseUrl: string): Promise<{ history: string; live: string }> {
  const schema = await readSchema();
  const wanted: DiffTarget = { tag: 'schemaDatamodel', files: [schema] };
  const migrations = await readMigrations();
  const diff = (from: DiffTarget) =>
    withSchemaEngine(databaseUrl, schema, async (engine) => {
      const { stdout } = await engine.diff({ from, to: wanted, script: true, exitCode: null, filters });
      return withoutEmptyNote(stdout ?? '');
    });
  return {
    history: await diff({ tag: 'migrations', ...migrations }),
    live: await diff({ tag: 'schemaDatasource', files: [schema], configDir: here }),
  };
}

async function applyMigrations(databaseUrl: string): Promise<string[]> {
  const migrationsList = await readMigrations();
  try {
    return await withSchemaEngine(databaseUrl, undefined, async (engine) => {
      const found = await engine.diagnoseMigrationHistory({
        migrationsList,
        optInToShadowDatabase: false,
        filters,
      });
      refuseEdited(found.editedMigrationNames);
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters });
      return appliedMigrationNames;
    });
  } catch (error) {
    throw error instanceof Fault
      ? error
      : new Fault(`The database could not be migrated: ${messageOf(error)}`);
  }
}

async function migrateQueue(connectionString: string): Promise<void> {
  try {
    await runMigrations({ connectionString, logger: new Logger(() => () => undefined) });
  } catch (error) {
    throw new Fault(`The tables of the queue could not be made: ${messageOf(error)}`);
  }
}

function refuseEdited(names: string[]): void {
  if (names.length === 0) return;
  throw new Fault(
    `${names.join(', ')} was edited after it had been applied to this database: restore it, and put the change into a ` +
      'migration of its own.',
  );
}

async function readSchema() {
  const file = path.join(here, 'schema.prisma');
  return { path: file, content: await readFile(file, 'utf8') };
}

async function readMigrations(): Promise<MigrationList> {
  const baseDir = path.join(here, 'migrations');
  const entries = await readdir(baseDir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return {
    baseDir,
    lockfile: {
      path: 'migration_lock.toml',
      content: await readFile(path.join(baseDir, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.sort().map(async (name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: {
            tag: 'ok' as const,
            value: await readFile(path.join(baseDir, name, 'migration.sql'), 'utf8'),
          },
        },
      })),
    ),
  };
}

async function connect(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw new Fault(`The database could not be reached: ${messageOf(error)}`);
  }
}

function withoutEmptyNote(script: string): string {
  return script.trim() === '-- This is an empty migration.' ? '' : script.trim();
}

function messageOf(error: unknown): string {
  return error instanceof Error && error.message !== '' ? error.message : String(error);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    const databaseUrl = process.env.DATABASE_URL;
    if (!databaseUrl)
      throw new Fault('DATABASE_URL is not set: name the database to migrate, as postgresql://…');
    const applied = await migrate(databaseUrl);
    process.stdout.write(
      applied.length === 0 ? 'The database is up to date.\n' : `Applied ${applied.join(', ')}.\n`,
    );
  });
}
