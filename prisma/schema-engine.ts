import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type ErrorRegistry,
} from '@prisma/driver-adapter-utils';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

export type { DiffTarget, MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg';

/** Both work in this zone, whatever the server's: the adapter writes timestamps without one. */
const SESSION_OPTIONS = '-c TimeZone=UTC';

/**
 * Lends `use` Prisma's own schema engine, working on the database of `databaseUrl`. It is the WebAssembly build from the
 * package registry: the CLI's engine is a binary that is downloaded from elsewhere.
 */
export async function withSchemaEngine<T>(
  databaseUrl: string,
  schema: { path: string; content: string } | undefined,
  use: (engine: glue.SchemaEngine) => Promise<T>,
): Promise<T> {
  await loadWasm();
  const factory = new MigrationAdapterFactory(databaseUrl);
  const datamodels: [string, string][] | undefined = schema && [[schema.path, schema.content]];
  const adapter = bindMigrationAwareSqlAdapterFactory(factory);
  try {
    const engine = await glue.SchemaEngine.new({ datamodels }, () => undefined, adapter);
    try {
      return await use(engine);
    } catch (error) {
      throw causeOf(error, adapter.errorRegistry);
    } finally {
      engine.free();
    }
  } finally {
    await factory.close();
  }
}

// The engine knows an error of ours by its number alone.
function causeOf(error: unknown, registry: ErrorRegistry): unknown {
  const number = error instanceof Error ? /External error id#(\d+)/.exec(error.message)?.[1] : undefined;
  return (number === undefined ? undefined : registry.consumeError(Number(number))?.error) ?? error;
}

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;

// The engine neither closes its connections nor gives back the lock that it takes on one of them: we do.
class MigrationAdapterFactory extends PrismaPg {
  readonly #url: string;
  readonly #open = new Set<pg.Pool>();
  readonly #shadows = new Set<string>();

  constructor(databaseUrl: string) {
    super({ connectionString: databaseUrl, options: SESSION_OPTIONS });
    this.#url = databaseUrl;
  }

  override async connect(): Promise<Adapter> {
    return this.#adapt(await super.connect());
  }

  override async connectToShadowDb(): Promise<Adapter> {
    const name = `schema_shadow_${crypto.randomUUID().replaceAll('-', '')}`;
    const shadowUrl = new URL(this.#url);
    shadowUrl.pathname = `/${name}`;
    await execute(this.#url, `CREATE DATABASE ${name} TEMPLATE template0`);
    this.#shadows.add(name);
    return this.#adapt(
      await new PrismaPg({ connectionString: shadowUrl.href, options: SESSION_OPTIONS }).connect(),
    );
  }

  async close(): Promise<void> {
    for (const pool of this.#open) await pool.end();
    for (const name of this.#shadows) await execute(this.#url, `DROP DATABASE ${name}`);
  }

  #adapt(adapter: Adapter): Adapter {
    const pool = adapter.underlyingDriver();
    this.#open.add(pool);
    adapter.dispose = async () => undefined;
    // Prisma's adapter cuts scripts at every semicolon, also inside a function's body or a string. Postgres takes a
    // script as it is, and makes it one transaction.
    adapter.executeScript = async (script) => {
      await adapter.executeRaw({ sql: script, args: [], argTypes: [] });
    };
    knowSingleBytes(adapter);
    return adapter;
  }
}

// Postgres's own tables have columns of the type "char", a single byte, which Prisma's adapter refuses and the engine
// insists upon: they pass the adapter as text, and are given their type behind it.
function knowSingleBytes(adapter: Adapter): void {
  const pool = adapter.underlyingDriver();
  const query = pool.query.bind(pool);
  const singleByteColumns = new WeakMap<object, Set<number>>();
  const asText = async (config: pg.QueryArrayConfig) => {
    const result = await query(config);
    // A script's result is a list of results, and nobody reads it.
    if (Array.isArray(result)) return result;
    const fields = result.fields.filter((field) => field.dataTypeID === pg.types.builtins.CHAR);
    singleByteColumns.set(result.rows, new Set(fields.map((field) => result.fields.indexOf(field))));
    for (const field of fields) field.dataTypeID = pg.types.builtins.TEXT;
    return result;
  };
  pool.query = asText as typeof pool.query;
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (statement) => {
    const result = await queryRaw(statement);
    const columns = singleByteColumns.get(result.rows);
    const columnTypes = result.columnTypes.map((type, i) =>
      columns?.has(i) ? ColumnTypeEnum.Character : type,
    );
    return { ...result, columnTypes };
  };
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

let loading: Promise<void> | undefined;

// The package's entry imports the .wasm file as a module, which is for bundlers.
function loadWasm(): Promise<void> {
  loading ??= (async () => {
    const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm');
    const bytes = await readFile(path.join(path.dirname(entry), 'schema_engine_bg.wasm'));
    const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': { ...glue } });
    glue.__wbg_set_wasm(instance.exports);
    const start = instance.exports.__wbindgen_start;
    if (typeof start === 'function') start();
  })();
  return loading;
}
