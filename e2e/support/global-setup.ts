import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { migrate } from '../../prisma/migrate.ts';
import { DEMO, ROOT } from '../../scripts/demo-files.ts';
import { freePort } from '../../scripts/free-port.ts';
import { build, isBuilt, serve } from '../../scripts/next.ts';
import { startTestPostgres } from '../../tests/support/test-postgres.ts';

/** The application as it is run for real, on a database of this run's own. The journeys make all that they need in it. */
export default async function startPortal(): Promise<() => Promise<void>> {
  if (!isBuilt()) await build();
  const postgres = await startTestPostgres();
  try {
    await migrate(postgres.url());
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    mkdirSync(DEMO.folder, { recursive: true });
    const server = await serve({
      port,
      log: path.join(ROOT, '.data/journeys.log'),
      environment: {
        DATABASE_URL: postgres.url(),
        NEXTAUTH_URL: url,
        NEXTAUTH_SECRET: 'a secret that signs the sessions of the journeys alone',
        SECRETS_KEY: 'a key that encrypts what the journeys alone keep',
        // Whatever the machine has: no mail leaves this portal.
        SMTP_URL: '',
      },
    });
    // The workers are started after this and inherit it.
    process.env.DATABASE_URL = postgres.url();
    process.env.PORTAL_URL = url;
    return async () => {
      await server.stop();
      await postgres.stop();
    };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}
