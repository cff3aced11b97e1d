import type { TestProject } from 'vitest/node';
import { migrate } from '../../prisma/migrate.ts';
import { APPLICATION } from '../../scripts/embedded-postgres.ts';
import { runOn, startTestPostgres } from './test-postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    databaseUrl: string;
    templateUrl: string;
  }
}

/** The migrated and empty database that `freshDatabase()` copies. Nobody may be connected to it. */
const TEMPLATE = 'portal_template';

/** One Postgres for the whole run: a database that all files share, and a template for copies. */
export default async function startDatabase(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startTestPostgres();
  try {
    const server = postgres.adminUrl('postgres');
    await runOn(server, `CREATE DATABASE ${TEMPLATE} OWNER ${APPLICATION}`);
    await migrate(postgres.url(TEMPLATE));
    await runOn(
      server,
      `DROP DATABASE ${APPLICATION}`,
      `CREATE DATABASE ${APPLICATION} TEMPLATE ${TEMPLATE} OWNER ${APPLICATION}`,
    );
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  project.provide('databaseUrl', postgres.url());
  project.provide('templateUrl', postgres.url(TEMPLATE));
  return postgres.stop;
}
