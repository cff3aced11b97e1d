/** Called by Next once, before the server takes its first request: without a sound environment it does not start. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { demandEnvironment } = await import('#server/demand-environment.ts');
  demandEnvironment();
}
